import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { setUp } from "../test/token-source-set-up.ts";

test("10,000 callers at a cold start share one acquisition", async () => {
  const { source, acquisitions, last } = setUp();
  const calls = Array.from({ length: 10_000 }, () => source.get(new AbortController().signal));
  await last().succeed("a");
  expect(new Set(await Promise.all(calls))).toEqual(new Set(["a"]));
  expect(acquisitions).toHaveLength(1);
});

test("a fresh token is there at once, and nothing else happens", async () => {
  const { source, pass, acquisitions, last } = setUp();
  const first = source.get(undefined);
  await last().succeed("a");
  await first;
  pass(79_999);
  expect(source.get(undefined)).toBe("a");
  expect(acquisitions).toHaveLength(1);
});

test("a due token is used while one refresh runs in the background", async () => {
  const { source, pass, acquisitions, last } = setUp();
  const first = source.get(undefined);
  await last().succeed("a");
  await first;
  pass(80_000);
  expect([source.get(undefined), source.get(undefined)]).toEqual(["a", "a"]);
  expect(acquisitions).toHaveLength(2);
  expect(last().replaces).toBe("a");
  await last().succeed("b");
  expect(acquisitions).toHaveLength(2);
});

test("a refreshed token takes over when it has settled: until then the old one serves, and nobody asks again", async () => {
  const { source, pass, acquisitions, last } = setUp();
  const first = source.get(undefined);
  await last().succeed("a");
  await first;
  pass(80_000);
  source.get(undefined);
  await last().succeed("b");
  pass(999);
  expect(source.get(undefined)).toBe("a");
  source.refresh();
  expect(acquisitions).toHaveLength(2);
  pass(1);
  expect(source.get(undefined)).toBe("b");
  expect(acquisitions).toHaveLength(2);
});

test("a refreshed token takes over as soon as the old one dies, and costs no further acquisition", async () => {
  const { source, pass, acquisitions, last } = setUp();
  const first = source.get(undefined);
  await last().succeed("a");
  await first;
  pass(99_500);
  source.get(undefined);
  await last().succeed("b");
  pass(499);
  expect(source.get(undefined)).toBe("a");
  pass(1);
  expect(source.get(undefined)).toBe("b");
  expect(acquisitions).toHaveLength(2);
});

test.each(["a", "b"])(
  "if %s is rejected while both live, both are dropped: one revocation may have ended both",
  async (token) => {
    const { source, pass, acquisitions, last } = setUp();
    const first = source.get(undefined);
    await last().succeed("a");
    await first;
    pass(80_000);
    source.get(undefined);
    await last().succeed("b");
    source.reject(token);
    const renewed = source.get(undefined);
    expect(last()).toMatchObject({ replaces: "b", reason: "rejected" });
    await last().succeed("c");
    expect(await renewed).toBe("c");
    expect(acquisitions).toHaveLength(3);
  },
);

test("who wants the old token replaced gets the refreshed one at once", async () => {
  const { source, pass, acquisitions, last } = setUp();
  const first = source.get(undefined);
  await last().succeed("a");
  await first;
  pass(80_000);
  source.get(undefined);
  await last().succeed("b");
  expect(source.get(undefined, "a")).toBe("b");
  expect(acquisitions).toHaveLength(2);
});

test("who wants a living token replaced waits for another, and leaves it to the rest", async () => {
  const { source, acquisitions, last } = setUp();
  const first = source.get(undefined);
  await last().succeed("a");
  await first;
  const renewed = source.get(undefined, "a");
  expect(acquisitions).toHaveLength(2);
  expect(source.get(undefined)).toBe("a");
  await last().succeed("b");
  expect(await renewed).toBe("b");
});

test("a caller who leaves does not end a background refresh", async () => {
  const { source, pass, last } = setUp();
  const first = source.get(undefined);
  await last().succeed("a");
  await first;
  pass(80_000);
  source.get(undefined);
  pass(20_000);
  const controller = new AbortController();
  const waiting = source.get(controller.signal);
  controller.abort();
  await expect(waiting).rejects.toThrow("aborted");
  expect(last().signal.aborted).toBe(false);
});

test("a dead token is not used: callers wait for the next", async () => {
  const { source, pass, acquisitions, last } = setUp();
  const first = source.get(undefined);
  await last().succeed("a");
  await first;
  pass(100_000);
  const waiting = source.get(undefined);
  expect(waiting).toBeInstanceOf(Promise);
  await last().succeed("b");
  expect(await waiting).toBe("b");
  expect(acquisitions).toHaveLength(2);
});

test("a token's life counts from the start of its request", async () => {
  const { source, pass, last } = setUp();
  const first = source.get(undefined);
  await last().succeed("a", 100_000, 30_000);
  await first;
  pass(49_999);
  expect(source.get(undefined)).toBe("a");
  pass(20_001);
  expect(source.get(undefined)).toBeInstanceOf(Promise);
});

test("a rejected token is dropped, but only while it is the current one", async () => {
  const { source, acquisitions, last, events } = setUp();
  const first = source.get(undefined);
  await last().succeed("a");
  await first;
  source.reject("a");
  const second = source.get(undefined);
  expect(last().replaces).toBe("a");
  await last().succeed("b");
  expect(await second).toBe("b");
  for (let straggler = 0; straggler < 10_000; straggler++) source.reject("a");
  expect(source.get(undefined)).toBe("b");
  expect(acquisitions).toHaveLength(2);
  expect(events.map((event) => "reason" in event && event.reason)).toEqual(["none", "rejected"]);
});

test("a caller who aborts leaves at once and alone", async () => {
  const { source, last } = setUp();
  const controller = new AbortController();
  const leaving = source.get(controller.signal);
  const staying = source.get(new AbortController().signal);
  controller.abort(new Error("I left"));
  await expect(leaving).rejects.toThrow("I left");
  expect(last().signal.aborted).toBe(false);
  await last().succeed("a");
  expect(await staying).toBe("a");
});

test("when all callers have left the acquisition goes on, and its token serves the next", async () => {
  const { source, acquisitions, last, events } = setUp();
  const controllers = [new AbortController(), new AbortController()];
  const leaving = controllers.map(({ signal }) => source.get(signal));
  for (const controller of controllers) controller.abort();
  for (const call of leaving) await expect(call).rejects.toThrow("aborted");
  expect(last().signal.aborted).toBe(false);
  const next = source.get(undefined);
  await last().succeed("b");
  expect(await next).toBe("b");
  expect(acquisitions).toHaveLength(1);
  expect(events).toMatchObject([{ type: "token-acquired" }]);
});

test("a token that comes when everybody has left is kept", async () => {
  const { source, acquisitions, last } = setUp();
  const controller = new AbortController();
  const leaving = source.get(controller.signal);
  controller.abort(new Error("left"));
  await expect(leaving).rejects.toThrow("left");
  await last().succeed("a");
  expect(source.get(undefined)).toBe("a");
  expect(acquisitions).toHaveLength(1);
});

test("a caller who has left already starts nothing", async () => {
  const { source, acquisitions } = setUp();
  await expect(source.get(AbortSignal.abort(new Error("gone")))).rejects.toThrow("gone");
  expect(acquisitions).toEqual([]);
});

test("asks to replace the token it has, not one that was rejected long ago", async () => {
  const { source, pass, last } = setUp();
  const first = source.get(undefined);
  await last().succeed("a");
  await first;
  source.reject("a");
  const second = source.get(undefined);
  await last().succeed("b");
  await second;
  pass(80_000);
  source.get(undefined);
  expect(last().replaces).toBe("b");
});

test("counts a token's age by the monotonic clock too", async () => {
  const { source, now, last } = setUp();
  const first = source.get(undefined);
  await last().succeed("a", 100_000, 30_000);
  await first;
  now.wall -= 86_400_000;
  now.monotonic += 70_000;
  expect(source.get(undefined)).toBeInstanceOf(Promise);
});

test("whatever the clocks do, no token is used that either calls dead, and refreshes stay within bounds", async () => {
  const step = fc.record({
    wall: fc.integer({ min: -90_000, max: 90_000 }),
    monotonic: fc.integer({ min: 0, max: 90_000 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 60 }), async (steps) => {
      const { source, now, acquisitions, last } = setUp();
      const born = new Map<string, { wall: number; monotonic: number }>();
      for (const { wall, monotonic } of steps) {
        now.wall += wall;
        now.monotonic += monotonic;
        const before = acquisitions.length;
        const got = source.get(undefined);
        expect(acquisitions.length - before).toBeLessThanOrEqual(1);
        if (acquisitions.length > before) {
          const token = `t${acquisitions.length}`;
          born.set(token, { ...now });
          await last().succeed(token);
        }
        const token = await got;
        const birth = born.get(token);
        expect(birth && now.wall - birth.wall).toBeLessThan(100_000);
        expect(birth && now.monotonic - birth.monotonic).toBeLessThan(100_000);
      }
    }),
    { seed: 800, numRuns: 300 },
  );
});

test("leaves no listener on a caller's signal, however the acquisition ends", async () => {
  for (const end of ["succeed", "fail"] as const) {
    const { source, last } = setUp();
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    const call = source.get(signal);
    await (end === "succeed" ? last().succeed("t") : last().fail(new Error("down")));
    await Promise.allSettled([call]);
    expect(added).toHaveBeenCalledTimes(1);
    expect(removed.mock.calls).toEqual(added.mock.calls);
  }
});
