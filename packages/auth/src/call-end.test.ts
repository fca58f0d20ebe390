import { getEventListeners } from "node:events";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { createCallEnd } from "./call-end.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const { any } = AbortSignal;

const engines = [
  { engine: "that joins signals", join: any },
  { engine: "that cannot join signals", join: undefined },
];

function setUp(join: unknown) {
  Reflect.set(AbortSignal, "any", join);
  onTestFinished(() => void Reflect.set(AbortSignal, "any", any));
}

test.each(engines)("a call with a deadline ends with its caller, in an engine $engine", ({ join }) => {
  setUp(join);
  const caller = new AbortController();
  const end = createCallEnd(caller, 300);
  expect(end.signal?.aborted).toBe(false);
  caller.abort("enough");
  expect([end.signal?.reason, end.reason()]).toEqual(["enough", "enough"]);
  vi.advanceTimersByTime(300);
  expect(end.reason()).toBe("enough");
  const late = createCallEnd({ signal: AbortSignal.abort("left") }, 300);
  expect([late.signal?.reason, late.reason()]).toEqual(["left", "left"]);
});

test.each(engines)(
  "a call whose time is over leaves nothing on its caller's signal, in an engine $engine",
  ({ join }) => {
    setUp(join);
    const caller = new AbortController();
    const end = createCallEnd(caller, 300, "https://x.example/a?key=s");
    vi.advanceTimersByTime(300);
    expect(end.signal?.reason).toBe(end.reason());
    expect(end.reason()).toMatchObject({ code: "ERR_CALL_TIMEOUT", url: "https://x.example/a" });
    expect(getEventListeners(caller.signal, "abort")).toEqual([]);
    caller.abort("too late");
    expect(end.reason()).toMatchObject({ code: "ERR_CALL_TIMEOUT" });
  },
);

test.each(engines)("a call has no other ends than those that it was given, in an engine $engine", ({ join }) => {
  setUp(join);
  const { signal } = new AbortController();
  expect(createCallEnd({ signal })).toMatchObject({ signal, timer: undefined });
  expect(createCallEnd({})).toMatchObject({ signal: undefined, timer: undefined });
  const end = createCallEnd({}, 300);
  vi.advanceTimersByTime(300);
  expect(end.signal?.reason).toMatchObject({ code: "ERR_CALL_TIMEOUT", url: undefined });
});

test("where signals tell no reason, a call that its caller left ends with an AbortError", () => {
  expect(createCallEnd({}).reason()).toMatchObject({ name: "AbortError", message: "The call was aborted." });
});
