/** Anything that may be text in another coding. */
const CODED = /[A-Za-z0-9+/_-]{8,}/g;

/** Returns the first of the secrets that can be read in a text: as it is, or in hex, base64 or percent signs. */
export function findSecret(text: string, secrets: readonly string[]): string | undefined {
  const words = text.match(CODED) ?? [];
  const decoded = words.flatMap((word) => [Buffer.from(word, "base64"), Buffer.from(word, "hex")]);
  const readable = [text, decodeAll(text), ...decoded.map(String)].join("\n").toLowerCase();
  return secrets.find((secret) => readable.includes(secret.toLowerCase()));
}

function decodeAll(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
