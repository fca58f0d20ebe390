/** Whether a content type is JSON: `application/json`, or any with the suffix `+json` (RFC 6839, section 3.1). */
export function isJson(contentType: string): boolean {
  return /[/+]json\s*(;|$)/i.test(contentType);
}

/** A content type without its parameters, in lower case. */
export function essenceOf(contentType: string): string {
  return contentType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

/** Whether a content type is text for people, in no other format. */
export function isPlainText(contentType: string): boolean {
  return essenceOf(contentType) === "text/plain";
}
