/** Whether a content type is JSON: `application/json`, or any with the suffix `+json` (RFC 6839, section 3.1). */
export function isJson(contentType: string): boolean {
  return /[/+]json\s*(;|$)/i.test(contentType);
}

/** A content type without its parameters, in lower case. */
export function essenceOf(contentType: string): string {
  return contentType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

/** Of these parameters, what they say is not what the type is. */
const OF_THE_MESSAGE: ReadonlySet<string> = new Set(["charset", "boundary", "q"]);

/** Parameters by name: they are part of the type (RFC 9110, section 8.3.1). */
function parametersOf(contentType: string): Map<string, string> {
  const pairs = [...contentType.matchAll(/;\s*([^\s;=]+)=("[^"]*"|[^\s;]*)/g)].map(
    ([, name = "", value = ""]): [string, string] => [name.toLowerCase(), value.replace(/^"(.*)"$/, "$1")],
  );
  return new Map(pairs.filter(([name]) => !OF_THE_MESSAGE.has(name)));
}

/** The closeness of a type that lacks a parameter. */
export const LOOSE = 3;

/**
 * How closely a media type, or a range of them, describes another: 0 if it does not. Parameters that both have must be the
 * same; a type that has them all is described the more closely, and one that has less the more loosely.
 */
export function closeness(described: string, given: string): number {
  const [type, essence] = [essenceOf(described), essenceOf(given)];
  if (type === "*/*") return 1;
  const suffix = /^([^/]+\/)\*(\+.+)$/.exec(type);
  if (suffix) return essence.startsWith(suffix[1] ?? "") && essence.endsWith(suffix[2] ?? "") ? 2.5 : 0;
  if (type.endsWith("/*")) return essence.startsWith(type.slice(0, -1)) ? 2 : 0;
  if (type !== essence) return 0;
  const parameters = parametersOf(given);
  let score = 4;
  for (const [name, value] of parametersOf(described)) {
    const other = parameters.get(name);
    if (other === undefined) return LOOSE;
    if (other !== value) return 0;
    score++;
  }
  return score;
}

/** What is said of the media type, or range, that describes another most closely. */
export function closest<T>(
  given: string,
  described: readonly (readonly [mediaType: string, value: T])[],
): T | undefined {
  // Nothing is closer than the same, which most requests send.
  const same = described.find(([mediaType]) => mediaType === given);
  if (same) return same[1];
  let best: T | undefined;
  let most = 0;
  for (const [mediaType, value] of described) {
    const score = closeness(mediaType, given);
    if (score <= most) continue;
    best = value;
    most = score;
  }
  return best;
}

/** Whether a media type is a range of them: `image/*`, or ASP.NET's `application/*+json`. */
export function isRange(mediaType: string): boolean {
  return /^[^;]*\*/.test(mediaType);
}

/** What is sent where a document names only a range of media types. */
const CONCRETE: ReadonlyMap<string, string> = new Map([
  ["*/*", "application/json"],
  ["application/*", "application/json"],
  ["application/*+json", "application/json"],
  ["application/*+xml", "application/xml"],
  ["text/*", "text/plain"],
  ["image/*", "image/png"],
  ["audio/*", "audio/mpeg"],
  ["video/*", "video/mp4"],
  ["font/*", "font/woff2"],
]);

/** A type that can be sent (RFC 9110, section 8.3): of a range, one that is in it. */
export function concreteOf(mediaType: string): string {
  return CONCRETE.get(mediaType) ?? (isRange(mediaType) ? "application/octet-stream" : mediaType);
}

/** Whether a content type is text, and not bytes: by its name, and JSON and XML under any. */
export function isText(contentType: string): boolean {
  return /^text\/|json|[/+](xml|yaml|x-yaml|graphql|sql|javascript|jwt)$/.test(essenceOf(contentType));
}

/** Whether a content type is text for people, in no other format. */
export function isPlainText(contentType: string): boolean {
  return essenceOf(contentType) === "text/plain";
}
