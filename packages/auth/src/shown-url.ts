/** What may be shown of a URL: user, query and fragment may be secret. */
export function shownUrl(url: string): string {
  return url.replace(/[?#].*/, "").replace(/\/\/[^/]*@/, "//");
}
