import type { Clock } from "./clock.ts";
import { backoffMs, type Pause, pauseLeftMs } from "./token-rule.ts";

/**
 * Judges whether a new token may help a call that the API rejected. An operation that always rejects must neither cost a
 * token request a call nor slow the repair of others: so calls are told apart by how the last one like them ended.
 */
export interface Rejections {
  /** Whether to renew the token for this call, which was rejected: ever more seldom, the more often it was in vain. */
  mayRenew(call: KindOfCall): boolean;
  /** Notes how a call ended, and if it had been sent again with a new token. */
  note(call: KindOfCall, isAccepted: boolean, isReplayed: boolean): void;
}

/** Method and URL, without the query: what tells operations apart for those who know no description. */
type KindOfCall = Pick<Request, "method" | "url">;

/** How many kinds of calls are told apart, before all are forgotten. */
const MAX_KINDS = 1_000;

export function createRejections(clock: Clock, random: () => number): Rejections {
  /** Whether the last call of a kind was accepted. */
  const verdicts = new Map<string, boolean>();
  /**
   * By verdict: renewals in a row that repaired no such call, and the rest after the last of them. Empty until the first
   * rejection, and again when all is repaired: calls need not be told apart then, and cost nothing.
   */
  const rows = new Map<boolean | undefined, Pause & { times: number }>();

  return {
    mayRenew(call) {
      const verdict = verdicts.get(kindOf(call));
      const row = rows.get(verdict);
      const now = clock.now();
      if (row && pauseLeftMs(row, now)) return false;
      // The first repeat is free for calls of which nothing is known.
      const times = row ? row.times + 1 : Number(verdict !== undefined);
      rows.set(verdict, { times, at: now.monotonic, waitMs: times && backoffMs(times, random()) });
      return true;
    },
    note(call, isAccepted, isReplayed) {
      if (!rows.size) return;
      const kind = kindOf(call);
      if (isAccepted && isReplayed) rows.delete(verdicts.get(kind));
      if (verdicts.size >= MAX_KINDS) verdicts.clear();
      verdicts.set(kind, isAccepted);
    },
  };
}

function kindOf({ method, url }: KindOfCall): string {
  return method + url.split("?", 1);
}
