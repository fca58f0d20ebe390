/**
 * Whether nothing that can be seen of a value holds one of the secrets: as it is, or encoded for a URL, a form, JSON or in
 * Base64. What cannot be looked into, such as a request, counts as holding one.
 */
export function isFreeOf(secrets: readonly string[], value: unknown): boolean {
  const forms = secrets.flatMap(formsOf);
  const seen = new Set<unknown>();

  function isFree(part: unknown): boolean {
    if (typeof part === "string") return !forms.some((form) => part.toLowerCase().includes(form));
    if (typeof part === "function") return false;
    if (typeof part !== "object" || part === null || seen.has(part)) return true;
    seen.add(part);
    const isPlain = Array.isArray(part) || part instanceof Error || Object.getPrototypeOf(part) === Object.prototype;
    if (!isPlain || "toJSON" in part || Symbol.for("nodejs.util.inspect.custom") in part) return false;
    return [...Reflect.ownKeys(part), "message", "name"].every(
      (key) => isFree(String(key)) && isFree(Reflect.get(part, key)),
    );
  }

  try {
    return isFree(value);
  } catch {
    return false;
  }
}

function formsOf(secret: string): string[] {
  const uri = encodeURIComponent(secret);
  const bytes = new TextEncoder().encode(secret);
  // In Base64 a text looks in three ways, by what is before it. Its first and last digits may be shared with its neighbours.
  const inBase64 = [0, 2, 3].map((from, before) =>
    btoa(String.fromCharCode(...new Uint8Array(before), ...bytes)).slice(
      from,
      Math.floor(((before + bytes.length) * 4) / 3),
    ),
  );
  return [
    ...[secret, uri, uri.replaceAll("%20", "+"), JSON.stringify(secret).slice(1, -1)],
    ...inBase64.flatMap((text) => [text, text.replaceAll("+", "-").replaceAll("/", "_")]),
  ].map((form) => form.toLowerCase());
}
