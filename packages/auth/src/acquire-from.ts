import type { AcquisitionReason } from "./auth-event.ts";
import { systemClock } from "./clock.ts";
import { parseTokenResponse } from "./parse-token-response.ts";
import type { TimedToken } from "./timed-token.ts";

/** Obtains a token other than `replaces`. Never throws at once. */
export type Acquire = (
  replaces: string | undefined,
  signal: AbortSignal,
  reason?: AcquisitionReason,
) => Promise<TimedToken>;

/** Asks for a token, whose life is counted from then on, and checks it. */
export async function acquireFrom(ask: () => unknown): Promise<TimedToken> {
  // A turn later, so that a `getToken` that calls its own client waits for itself instead of starting another.
  await undefined;
  const requestedAt = systemClock.now();
  return { ...parseTokenResponse(await ask()), requestedAt };
}
