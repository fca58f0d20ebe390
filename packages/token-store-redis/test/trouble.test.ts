import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { createRedisTokenStore } from "../src/index.ts";
import { type Fleet, setUpFleet } from "./set-up-fleet.ts";
import { redisServer } from "./start-redis.ts";

describe.skipIf(!redisServer)("the Redis store", () => {
  const TROUBLES: Record<
    string,
    {
      reason: RegExp;
      harm(context: Fleet): unknown;
      heal(context: Fleet): unknown;
    }
  > = {
    "is gone": {
      reason: /^ECONNREFUSED$/,
      harm: ({ redis }) => redis.kill(),
      heal: ({ redis }) => redis.restart(),
    },
    "does not answer": {
      reason: /^timeout$/,
      harm: ({ redis }) => redis.pause(),
      heal: ({ redis }) => redis.resume(),
    },
    "is read-only": {
      reason: /^READONLY$/,
      harm: ({ admin }) => admin.sendCommand(["REPLICAOF", "127.0.0.1", "1"]),
      heal: ({ admin }) => admin.sendCommand(["REPLICAOF", "NO", "ONE"]),
    },
    "is out of memory": {
      reason: /^OOM$/,
      harm: ({ admin }) => admin.configSet("maxmemory", "1"),
      heal: ({ admin }) => admin.configSet("maxmemory", "0"),
    },
    "asks for a password": {
      reason: /^NOAUTH$/,
      harm: ({ admin }) => admin.configSet("requirepass", "other"),
      heal: ({ admin }) => admin.configSet("requirepass", ""),
    },
  };

  for (const [name, { reason, harm, heal }] of Object.entries(TROUBLES)) {
    test(`while Redis ${name}, calls go on with one token of the process's own, and sharing resumes by itself`, async () => {
      const context = await setUpFleet();
      const { gateway, open } = context;
      await harm(context);
      const hit = open();
      const startedAt = performance.now();
      expect(await Promise.all([hit.call(), hit.call(), hit.call()])).toEqual([200, 200, 200]);
      expect(performance.now() - startedAt).toBeLessThan(4_000);
      expect(gateway.tokenRequests).toBe(1);
      expect(hit.events).toEqual([{ type: "sharing-failed", reason: expect.stringMatching(reason) }]);

      // A token that is rejected meanwhile is replaced without the others, and without telling of the trouble again.
      for (const issued of gateway.ledger) issued.isRevoked = true;
      expect(await hit.call()).toBe(200);
      expect(gateway.tokenRequests).toBe(2);
      expect(hit.events).toHaveLength(1);

      await heal(context);
      await sleep(1_100);
      for (const issued of gateway.ledger) issued.isRevoked = true;
      expect(await hit.call()).toBe(200);
      expect(hit.events.at(-1)).toEqual({ type: "sharing-resumed" });
      expect(await open().call()).toBe(200);
      expect(gateway.tokenRequests).toBe(3);
    });
  }

  test("does not wait for Redis when there is a fresh token", async () => {
    const { open, redis } = await setUpFleet();
    const { call } = open();
    await call();
    redis.pause();
    const startedAt = performance.now();
    expect(await call()).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(900);
  });

  test("goes on after FLUSHALL: who has a token keeps it, and one more is asked for", async () => {
    const { open, admin, gateway } = await setUpFleet();
    const first = open();
    await first.call();
    await admin.flushAll();
    expect(await first.call()).toBe(200);
    expect(await Promise.all([open().call(), open().call(), open().call()])).toEqual([200, 200, 200]);
    expect(gateway.tokenRequests).toBe(2);
    expect(first.events).toEqual([]);
  });

  test.each([
    { given: "text of somebody else's", spoil: ["SET", "KEY", "hello"], isTold: true },
    { given: "a value whose end is cut off", spoil: ["SETRANGE", "KEY", "30", "AAAA"], isTold: true },
    { given: "bytes that are no text", spoil: ["SET", "KEY", Buffer.from([0xff, 0xfe, 0x00])], isTold: true },
    { given: "a list", spoil: ["LPUSH", "KEY", "x"], isTold: false },
    { given: "a token that would never expire", spoil: ["PERSIST", "KEY"], isTold: true },
  ])("replaces $given under the token's key", async ({ spoil, isTold }) => {
    const { open, admin, gateway, keyOf } = await setUpFleet();
    await open().call();
    const key = await keyOf();
    if (spoil[0] === "LPUSH") await admin.del(key);
    await admin.sendCommand(spoil.map((word) => (word === "KEY" ? key : word)));
    const { call, events } = open();
    expect(await call()).toBe(200);
    expect(events).toEqual(isTold ? [{ type: "value-unreadable" }] : []);
    expect(await open().call()).toBe(200);
    expect(gateway.tokenRequests).toBe(2);
    expect(await admin.pTTL(key)).toBeGreaterThan(0);
  });

  test("believes no token to live longer than it was issued for, as a Redis whose clock was set back would have it", async () => {
    const { redis, admin, keyOf } = await setUpFleet();
    const owner = { baseUrl: "https://api.example", credentials: { securityToken: "s", username: "tenant" } };
    const stores = [0, 1].map(() => createRedisTokenStore({ url: redis.url }));
    onTestFinished(() => stores.forEach((store) => void store.close()));
    const [first, second] = stores;
    await first?.obtain(owner, undefined, async () => ({ token: "token", lifetimeMs: 60_000, ageMs: 0 }));
    await admin.pExpire(await keyOf(), 120_000);
    const stored = await second?.obtain(owner, undefined, () => Promise.reject(new Error("the token is gone")));
    expect(stored?.ageMs).toBeGreaterThanOrEqual(0);
  });

  test("refuses a token that was moved from another tenant's key", async () => {
    const { open, admin, gateway, keyOf } = await setUpFleet();
    await open("a").call();
    const from = await keyOf();
    const sealed = (await admin.get(from)) ?? "";
    await admin.del(from);
    await open("b").call();
    await admin.set(await keyOf(), sealed, { expiration: { type: "PX", value: 100_000 } });
    const { call, events } = open("b");
    expect(await call()).toBe(200);
    expect(events).toEqual([{ type: "value-unreadable" }]);
    expect(gateway.foreign).toEqual([]);
  });

  test("drops a revoked token once for a whole fleet", async () => {
    const { open, gateway } = await setUpFleet();
    const fleet = Array.from({ length: 20 }, () => open());
    await Promise.all(fleet.map(({ call }) => call()));
    for (const issued of gateway.ledger) issued.isRevoked = true;
    expect(await Promise.all(fleet.map(({ call }) => call()))).toEqual(fleet.map(() => 200));
    expect(gateway.tokenRequests).toBe(2);
  });

  test("keeps no process alive", async () => {
    const { redis, gateway } = await setUpFleet();
    const program = `
      import { createAuthFetch } from "@m800/phone-number-auth";
      import { createRedisTokenStore } from "./src/index.ts";
      const tokenStore = createRedisTokenStore({ url: "${redis.url}" });
      const credentials = { securityToken: "s", username: "tenant" };
      const call = createAuthFetch({ baseUrl: "${gateway.baseUrl}", credentials, tokenStore });
      const response = await call("${gateway.baseUrl}/tenant", { headers: { Connection: "close" } });
      console.log(response.status);`;
    const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
      cwd: new URL("..", import.meta.url),
      stdio: ["ignore", "pipe", "inherit"],
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    const exited = once(child, "exit");
    expect(await text(child.stdout)).toBe("200\n");
    expect(await exited).toEqual([0, null]);
  });

  test("keeps a hundred tenants with adversarial names apart, and shows nothing of them in a dump", async () => {
    const { open, admin, gateway } = await setUpFleet();
    const names = ["a", "a:b", "A", "a}", "{a", "m800:token:{", "*", "a\n", "ä", "a\u0000"];
    const tenants = Array.from({ length: 100 }, (_, index) =>
      (names[index % 10] ?? "").repeat(1 + Math.floor(index / 10)),
    );
    for (let round = 0; round < 2; round++) {
      expect(new Set(await Promise.all(tenants.map((name) => open(name).call())))).toEqual(new Set([200]));
    }
    expect(gateway.foreign).toEqual([]);
    expect(gateway.tokenRequests).toBe(100);
    const dump = await Promise.all((await admin.keys("*")).map(async (key) => `${key} ${await admin.get(key)}`));
    expect(dump).toHaveLength(100);
    const texts = dump.flatMap((line) => [line, Buffer.from(line.split(" ")[1] ?? "", "base64").toString("latin1")]);
    for (const text of texts) expect(text).not.toMatch(/canary|m800:token:2:\{m/);
    expect(new Set(dump.map((line) => line.split(" ")[1]?.slice(0, 16))).size).toBe(100);
  });
});
