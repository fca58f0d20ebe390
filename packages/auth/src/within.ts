import type { CallEnd } from "./call-end.ts";

/**
 * Work's outcome, unless the call ends before, or the time is over: not every `fetch` listens to its signal.
 *
 * @param onTime What comes of it when the time is over. Without work: of a pause.
 * @throws the call's reason, as soon as it ends
 */
export function within<T>(
  { signal, timer, reason }: CallEnd,
  work: Promise<T> | undefined,
  ms?: number,
  onTime?: () => T | PromiseLike<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const ending =
      <Value>(act: (value: Value) => void) =>
      (value: Value) => {
        clearTimeout(pause);
        timer?.unref?.();
        signal?.removeEventListener("abort", leave);
        act(value);
      };
    const leave = ending(() => reject(reason()));
    timer?.ref?.();
    const pause =
      onTime &&
      setTimeout(
        ending(() => resolve(onTime())),
        ms,
      );
    if (signal?.aborted) leave(undefined);
    else signal?.addEventListener("abort", leave);
    work?.then(
      ending(resolve),
      ending((error) => reject(signal?.aborted ? reason() : error)),
    );
  });
}

/** Waits. @throws the call's reason, as soon as it ends */
export function pause(end: CallEnd, ms: number): Promise<void> {
  return within(end, undefined, ms, () => {});
}
