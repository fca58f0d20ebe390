import { expect, test } from "vitest";
import { createMemoryTokenStore } from "./create-memory-token-store.ts";

const owner = (username: string) => ({ baseUrl: "https://api.example", credentials: { securityToken: "s", username } });
const token = (name: string) => ({ token: name, lifetimeMs: 100_000, ageMs: 10_000 });

function setUp() {
  const now = { wall: 0, monotonic: 0 };
  const store = createMemoryTokenStore({ now: () => ({ ...now }) });
  let acquired = 0;
  const obtain = (username: string, replaces?: string) =>
    store.obtain(owner(username), replaces, async () => token(`${username}${++acquired}`));
  return { now, store, obtain, acquired: () => acquired };
}

test("acquires once for all who ask at the same time, and keeps the token for those who come later", async () => {
  const { obtain, acquired } = setUp();
  const all = await Promise.all(Array.from({ length: 100 }, () => obtain("a")));
  expect(new Set(all.map((stored) => stored.token))).toEqual(new Set(["a1"]));
  expect((await obtain("a")).token).toBe("a1");
  expect(acquired()).toBe(1);
});

test("tells how old a token has become", async () => {
  const { obtain, now } = setUp();
  await obtain("a");
  now.wall += 5_000;
  expect(await obtain("a")).toMatchObject({ token: "a1", ageMs: 15_000 });
});

test("replaces the token that the caller names, and only that", async () => {
  const { obtain, acquired } = setUp();
  await obtain("a");
  expect((await obtain("a", "a1")).token).toBe("a2");
  expect((await obtain("a", "a1")).token).toBe("a2");
  expect(acquired()).toBe(2);
});

test("does not hand out a dead token", async () => {
  const { obtain, now } = setUp();
  await obtain("a");
  now.monotonic += 90_000;
  expect((await obtain("a")).token).toBe("a2");
});

test("keeps owners apart", async () => {
  const { obtain } = setUp();
  expect((await obtain("a")).token).toBe("a1");
  expect((await obtain("b")).token).toBe("b2");
});

test("does not keep a failure", async () => {
  const { store, obtain } = setUp();
  await expect(store.obtain(owner("a"), undefined, () => Promise.reject(new Error("down")))).rejects.toThrow("down");
  expect((await obtain("a")).token).toBe("a1");
});
