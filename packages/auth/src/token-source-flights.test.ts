import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { setUp } from "../test/token-source-set-up.ts";
import { TokenUnavailableError } from "./errors.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const down = new TokenUnavailableError("down");

/** A source with the token `a`, of 100 s, which was got this long ago. */
async function setUpWithToken(ageMs: number) {
  const made = setUp();
  const first = made.source.get(undefined);
  await made.last().succeed("a");
  await first;
  made.pass(ageMs);
  return made;
}

test("events tell how long an acquisition took", async () => {
  const { source, pass, last, events } = await setUpWithToken(100_000);
  const failed = expect(source.get(undefined)).rejects.toBe(down);
  pass(7);
  await last().fail(down);
  await failed;
  pass(60_000);
  const next = source.get(undefined);
  pass(9);
  await last().succeed("b");
  await next;
  expect(events.slice(1)).toEqual([
    { type: "token-failed", reason: "dead", durationMs: 7, error: down, waitMs: 500 },
    { type: "token-acquired", reason: "dead", durationMs: 9, lifetimeMs: 100_000 },
  ]);
});

test("a refresh is begun only if none is under way, forbidden or needless", async () => {
  const { source, pass, acquisitions, last } = await setUpWithToken(0);
  expect(source.pauseMs()).toBe(0);
  source.refresh();
  expect(acquisitions).toHaveLength(1);
  pass(80_000);
  source.refresh();
  source.refresh();
  expect(acquisitions).toHaveLength(2);
  await last().fail(down);
  expect(source.pauseMs()).toBe(500);
  source.refresh();
  expect(acquisitions).toHaveLength(2);
  pass(500);
  source.refresh();
  expect(acquisitions).toHaveLength(3);
});

test("a token that comes when the old one is dead is the current one at once", async () => {
  const { source, pass, last } = await setUpWithToken(99_000);
  source.get(undefined);
  pass(2_000);
  await last().succeed("b");
  expect([source.isCurrent("a"), source.isCurrent("b")]).toEqual([false, true]);
});

test("a refresh that fails after its token was rejected is tried again at once, by whoever calls", async () => {
  const { source, acquisitions, last, events } = await setUpWithToken(80_000);
  source.get(undefined);
  source.reject("a");
  await last().fail(down);
  expect(events.at(-1)).toMatchObject({ type: "token-failed", reason: "due", waitMs: 0 });
  source.refresh();
  expect(acquisitions).toHaveLength(3);
  expect(last()).toMatchObject({ replaces: "a", reason: "rejected" });
});

test("a rejected token that had to be taken back is refreshed like any other", async () => {
  const { source, pass, acquisitions, last } = await setUpWithToken(0);
  source.reject("a");
  const renewed = source.get(undefined);
  for (let time = 0; time < 3; time++) await last().succeed("a");
  await renewed;
  pass(80_000);
  source.get(undefined);
  await last().succeed("a");
  expect(acquisitions).toHaveLength(5);
  expect(source.get(undefined)).toBe("a");
});

test("an acquisition of which nothing happens any more is let go of, and what comes of it late ends no other", async () => {
  // As in a runtime that has ended whoever began it.
  const { source, acquisitions, pass, last } = setUp();
  vi.spyOn(AbortController.prototype, "abort").mockReturnValue();
  const lost = expect(source.get(undefined)).rejects.toMatchObject({ code: "ERR_TOKEN_TIMEOUT" });
  await vi.advanceTimersByTimeAsync(10_001);
  await lost;
  pass(10_001);
  const next = source.get(undefined);
  expect(acquisitions).toHaveLength(2);
  await acquisitions[0]?.fail(down);
  const joins = source.get(undefined);
  expect(acquisitions).toHaveLength(2);
  await last().succeed("b");
  expect([await next, await joins]).toEqual(["b", "b"]);
});
