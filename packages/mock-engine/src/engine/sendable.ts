/** What keeps a status or a header from being sent (RFC 9110, sections 5.1, 5.5 and 15), in words; undefined if nothing does. */
export function unsendable(status: number, headers: Readonly<Record<string, unknown>> = {}): string | undefined {
  if (!(Number.isInteger(status) && status >= 200 && status <= 599)) {
    return `a status is a whole number from 200 to 599, not ${status}`;
  }
  for (const [name, value] of Object.entries(headers)) {
    if (!TOKEN.test(name)) return `${JSON.stringify(name)} is no name of a header`;
    if (!isHeaderValue(value)) return `the header ${name} cannot be sent as ${JSON.stringify(value)}`;
  }
  return undefined;
}

/** Latin-1 without control characters: Fetch and Node take no other. */
export function isHeaderValue(value: unknown): boolean {
  return typeof value === "string" && VALUE.test(value);
}

const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
