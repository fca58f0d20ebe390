import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { setUp } from "../test/token-source-set-up.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Comes, and leaves before anything happened. */
async function comeAndGo(source: ReturnType<typeof setUp>["source"]): Promise<void> {
  const controller = new AbortController();
  const call = source.get(controller.signal);
  controller.abort(new Error("left"));
  await expect(call).rejects.toThrow("left");
}

test("a flood of callers who leave an endpoint that never answers costs no more than its deadlines and backoffs", async () => {
  const { source, acquisitions, pass } = setUp();
  for (let caller = 0; caller < 300; caller++) {
    if (!source.pauseMs()) await comeAndGo(source);
    pass(200);
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(acquisitions).toHaveLength(5);
});

test("only while somebody waits for it does an acquisition keep the process from ending", async () => {
  const { source, last, pass } = setUp();
  const first = source.get(undefined);
  await last().succeed("t", 100_000);
  await first;
  const timers = new Set<{ hasRef: () => boolean }>();
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  vi.stubGlobal("setTimeout", (...call: Parameters<typeof setTimeout>) => {
    const timer = set(...call);
    timers.add(timer);
    return timer;
  });
  vi.stubGlobal("clearTimeout", (timer: ReturnType<typeof setTimeout>) => {
    timers.delete(timer);
    clear(timer);
  });
  const holding = () => [...timers].filter((timer) => timer.hasRef()).length;
  pass(90_000);
  expect(source.get(undefined)).toBe("t");
  expect([timers.size, holding()]).toEqual([1, 0]);
  const controller = new AbortController();
  const leaves = source.get(controller.signal, "t");
  const waits = source.get(undefined, "t");
  expect(holding()).toBe(2);
  controller.abort(new Error("left"));
  await expect(leaves).rejects.toThrow("left");
  expect(holding()).toBe(1);
  await last().succeed("u");
  expect(await waits).toBe("u");
  expect(timers.size).toBe(0);
});

test.each([
  { given: "the timers that were to end it are gone, as a test's fake ones are", ms: 0 },
  { given: "its time is over by the clock, though no timer has fired", ms: 60_000 },
])("an acquisition that never ends is ended for those who wait, if $given", async ({ ms }) => {
  const { source, acquisitions, pass, last } = setUp();
  const forgotten = expect(source.get(undefined)).rejects.toMatchObject({ code: "ERR_TOKEN_TIMEOUT" });
  vi.clearAllTimers();
  pass(ms);
  const call = expect(source.get(undefined)).rejects.toMatchObject({ code: "ERR_TOKEN_TIMEOUT" });
  await vi.advanceTimersByTimeAsync(10_000 - Math.min(ms, 10_000));
  await call;
  await forgotten;
  pass(500);
  const next = source.get(undefined);
  await last().succeed("t");
  expect(await next).toBe("t");
  expect(acquisitions).toHaveLength(2);
});

test("says when a token is used that could not be refreshed", async () => {
  const { source, last, pass, events } = setUp();
  const first = source.get(undefined);
  await last().succeed("t", 100_000);
  await first;
  pass(90_000);
  source.get(undefined);
  await last().fail(new Error("down"));
  expect(source.get(undefined)).toBe("t");
  expect(events.at(-1)).toEqual({ type: "token-reused", leftMs: 10_000 });
});
