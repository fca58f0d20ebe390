import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AcquisitionReason } from "./auth-event.ts";
import { createMemoryTokenStore } from "./create-memory-token-store.ts";

const owner = (username: string) => ({ baseUrl: "https://api.example", credentials: { securityToken: "s", username } });
const token = (name: string) => ({
  token: name,
  lifetimeMs: 100_000,
  ageMs: 10_000,
});

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000_000 }));
afterEach(() => void vi.useRealTimers());

function setUp() {
  const store = createMemoryTokenStore();
  let acquired = 0;
  const obtain = (username: string, replaces?: string, reason?: AcquisitionReason) =>
    store.obtain(owner(username), replaces, async () => token(`${username}${++acquired}`), reason);
  return { store, obtain, acquired: () => acquired };
}

test("acquires once for all who ask at the same time, and keeps the token for those who come later", async () => {
  const { obtain, acquired } = setUp();
  const all = await Promise.all(Array.from({ length: 100 }, () => obtain("a")));
  expect(new Set(all.map((stored) => stored.token))).toEqual(new Set(["a1"]));
  expect((await obtain("a")).token).toBe("a1");
  expect(acquired()).toBe(1);
});

test("replaces the token that the caller names, and only that", async () => {
  const { obtain, acquired } = setUp();
  await obtain("a");
  expect((await obtain("a", "a1")).token).toBe("a2");
  expect((await obtain("a", "a1")).token).toBe("a2");
  expect(acquired()).toBe(2);
});

test.each([
  { reason: "rejected", want: "a2" },
  { reason: "due", want: "a1" },
] as const)("whoever asks after a token was replaced that was $reason gets $want", async ({ reason, want }) => {
  const { obtain } = setUp();
  await obtain("a");
  expect((await obtain("a", "a1", reason)).token).toBe("a2");
  expect((await obtain("a")).token).toBe(want);
});

test("does not hand out a dead token", async () => {
  const { obtain } = setUp();
  await obtain("a");
  vi.advanceTimersByTime(90_000);
  expect((await obtain("a")).token).toBe("a2");
});

test("keeps owners apart", async () => {
  const { obtain } = setUp();
  expect((await obtain("a")).token).toBe("a1");
  expect((await obtain("b")).token).toBe("b2");
});

test("keeps a failure for as long as its backoff lasts, and no longer", async () => {
  const { store, obtain, acquired } = setUp();
  await expect(store.obtain(owner("a"), undefined, () => Promise.reject(new Error("down")))).rejects.toThrow("failed");
  await expect(obtain("a")).rejects.toThrow("failed");
  expect(acquired()).toBe(0);
  vi.advanceTimersByTime(500);
  expect((await obtain("a")).token).toBe("a1");
});

test("does not keep more owners than a process can have clients for", async () => {
  const { obtain, acquired } = setUp();
  for (let owner = 0; owner <= 10_000; owner++) await obtain(`${owner}`);
  await obtain("1");
  expect(acquired()).toBe(10_001);
  await obtain("0");
  expect(acquired()).toBe(10_002);
});
