import { MAX_DELAY_MS } from "./delay.ts";
import type { EngineRequest } from "./messages.ts";

/** What a request asks of its own answer. */
export interface Preference {
  readonly status?: number;
  /** Name of an example in the document. */
  readonly example?: string;
  readonly delayMs: number;
}

/**
 * Reads `Prefer: code=404, example=two, delay=200` (RFC 7240), the first two as Prism names them, the delay in milliseconds.
 *
 * @returns undefined if it asks for none of these; in words, what is wrong with it.
 */
export function readPreference({ headers: { prefer } }: EngineRequest): Preference | string | undefined {
  if (prefer === undefined) return undefined;
  const wanted = new Map<string, string>();
  for (const [, name = "", quoted, plain = ""] of prefer.matchAll(PAIR)) {
    // The first of a name counts (RFC 7240, section 2).
    if (!wanted.has(name.toLowerCase())) wanted.set(name.toLowerCase(), quoted ?? plain);
  }
  const [code, example, delay] = [wanted.get("code"), wanted.get("example"), wanted.get("delay")];
  if (code === undefined && example === undefined && delay === undefined) return undefined;
  if (code !== undefined && !/^[2-5]\d\d$/.test(code)) return `Prefer: code is a status from 200 to 599, not ${code}.`;
  const delayMs = Number(delay ?? 0);
  if (delay !== undefined && !(/^\d+$/.test(delay) && delayMs <= MAX_DELAY_MS)) {
    return `Prefer: delay is a number of milliseconds from 0 to ${MAX_DELAY_MS}, not ${delay}.`;
  }
  return { ...(code !== undefined && { status: Number(code) }), ...(example !== undefined && { example }), delayMs };
}

const PAIR = /(?<![\w-])(code|example|delay)\s*=\s*(?:"([^"]*)"|([^\s,;"]+))/gi;
