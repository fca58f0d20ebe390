import { CallTimeoutError } from "./errors.ts";

/** A request, or the options of one. */
export interface SignalHolder {
  readonly signal?: AbortSignal | null | undefined;
}

/** Node's timers can let the process end; others are plain numbers. */
type Timer = ReturnType<typeof setTimeout> & { unref?(): unknown };

/** What may end a call before its answer does: its caller, or its time. */
export interface CallEnd {
  /** Kept from the garbage collector: in Node, requests follow the signal they are made with only weakly. */
  readonly caller: SignalHolder;
  /** The caller's own signal, not one that follows it, or with the deadline too. Also ends the answer's body. */
  readonly signal: AbortSignal | undefined;
  /** Work's outcome, unless the signal aborts first: not every `fetch` listens to it. */
  race<T>(work: Promise<T>): Promise<T>;
  /** Lets the process end, though the deadline stands. */
  letGo(): void;
}

export function createCallEnd(caller: SignalHolder, timeoutMs: number | undefined, url: string): CallEnd {
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

  const letGo = () => timer?.unref?.();
  // Some runtimes throw a copy of the reason, which is no longer of its class, and older ones have none.
  const reason = () =>
    timedOut ?? own?.reason ?? Object.assign(new Error("The call was aborted."), { name: "AbortError" });

  return {
    caller,
    signal,
    async race(work) {
      if (!signal) return work;
      let leave = () => {};
      const left = new Promise<never>((_resolve, reject) => {
        leave = () => reject(reason());
      });
      if (signal.aborted) leave();
      else signal.addEventListener("abort", leave);
      try {
        return await Promise.race([work, left]);
      } catch (error) {
        letGo();
        throw signal.aborted ? reason() : error;
      } finally {
        signal.removeEventListener("abort", leave);
      }
    },
    letGo,
  };
}
