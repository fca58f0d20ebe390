import { CallTimeoutError } from "./errors.ts";

/** A request, or the options of one. */
export interface SignalHolder {
  readonly signal?: AbortSignal | null | undefined;
}

/** Node's timers can let the process end; others are plain numbers. */
type Timer = ReturnType<typeof setTimeout> & { ref?(): unknown; unref?(): unknown };

/** What may end a call before its answer does: its caller, or its time. */
export interface CallEnd {
  /** Kept from the garbage collector: in Node, requests follow the signal they are made with only weakly. */
  readonly caller: SignalHolder;
  /** The caller's own signal, not one that follows it, or with the deadline too. Also ends the answer's body. */
  readonly signal: AbortSignal | undefined;
  /** The deadline's. Keeps the process alive while something is waited for. */
  readonly timer: Timer | undefined;
  /** Why the signal has aborted. */
  reason(): unknown;
}

export function createCallEnd(caller: SignalHolder, timeoutMs?: number, url?: string): CallEnd {
  const own = caller.signal ?? undefined;
  let signal = own;
  let timer: Timer | undefined;
  let timedOut: CallTimeoutError | undefined;

  if (timeoutMs !== undefined) {
    const controller = new AbortController();
    const follow = () => controller.abort(own?.reason);
    timer = setTimeout(() => {
      own?.removeEventListener("abort", follow);
      if (own?.aborted) return;
      timedOut = new CallTimeoutError(timeoutMs, url);
      controller.abort(timedOut);
    }, timeoutMs);
    signal = controller.signal;
    if (own && AbortSignal.any) signal = AbortSignal.any([own, signal]);
    else if (own?.aborted) follow();
    else own?.addEventListener("abort", follow);
  }

  return {
    caller,
    signal,
    timer,
    // Some runtimes throw a copy of the reason, which is no longer of its class, and older ones have none.
    reason: () => timedOut ?? own?.reason ?? Object.assign(new Error("The call was aborted."), { name: "AbortError" }),
  };
}
