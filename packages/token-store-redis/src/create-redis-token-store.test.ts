import type { StoredToken } from "@m800/phone-number-auth";
import { beforeEach, expect, test, vi } from "vitest";
import { createRedisTokenStore, type TokenStoreEvent } from "./index.ts";
import { TROUBLE_PAUSE_MS } from "./share-rule.ts";

const LIFETIME_MS = 60_000;
const OWNER = { baseUrl: "https://api.example", credentials: { securityToken: "s", username: "tenant" } };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "performance"] });
  return () => {
    vi.useRealTimers();
  };
});

/** A store whose Redis is down, so that what its process does by itself can be seen. */
function setUp(onEvent?: (event: TokenStoreEvent) => void) {
  const client = { eval: vi.fn((): Promise<unknown> => Promise.reject(new Error("ECONNREFUSED"))) };
  const store = createRedisTokenStore({ client, onEvent });
  let issued = 0;
  const acquire = vi.fn(async (): Promise<StoredToken> => {
    return { token: `token${++issued}`, lifetimeMs: LIFETIME_MS, ageMs: 0 };
  });
  const obtain = async (replaces?: string, owner = OWNER) => (await store.obtain(owner, replaces, acquire)).token;
  return { client, obtain, acquire };
}

test("keeps a copy for the process's other clients, who need not turn to Redis", async () => {
  const { client, obtain, acquire } = setUp();
  expect(await obtain()).toBe("token1");
  expect(await obtain()).toBe("token1");
  expect(await obtain("another")).toBe("token1");
  expect(acquire).toHaveBeenCalledTimes(1);
  expect(client.eval).toHaveBeenCalledTimes(1);
});

test("hands out no copy that is dead, in its last second, or to be replaced", async () => {
  const { obtain } = setUp();
  expect(await obtain()).toBe("token1");
  vi.advanceTimersByTime(LIFETIME_MS - 1_001);
  expect(await obtain()).toBe("token1");
  vi.advanceTimersByTime(1);
  expect(await obtain()).toBe("token2");
  expect(await obtain("token2")).toBe("token3");
  vi.advanceTimersByTime(2 * LIFETIME_MS);
  expect(await obtain()).toBe("token4");
});

test("acquires once for all who ask at the same time, and again for one who wants what that ended with replaced", async () => {
  const { obtain, acquire } = setUp();
  await obtain();
  // From here on in the order of the questions, as WebCrypto's threads need not answer.
  const importKey = vi.spyOn(crypto.subtle, "importKey");
  const sign = vi.spyOn(crypto.subtle, "sign");
  await obtain();
  importKey.mockResolvedValue(await importKey.mock.results[0]?.value);
  sign.mockResolvedValue(await sign.mock.results[0]?.value);
  vi.advanceTimersByTime(LIFETIME_MS);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const issue = acquire.getMockImplementation();
  acquire.mockImplementation(async () => {
    await held;
    return (await issue?.()) ?? Promise.reject(new Error("no token"));
  });
  const asked = [obtain(), obtain(), obtain("token2"), obtain("token2")];
  await new Promise(setImmediate);
  expect(acquire).toHaveBeenCalledTimes(2);
  release();
  expect(await Promise.all(asked)).toEqual(["token2", "token2", "token3", "token3"]);
  expect(acquire).toHaveBeenCalledTimes(3);
});

test("leaves Redis alone for a while after trouble, and tells of it once", async () => {
  const events: TokenStoreEvent[] = [];
  const { client, obtain } = setUp((event) => events.push(event));
  for (const replaces of [undefined, "token1", "token2"]) await obtain(replaces);
  expect(client.eval).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(TROUBLE_PAUSE_MS);
  await obtain("token3");
  expect(client.eval).toHaveBeenCalledTimes(2);
  expect(events).toEqual([{ type: "sharing-failed", reason: "ECONNREFUSED" }]);
});

test.each([
  { given: "a system's code", error: Object.assign(new Error("connect"), { code: "EPIPE" }), want: "EPIPE" },
  { given: "Redis's own word", error: new Error("WRONGPASS invalid canary"), want: "WRONGPASS" },
  { given: "words of any other kind", error: new Error("canary is wrong"), want: "unknown" },
  { given: "a code of any other kind", error: Object.assign(new Error("x"), { code: "canary" }), want: "unknown" },
  { given: "no error at all", error: "canary", want: "unknown" },
])("says $want when Redis fails with $given, and quotes nothing else", async ({ error, want }) => {
  const events: TokenStoreEvent[] = [];
  const { client, obtain } = setUp((event) => events.push(event));
  client.eval.mockRejectedValue(error);
  await obtain();
  expect(events).toEqual([{ type: "sharing-failed", reason: want }]);
});

test("passes the token endpoint's failure on, and takes it for no trouble with Redis", async () => {
  const events: TokenStoreEvent[] = [];
  const { client, obtain, acquire } = setUp((event) => events.push(event));
  const replies = [["", -2, Date.now(), "none"], 1, 1];
  client.eval.mockImplementation(async () => replies.shift());
  acquire.mockRejectedValue(new Error("no token"));
  await expect(obtain()).rejects.toThrow("no token");
  expect(acquire).toHaveBeenCalledTimes(1);
  expect(events).toEqual([]);
});

test("fails no call because of a listener that throws, and reports that as uncaught", async () => {
  const uncaught: (() => void)[] = [];
  vi.stubGlobal("queueMicrotask", (work: () => void) => uncaught.push(work));
  const { obtain } = setUp(() => {
    throw new Error("the listener's");
  });
  expect(await obtain()).toBe("token1");
  expect(uncaught).toHaveLength(1);
  expect(uncaught[0]).toThrow("the listener's");
});
