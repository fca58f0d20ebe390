import fc from "fast-check";
import { expect, test } from "vitest";
import type { AuthEvent } from "./auth-event.ts";
import { CredentialsRejectedError, InvalidTokenResponseError, TokenUnavailableError } from "./errors.ts";
import { createTokenSource } from "./token-source.ts";
import type { StoredToken } from "./token-store.ts";

/** One acquisition that a test settles when it likes. */
interface Acquisition {
  readonly replaces: string | undefined;
  readonly signal: AbortSignal;
  succeed(token: string, lifetimeMs?: number, ageMs?: number): Promise<void>;
  fail(error: unknown): Promise<void>;
}

/** A token source under clocks and acquisitions of the test's own. */
function setUp() {
  const now = { wall: 1_000_000, monotonic: 0 };
  const acquisitions: Acquisition[] = [];
  const events: AuthEvent[] = [];
  const source = createTokenSource({
    acquire: (replaces, signal) =>
      new Promise<StoredToken>((resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        acquisitions.push({
          replaces,
          signal,
          succeed: (token, lifetimeMs = 100_000, ageMs = 0) => settled(() => resolve({ token, lifetimeMs, ageMs })),
          fail: (error) => settled(() => reject(error)),
        });
      }),
    clock: { now: () => ({ ...now }) },
    random: () => 0,
    onEvent: (event) => events.push(event),
  });
  const pass = (ms: number) => {
    now.wall += ms;
    now.monotonic += ms;
  };
  const last = () => {
    const acquisition = acquisitions.at(-1);
    if (!acquisition) throw new Error("nothing was acquired");
    return acquisition;
  };
  return { source, now, pass, acquisitions, last, events };
}

/** Settles something and lets all that follows from it happen. */
async function settled(settle: () => void): Promise<void> {
  settle();
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

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
  expect(source.get(undefined)).toBe("b");
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

test("a token that is dead on arrival is an error, and is never used", async () => {
  const { source, last } = setUp();
  const waiting = source.get(undefined);
  const rejection = expect(waiting).rejects.toThrow(
    new InvalidTokenResponseError("The token had expired before it arrived."),
  );
  await last().succeed("a", 1_000, 1_000);
  await rejection;
});

test("a rejected token is dropped, but only while it is the current one", async () => {
  const { source, acquisitions, last, events } = setUp();
  const first = source.get(undefined);
  await last().succeed("a");
  await first;
  source.drop("a");
  const second = source.get(undefined);
  expect(last().replaces).toBe("a");
  await last().succeed("b");
  expect(await second).toBe("b");
  for (let straggler = 0; straggler < 10_000; straggler++) source.drop("a");
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

test("when all callers have left the acquisition ends, and the next caller starts another", async () => {
  const { source, acquisitions, last, events } = setUp();
  const controllers = [new AbortController(), new AbortController()];
  const leaving = controllers.map(({ signal }) => source.get(signal));
  for (const controller of controllers) controller.abort();
  for (const call of leaving) await expect(call).rejects.toThrow("aborted");
  expect(last().signal.aborted).toBe(true);
  expect(events).toEqual([]);
  const next = source.get(undefined);
  await last().succeed("b");
  expect(await next).toBe("b");
  expect(acquisitions).toHaveLength(2);
});

test("a caller who has left already starts nothing", async () => {
  const { source, acquisitions } = setUp();
  await expect(source.get(AbortSignal.abort(new Error("gone")))).rejects.toThrow("gone");
  expect(acquisitions).toEqual([]);
});

test("after a failure nobody asks again before the wait is over, then one does", async () => {
  const { source, pass, acquisitions, last } = setUp();
  const error = new TokenUnavailableError("down");
  const calls = Array.from({ length: 500 }, () => source.get(undefined));
  const rejections = calls.map((call) => expect(call).rejects.toBe(error));
  await last().fail(error);
  await Promise.all(rejections);
  for (let call = 0; call < 500; call++) await expect(source.get(undefined)).rejects.toBe(error);
  pass(499);
  await expect(source.get(undefined)).rejects.toBe(error);
  expect(acquisitions).toHaveLength(1);
  pass(1);
  const retry = source.get(undefined);
  expect(acquisitions).toHaveLength(2);
  await last().succeed("a");
  expect(await retry).toBe("a");
});

test.each([
  {
    given: "the endpoint's Retry-After",
    error: new TokenUnavailableError("busy", { retryAfterMs: 7_000 }),
    wait: 7_000,
  },
  { given: "a cool-down after refused credentials", error: new CredentialsRejectedError(401), wait: 60_000 },
  {
    given: "the backoff, where it is longer",
    error: new TokenUnavailableError("busy", { retryAfterMs: 10 }),
    wait: 500,
  },
])("waits for $given", async ({ error, wait }) => {
  const { source, pass, acquisitions, last, events } = setUp();
  const call = source.get(undefined);
  const rejection = expect(call).rejects.toBe(error);
  await last().fail(error);
  await rejection;
  expect(events).toEqual([{ type: "token-failed", reason: "none", durationMs: 0, error, waitMs: wait }]);
  pass(wait - 1);
  await expect(source.get(undefined)).rejects.toBe(error);
  pass(1);
  const retry = source.get(undefined);
  expect(acquisitions).toHaveLength(2);
  await last().succeed("a");
  expect(await retry).toBe("a");
});

test("setting the wall clock forward does not shorten a wait", async () => {
  const { source, now, acquisitions, last } = setUp();
  const call = source.get(undefined);
  const rejection = expect(call).rejects.toThrow("busy");
  await last().fail(new TokenUnavailableError("busy", { retryAfterMs: 7_000 }));
  await rejection;
  now.wall += 3_600_000;
  await expect(source.get(undefined)).rejects.toThrow("busy");
  expect(acquisitions).toHaveLength(1);
});

test("a refresh that fails in the background is silent: the token goes on being used until its end", async () => {
  const { source, pass, acquisitions, last, events } = setUp();
  const first = source.get(undefined);
  await last().succeed("a");
  await first;
  pass(80_000);
  expect(source.get(undefined)).toBe("a");
  await last().fail(new TokenUnavailableError("down"));
  expect(events.at(-1)).toMatchObject({ type: "token-failed", reason: "due", waitMs: 500 });
  pass(100);
  expect(source.get(undefined)).toBe("a");
  expect(acquisitions).toHaveLength(2);
  pass(400);
  expect(source.get(undefined)).toBe("a");
  expect(acquisitions).toHaveLength(3);
});

test("whatever else is thrown becomes an AuthError that says so", async () => {
  const { source, last } = setUp();
  const call = source.get(undefined);
  const cause = new RangeError("the app's own");
  const rejection = expect(call).rejects.toMatchObject({ code: "ERR_TOKEN_UNAVAILABLE", cause });
  await last().fail(cause);
  await rejection;
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
