import { beforeEach, expect, test, vi } from "vitest";
import { CredentialsRejectedError } from "../errors.ts";
import type { StoredToken } from "../token-store.ts";
import { createSharedTokenStore } from "./create-shared-token-store.ts";
import { TROUBLE_PAUSE_MS } from "./share-rule.ts";
import type { SharedToken } from "./shared-token.ts";
import { StoreTrouble } from "./store-trouble.ts";
import type { TokenStoreEvent } from "./token-store-event.ts";

const LIFETIME_MS = 60_000;
const OWNER = { baseUrl: "https://api.example", credentials: { securityToken: "s", username: "tenant" } };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "performance"] });
  return () => {
    vi.useRealTimers();
  };
});

const none = { text: "", version: "", leftMs: -2 };
const broken = () => Promise.reject(Object.assign(new Error("canary"), { code: "EPIPE" }));

/** A store whose backend is down, so that what its process does by itself can be seen. */
function setUp(onEvent?: (event: TokenStoreEvent) => void, steps: Partial<SharedToken> = {}) {
  const read = vi.fn<SharedToken["read"]>(() => Promise.reject(Object.assign(new Error(), { code: "ECONNREFUSED" })));
  const done = async () => true;
  const shared: SharedToken = { read, claim: done, renew: done, write: done, fail: done, ...steps };
  const connect = vi.fn((_name: string) => shared);
  const store = createSharedTokenStore({ connect, onEvent });
  let issued = 0;
  const acquire = vi.fn(async (): Promise<StoredToken> => {
    return { token: `token${++issued}`, lifetimeMs: LIFETIME_MS, ageMs: 0 };
  });
  const obtain = async (replaces?: string, owner = OWNER) => (await store.obtain(owner, replaces, acquire)).token;
  return { read, connect, obtain, acquire };
}

test("keeps a copy for the process's other clients, who need not turn to the backend", async () => {
  const { read, obtain, acquire } = setUp();
  expect(await obtain()).toBe("token1");
  expect(await obtain()).toBe("token1");
  expect(await obtain("another")).toBe("token1");
  expect(acquire).toHaveBeenCalledTimes(1);
  expect(read).toHaveBeenCalledTimes(1);
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

test("leaves the backend alone for a while after trouble, and tells of it once", async () => {
  const events: TokenStoreEvent[] = [];
  const { read, obtain } = setUp((event) => events.push(event));
  for (const replaces of [undefined, "token1", "token2"]) await obtain(replaces);
  expect(read).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(TROUBLE_PAUSE_MS);
  await obtain("token3");
  expect(read).toHaveBeenCalledTimes(2);
  expect(events).toEqual([{ type: "sharing-failed", reason: "ECONNREFUSED" }]);
});

test.each([
  { given: "a system's code", error: Object.assign(new Error("connect"), { code: "EPIPE" }), want: "EPIPE" },
  { given: "a reason of the store's own", error: new StoreTrouble("too-many-clients"), want: "too-many-clients" },
  { given: "words", error: new Error("WRONGPASS canary"), want: "unknown" },
  { given: "a code of any other kind", error: Object.assign(new Error("x"), { code: "canary" }), want: "unknown" },
  { given: "no error at all", error: "canary", want: "unknown" },
])("says $want when the backend fails with $given, and quotes nothing", async ({ error, want }) => {
  const events: TokenStoreEvent[] = [];
  const { read, obtain } = setUp((event) => events.push(event));
  read.mockRejectedValue(error);
  await obtain();
  expect(events).toEqual([{ type: "sharing-failed", reason: want }]);
});

test("passes the token endpoint's failure on, and takes it for no trouble with the backend", async () => {
  const events: TokenStoreEvent[] = [];
  const { read, obtain, acquire } = setUp((event) => events.push(event));
  read.mockResolvedValue({ token: none, lock: none, nowMs: 0 });
  const error = new CredentialsRejectedError(401);
  acquire.mockRejectedValue(error);
  await expect(obtain()).rejects.toBe(error);
  expect(acquire).toHaveBeenCalledTimes(1);
  expect(events).toEqual([]);
});

test("tells once that the backend works again, when a token has been shared without trouble", async () => {
  const events: TokenStoreEvent[] = [];
  const write = vi.fn<SharedToken["write"]>(broken);
  const { read, obtain } = setUp((event) => events.push(event), { write });
  await obtain();
  read.mockResolvedValue({ token: none, lock: none, nowMs: 0 });
  for (const replaces of ["token1", "token2", "token3", "token4"]) {
    vi.advanceTimersByTime(TROUBLE_PAUSE_MS);
    expect(await obtain(replaces)).not.toBe(replaces);
    if (replaces === "token2") write.mockImplementation(async () => true);
  }
  expect(events.map(({ type }) => type)).toEqual(["sharing-failed", "sharing-resumed"]);
});

test.each<{ step: keyof SharedToken; isIssuing: boolean }>([
  { step: "claim", isIssuing: true },
  { step: "write", isIssuing: true },
  { step: "fail", isIssuing: false },
])("a backend whose $step fails changes nothing of what the token endpoint gave", async ({ step, isIssuing }) => {
  const events: TokenStoreEvent[] = [];
  const { read, obtain, acquire } = setUp((event) => events.push(event), { [step]: broken });
  read.mockResolvedValue({ token: none, lock: none, nowMs: 0 });
  const refusal = new CredentialsRejectedError(401);
  if (!isIssuing) acquire.mockRejectedValue(refusal);
  expect(await obtain().catch((error: unknown) => error)).toBe(isIssuing ? "token1" : refusal);
  expect(acquire).toHaveBeenCalledTimes(1);
  expect(events).toEqual([{ type: "sharing-failed", reason: "EPIPE" }]);
});

test("names what it stores by its version and owner, and forgets the owner who was seen first when there are 10,001", async () => {
  const { connect, obtain } = setUp();
  const owner = (index: number) => ({ ...OWNER, baseUrl: `https://${index}.example` });
  for (const index of [0, 1]) await obtain(undefined, owner(index));
  await Promise.all(Array.from({ length: 9_999 }, (_, index) => obtain(undefined, owner(index + 2))));
  expect(connect).toHaveBeenCalledTimes(10_001);
  expect(new Set(connect.mock.calls.map(([name]) => name)).size).toBe(10_001);
  for (const [name] of connect.mock.calls) expect(name).toMatch(/^m800:token:2:\{[0-9a-f]{64}\}$/);
  await obtain(undefined, owner(1));
  expect(connect).toHaveBeenCalledTimes(10_001);
  await obtain(undefined, owner(0));
  expect(connect).toHaveBeenCalledTimes(10_002);
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
