/** Waits. @throws the signal's reason, as soon as it aborts. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => waitUntil(ms, signal, resolve, reject));
}

/** Calls `onTime` when the time is over, or `leave` with the signal's reason as soon as it aborts. Returns what cancels both. */
export function waitUntil(
  ms: number,
  signal: AbortSignal | undefined,
  onTime: () => void,
  leave: (reason: unknown) => void,
): () => void {
  const cancel = () => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  };
  const abort = () => {
    cancel();
    leave(signal?.reason);
  };
  const timer = setTimeout(() => {
    cancel();
    onTime();
  }, ms);
  if (signal?.aborted) abort();
  else signal?.addEventListener("abort", abort);
  return cancel;
}
