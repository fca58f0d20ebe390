import { expect, test } from "vitest";
import { setUp } from "../test/token-source-set-up.ts";
import { CredentialsRejectedError, InvalidTokenResponseError, TokenUnavailableError } from "./errors.ts";

test("a token that is dead on arrival is an error, and is never used", async () => {
  const { source, last } = setUp();
  const waiting = source.get(undefined);
  const rejection = expect(waiting).rejects.toThrow(new InvalidTokenResponseError("The token was dead on arrival."));
  await last().succeed("a", 1_000, 1_000);
  await rejection;
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

test("a success ends the row of failures that the backoff counts", async () => {
  const { source, pass, last, events } = setUp();
  const fail = async () => {
    const rejection = expect(source.get(undefined)).rejects.toThrow("down");
    await last().fail(new TokenUnavailableError("down"));
    await rejection;
  };
  await fail();
  pass(500);
  const success = source.get(undefined);
  await last().succeed("a");
  await success;
  pass(100_000);
  await fail();
  const waits = events.flatMap((event) => (event.type === "token-failed" ? [event.waitMs] : []));
  expect(waits).toEqual([500, 500]);
});

test.each([401, 403])(
  "a refusal (%i) while a token lives is a refresh that failed: it is tried again before the token dies",
  async (status) => {
    const { source, pass, acquisitions, last, events } = setUp();
    const first = source.get(undefined);
    await last().succeed("a");
    await first;
    pass(80_000);
    for (const waitMs of [500, 1_000, 2_000, 4_000, 8_000, 4_500]) {
      expect(source.get(undefined)).toBe("a");
      await last().fail(new CredentialsRejectedError(status));
      expect(events.at(-1)).toMatchObject({ type: "token-failed", reason: "due", waitMs });
      pass(waitMs);
    }
    expect(acquisitions).toHaveLength(7);
    const next = source.get(undefined);
    expect(acquisitions).toHaveLength(8);
    await last().succeed("b");
    expect(await next).toBe("b");
  },
);

test("a refusal when no token lives any more is final for a minute", async () => {
  const { source, pass, acquisitions, last } = setUp();
  const first = source.get(undefined);
  await last().succeed("a");
  await first;
  pass(99_000);
  source.get(undefined);
  await last().fail(new CredentialsRejectedError(401));
  pass(1_000);
  const refused = expect(source.get(undefined)).rejects.toMatchObject({ code: "ERR_CREDENTIALS_REJECTED" });
  await last().fail(new CredentialsRejectedError(401));
  await refused;
  pass(59_999);
  await expect(source.get(undefined)).rejects.toMatchObject({ code: "ERR_CREDENTIALS_REJECTED" });
  expect(acquisitions).toHaveLength(3);
});

test("a refresh that fails after its token has died is tried again at once, by whoever calls", async () => {
  const { source, pass, acquisitions, last, events } = setUp();
  const first = source.get(undefined);
  await last().succeed("a");
  await first;
  pass(99_000);
  source.get(undefined);
  pass(2_000);
  await last().fail(new CredentialsRejectedError(401));
  expect(events.at(-1)).toMatchObject({ reason: "due", waitMs: 0 });
  const next = source.get(undefined);
  await last().succeed("b");
  expect(await next).toBe("b");
  expect(acquisitions).toHaveLength(3);
});

test("a Retry-After is kept to even if the living token dies meanwhile", async () => {
  const { source, pass, last, events } = setUp();
  const first = source.get(undefined);
  await last().succeed("a");
  await first;
  pass(99_000);
  source.get(undefined);
  await last().fail(new TokenUnavailableError("busy", { retryAfterMs: 7_000 }));
  expect(events.at(-1)).toMatchObject({ waitMs: 7_000 });
  pass(6_999);
  await expect(source.get(undefined)).rejects.toThrow("busy");
});

test.each([
  { given: "back, as when fake timers are installed", before: 30_000, after: 0 },
  { given: "back, as when fake timers go", before: 3_600_000, after: 2_500 },
])("no pause outlives what it was given when the monotonic clock jumps $given", async ({ before, after }) => {
  const { source, now, last } = setUp();
  now.monotonic = before;
  const failed = expect(source.get(undefined)).rejects.toThrow("down");
  await last().fail(new TokenUnavailableError("down", { retryAfterMs: 60_000 }));
  await failed;
  now.monotonic = after;
  expect(source.pauseMs()).toBe(0);
  const next = source.get(undefined);
  await last().succeed("a");
  expect(await next).toBe("a");
});
