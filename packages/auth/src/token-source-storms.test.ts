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

test("callers who all leave early cost ever fewer acquisitions", async () => {
  const { source, acquisitions } = setUp();
  for (let caller = 0; caller < 100; caller++) await comeAndGo(source);
  expect(acquisitions).toHaveLength(2);
});

test("the caller who stays gets a token, when the rest is over", async () => {
  const { source, acquisitions, last } = setUp();
  for (let caller = 0; caller < 3; caller++) await comeAndGo(source);
  const stays = source.get(undefined);
  expect(acquisitions).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(acquisitions).toHaveLength(3);
  await last().succeed("t");
  expect(await stays).toBe("t");
});

test("an acquisition that all have left does not replace a later token", async () => {
  const { source, acquisitions, last } = setUp();
  await comeAndGo(source);
  const call = source.get(undefined);
  await last().succeed("new");
  await acquisitions[0]?.succeed("old");
  expect(await call).toBe("new");
  expect(source.get(undefined)).toBe("new");
});

test("tokens that are rejected one after the other are renewed ever more seldom, until one is accepted", async () => {
  const { source, acquisitions, last, pass } = setUp();
  const renew = async () => {
    const token = source.get(undefined);
    if (typeof token === "string") return token;
    await last().succeed(`t${acquisitions.length}`);
    return token;
  };
  let token = await renew();
  for (let call = 0; call < 1_000; call++) if (source.drop(token)) token = await renew();
  expect(acquisitions).toHaveLength(3);
  pass(500);
  expect(source.drop(token)).toBe(true);
  token = await renew();
  expect(source.drop(token)).toBe(false);
  expect(source.get(undefined)).toBe(token);
  source.accept();
  expect(source.drop(token)).toBe(true);
});

test("a foreground caller keeps a background refresh's deadline from letting the process end", async () => {
  const { source, last, pass } = setUp();
  const first = source.get(undefined);
  await last().succeed("t", 100_000);
  await first;
  const timers: { unref: () => unknown; ref: () => unknown; hasRef: () => boolean }[] = [];
  const real = globalThis.setTimeout;
  vi.stubGlobal("setTimeout", (...call: Parameters<typeof setTimeout>) => {
    const timer = real(...call);
    timers.push(timer as never);
    return timer;
  });
  pass(90_000);
  expect(source.get(undefined)).toBe("t");
  expect(timers.map((timer) => timer.hasRef())).toEqual([false]);
  pass(10_000);
  const controller = new AbortController();
  const waits = source.get(controller.signal);
  expect(timers.map((timer) => timer.hasRef())).toEqual([true]);
  controller.abort(new Error("left"));
  await expect(waits).rejects.toThrow("left");
  expect(timers.map((timer) => timer.hasRef())).toEqual([false]);
  expect(last().signal.aborted).toBe(false);
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
