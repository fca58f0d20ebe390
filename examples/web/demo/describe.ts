import { type Call, type History, isBad, repeatOf, type Token } from "./history.ts";

/** Why a token was got, by the reason that the client tells. */
const REASONS = {
  none: () => "for the first call",
  due: (before: string) => `in the background, while ${before} still lived: no call waited`,
  dead: (before: string) => `after ${before} had died: the call waited for it`,
  rejected: (before: string) => `because the API refused ${before}`,
} satisfies Record<Token["reason"], (before: string) => string>;

/** A token's state at a time. */
export type TokenState = "fresh" | "due" | "dead";

export function stateOf({ dueAt, diesAt }: Token, now: number): TokenState {
  if (now >= diesAt) return "dead";
  return now >= dueAt ? "due" : "fresh";
}

/** How long a token lives yet, in whole seconds, rounded up. */
export function secondsLeft({ diesAt }: Token, now: number): number {
  return Math.max(0, Math.ceil((diesAt - now) / 1000));
}

/** A token's life in words. */
export function describeToken(token: Token, now: number): string {
  const left = `${secondsLeft(token, now)} s left`;
  const states = { fresh: `fresh, ${left}`, due: `about to expire, ${left}`, dead: `dead: ${endOf(token)}` };
  return `Token ${token.number}, got ${REASONS[token.reason](`token ${token.number - 1}`)}. It is ${states[stateOf(token, now)]}.`;
}

function endOf({ ended }: Token): string {
  return ended ? `you ${ended} it` : "it expired";
}

/** What came of a call, in words. */
export function describeCall(call: Call, history: History): string {
  const { number, token, repeats } = call;
  const first = repeats === undefined ? "" : `, which is call ${repeats} sent again`;
  return `Call ${number}${first}, with token ${token}: ${outcomeOf(call, history)}`;
}

/** A call's end, in words. */
export function outcomeOf(call: Call, history: History): string {
  const { startedAt, endedAt, status } = call;
  if (status === undefined || endedAt === undefined) return "in flight.";
  const answer = status === 0 ? "no answer" : `${status} after ${endedAt - startedAt} ms`;
  if (!isBad(call)) return `${answer}.`;
  const token = history.tokens.find((other) => other.number === call.token);
  const why = token?.ended && startedAt >= token.diesAt ? `, since you ${token.ended} token ${token.number}` : "";
  const repeat = repeatOf(call, history);
  const then = repeat ? ` Sent again as call ${repeat.number}: the app saw nothing of it.` : " Is sent again soon.";
  return `${answer}${why}.${call.isRepeated ? then : ""}`;
}

/** All of it in one sentence. */
export function summarize(history: History): string {
  const { calls, tokens } = history;
  const bad = calls.filter(isBad);
  const noticed = bad.filter(({ isRepeated }) => !isRepeated);
  return `Tokens: ${tokens.length}. Calls: ${calls.length}, of which ${bad.length} failed. Failures that the app noticed: ${noticed.length}.`;
}
