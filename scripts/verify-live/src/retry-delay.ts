/**
 * How long a `Retry-After` header asks to wait (RFC 9110, section 10.2.3), in milliseconds; undefined if there is none.
 *
 * A date is by the gateway's clock: it is held against the answer's own `Date`, and against ours if it has none.
 */
export function retryDelay(headers: Headers, now: number): number | undefined {
  const value = headers.get("retry-after");
  if (value === null) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const date = parseHttpDate(value);
  return date === undefined ? undefined : Math.max(0, date - (parseHttpDate(headers.get("date") ?? "") ?? now));
}

/** All three forms of RFC 9110, section 5.6.7; the one of asctime has no time zone and is in UTC too. */
function parseHttpDate(text: string): number | undefined {
  if (!/^[A-Z][a-z]{2,8},? /.test(text)) return undefined;
  const date = Date.parse(text.endsWith("GMT") ? text : `${text} GMT`);
  return Number.isNaN(date) ? undefined : date;
}
