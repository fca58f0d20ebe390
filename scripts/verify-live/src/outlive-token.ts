import type { Clock } from "./clock.ts";
import type { Prober, Token } from "./create-prober.ts";
import type { SpecDocument } from "./document.ts";
import { isRefusal } from "./judge-answer.ts";
import { type Operation, refusalOf, successOf } from "./operations.ts";

/** How long after its end a token may still pass, in seconds: gateways allow for clocks that differ. */
const LEEWAY_SECONDS = 5;

/** The longest lifetime that is waited for, in seconds. */
const PATIENCE_SECONDS = 3600;

/**
 * Uses a token four times until shortly before its end, and once after it, to see whether it lives as long as it is
 * said to. Returns what else is worth knowing.
 */
export async function outliveToken(
  prober: Prober,
  spec: SpecDocument,
  operation: Operation,
  token: Token,
  clock: Clock,
): Promise<readonly string[]> {
  const { lifetime, requestedAt } = token;
  if (lifetime === undefined || lifetime > PATIENCE_SECONDS) {
    return ["The end of the token was not waited for: its lifetime is unknown, or longer than an hour."];
  }
  const waitUntil = (seconds: number) => clock.wait(Math.max(0, requestedAt + seconds * 1000 - clock.now()));
  for (const share of [0.25, 0.5, 0.75, 0.95]) {
    await waitUntil(lifetime * share);
    const purpose = `with the first token, at ${share * 100} % of its lifetime`;
    if (!(await isAlive(prober, spec, operation, token, clock, purpose))) return [];
  }
  await waitUntil(lifetime + LEEWAY_SECONDS);
  await prober.use(
    operation,
    `with the first token, ${LEEWAY_SECONDS} s after its end`,
    refusalOf(spec, operation),
    token.value,
  );
  return [];
}

/** Uses a token that should be alive, and reports its death for what it is. */
export async function isAlive(
  prober: Prober,
  spec: SpecDocument,
  operation: Operation,
  { value, lifetime, requestedAt }: Token,
  clock: Clock,
  purpose: string,
): Promise<boolean> {
  const finding = await prober.use(operation, purpose, successOf(spec, operation), value);
  const status = finding.exchange.answer?.status;
  if (!isRefusal(status)) return true;
  const age = ((clock.now() - requestedAt) / 1000).toFixed(0);
  const promised = lifetime === undefined ? "" : ` of the ${lifetime} s that it was issued for`;
  prober.reword(finding, `the answer is ${status}: the token died early, after ${age} s${promised}`);
  return false;
}
