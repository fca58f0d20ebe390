import type { Clock } from "./clock.ts";
import { backoffMs, type Pause, pauseLeftMs } from "./token-rule.ts";

/**
 * Judges whether a new token may help a call that the API rejected. An operation that always rejects must not cost a token
 * request a call, nor slow the repair of others: so calls are told apart by how the last one like them ended.
 */
export interface Rejections {
  /** Whether to renew the token for this call, which was rejected. True ever more seldom, the more it was in vain. */
  mayRenew(call: KindOfCall): boolean;
  /** Notes how a call ended: `isRepaired` if it was sent again with a new token. */
  note(call: KindOfCall, isRejected: boolean, isRepaired: boolean): void;
}

/** Method and URL, without the query: what tells operations apart for those who know no description. */
type KindOfCall = Pick<Request, "method" | "url">;

type Verdict = "accepted" | "rejected" | "unknown";

/** Kinds beyond this are forgotten, the least recent first. */
const MAX_KINDS = 1_000;
const NONE = { times: 0, at: 0, waitMs: 0 };

export function createRejections(clock: Clock, random: () => number): Rejections {
  const verdicts = new Map<string, Verdict>();
  /** Renewals in a row that helped none of the calls with the same verdict, and the rest after the last of them. */
  const rows: Record<Verdict, Pause & { times: number }> = { accepted: NONE, rejected: NONE, unknown: NONE };
  /** From the first rejection on: before, calls need not be told apart, and cost nothing. */
  let isWatching = false;

  return {
    mayRenew(call) {
      isWatching = true;
      const verdict = verdicts.get(kindOf(call)) ?? "unknown";
      const now = clock.now();
      if (pauseLeftMs(rows[verdict], now)) return false;
      const times = rows[verdict].times + 1;
      // The first repeat is free.
      rows[verdict] = { times, at: now.monotonic, waitMs: times > 1 ? backoffMs(times - 1, random()) : 0 };
      return true;
    },
    note(call, isRejected, isRepaired) {
      if (!isWatching) return;
      const kind = kindOf(call);
      if (isRepaired && !isRejected) rows[verdicts.get(kind) ?? "unknown"] = NONE;
      verdicts.delete(kind);
      verdicts.set(kind, isRejected ? "rejected" : "accepted");
      for (const [first] of verdicts) {
        if (verdicts.size <= MAX_KINDS) break;
        verdicts.delete(first);
      }
    },
  };
}

function kindOf({ method, url }: KindOfCall): string {
  return `${method} ${url.split("?", 1)}`;
}
