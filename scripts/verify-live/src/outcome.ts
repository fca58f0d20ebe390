import type { Check } from "./check-gateway.ts";
import type { Finding } from "./create-prober.ts";
import { differencesOf } from "./differences.ts";
import { isBusy, isSuccess } from "./judge-answer.ts";

/** How a check ends. */
export interface Outcome {
  /** 0: all that could be confirmed was. 1: the gateway differs. 2: it could not be checked, or not whole. */
  readonly status: 0 | 1 | 2;
  /** The status in words. */
  readonly reason: string;
  /** What could not be checked, and why. */
  readonly gaps: readonly string[];
}

/** A call that was to succeed and was not served outweighs a difference, since more of them may be hidden behind it. */
export function outcomeOf(check: Check): Outcome {
  const unserved = check.findings.filter(isUnserved);
  const gaps = [...check.gaps, ...unserved.map(describe)];
  const isBlind = check.areCredentialsRefused || unserved.some(({ expected }) => isSuccess(expected));
  const differences = differencesOf(check).length;
  if (isBlind) return { status: 2, reason: "The gateway could not be checked whole: see below.", gaps };
  if (differences > 0)
    return {
      status: 1,
      reason: `The gateway differs from the spec in ${differences} ${differences === 1 ? "way" : "ways"}.`,
      gaps,
    };
  if (gaps.length > 0)
    return { status: 2, reason: "What was seen is as the spec says, but not all could be checked: see below.", gaps };
  return { status: 0, reason: "All answers are as the spec says.", gaps };
}

/** Whether a call brought nothing that counts: no answer, or one of a busy or broken gateway. */
export function isUnserved({ exchange: { answer }, askedAgainAfter }: Finding): boolean {
  return askedAgainAfter === undefined && (answer === undefined || isBusy(answer.status));
}

function describe({ exchange: { operation, purpose, answer, failure } }: Finding): string {
  const call = `${operation.operationId}, ${purpose}`;
  if (!answer) return `${call}: ${failure}.`;
  const wait = answer.headers.get("retry-after");
  const asked = wait !== null && /^[\w ,:+-]{1,40}$/.test(wait) ? `, with \`Retry-After: ${wait}\`` : "";
  return `${call}: ${answer.status} came instead of what the call was for${asked}. Run the check again later.`;
}
