/** A function that hides secrets in a text: as they are, and in URLs, JSON, HTML, hexadecimal and base64. */
export function createMask(secrets: readonly string[]): (text: string) => string {
  const forms = [...new Set(secrets.filter((secret) => secret !== "").flatMap(formsOf))];
  // The longest first, so that no form leaves the rest of another that holds it.
  forms.sort((a, b) => b.length - a.length);
  const pattern = new RegExp(forms.map(escapeForPattern).join("|"), "gi");
  return (text) => (forms.length === 0 ? text : text.replaceAll(pattern, "***"));
}

function formsOf(secret: string): string[] {
  const html = secret
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
  return [
    secret,
    encodeURI(secret.toWellFormed()),
    encodeURIComponent(secret.toWellFormed()),
    new URLSearchParams({ "": secret }).toString().slice("=".length),
    JSON.stringify(secret).slice(1, -1),
    html,
    html.replaceAll("'", "&#39;"),
    Buffer.from(secret).toString("hex"),
    ...base64Forms(secret),
  ];
}

/** The part of a base64 text that depends on the secret alone, at each of the three places where it can start. */
function base64Forms(secret: string): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)]);
    const text = bytes.toString("base64url");
    const own = text.slice(Math.ceil((offset * 8) / 6), Math.floor((bytes.length * 8) / 6));
    // Shorter ones are in any text by chance.
    return own.length < 4 ? [] : [own, own.replaceAll("-", "+").replaceAll("_", "/")];
  });
}

function escapeForPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
