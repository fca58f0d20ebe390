/** Whether a content type is JSON: `application/json`, or any with the suffix `+json` (RFC 6839, section 3.1). */
export function isJson(contentType: string): boolean {
  return /[/+]json\s*(;|$)/i.test(contentType);
}
