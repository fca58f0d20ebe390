import { once } from "node:events";
import { createServer } from "node:net";
import { StoreTrouble } from "@m800/phone-number-auth/shared-token-store";
import { createClient } from "redis";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { redisServer, startRedis } from "../test/start-redis.ts";
import { startSwallowingProxy } from "../test/swallowing-proxy.ts";
import { COMMAND_TIMEOUT_MS, evaluateAt, evaluateWith } from "./evaluator.ts";

function open(url: string) {
  const evaluator = evaluateAt(url);
  onTestFinished(() => evaluator.close());
  return evaluator;
}

describe.skipIf(!redisServer)("on a Redis of its own", () => {
  /** A Redis, with ways to count what was run. */
  async function setUp() {
    const redis = await startRedis();
    onTestFinished(() => redis.kill());
    const admin = createClient({ url: redis.url });
    await admin.connect();
    onTestFinished(() => admin.destroy());
    return {
      redis,
      runs: async () => Number(await admin.get("runs")),
      connections: async () => Number(/total_connections_received:(\d+)/.exec(await admin.info("stats"))?.[1]),
    };
  }
  const failing = (reply: string) => `redis.call("INCR", KEYS[1]) return redis.error_reply("${reply} canary")`;

  test("sends a command once more, on a new connection, when one that worked has died without a word", async () => {
    const { redis } = await setUp();
    const proxy = await startSwallowingProxy(redis.port);
    onTestFinished(() => proxy.stop());
    const { evaluate } = open(`redis://127.0.0.1:${proxy.port}`);
    expect(await evaluate("return {KEYS[1], ARGV[1]}", ["key"], ["value"])).toEqual(["key", "value"]);
    proxy.swallow();
    expect(await evaluate("return 2", [], [])).toBe(2);
  });

  test("sends none again that Redis refused, but for one that a replica got, whose server may be another now", async () => {
    const { redis, runs } = await setUp();
    const { evaluate } = open(redis.url);
    await expect(evaluate(failing("NOAUTH"), ["runs"], [])).rejects.toThrow(new StoreTrouble("NOAUTH"));
    expect(await runs()).toBe(1);
    await evaluate("return 1", [], []);
    await expect(evaluate(failing("BUSY"), ["runs"], [])).rejects.toThrow(new StoreTrouble("BUSY"));
    expect(await runs()).toBe(2);
    await expect(evaluate(failing("READONLY"), ["runs"], [])).rejects.toThrow(new StoreTrouble("READONLY"));
    expect(await runs()).toBe(4);
  });

  test("keeps one connection for all, and connects anew after it was closed", async () => {
    const { redis, connections } = await setUp();
    const { evaluate, close } = open(redis.url);
    const before = await connections();
    expect(await Promise.all([1, 2, 3].map((value) => evaluate(`return ${value}`, [], [])))).toEqual([1, 2, 3]);
    expect(await connections()).toBe(before + 1);
    close();
    close();
    expect(await evaluate("return 4", [], [])).toBe(4);
    expect(await connections()).toBe(before + 2);
  });
});

test("tries a server once that never answered, though several wait for it", async () => {
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    socket.end();
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const address = server.address();
  const { evaluate } = open(`redis://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
  const calls = [1, 2, 3].map(() => evaluate("return 1", [], []));
  for (const call of calls) await expect(call).rejects.toThrow(new StoreTrouble("connection-lost"));
  expect(connections).toBe(1);
});

test("waits a second for a client's answer, and leaves no timer behind", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let answer: (reply: unknown) => void = () => {};
  const { evaluate } = evaluateWith({ eval: () => new Promise((resolve) => (answer = resolve)) });
  const settled = vi.fn();
  const lost = evaluate("", [], []).catch(settled);
  await vi.advanceTimersByTimeAsync(COMMAND_TIMEOUT_MS - 1);
  expect(settled).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2);
  await lost;
  expect(settled.mock.calls).toEqual([[new StoreTrouble("timeout")]]);

  const got = evaluate("", [], []);
  await vi.advanceTimersByTimeAsync(COMMAND_TIMEOUT_MS - 1);
  answer("reply");
  expect(await got).toBe("reply");
  expect(vi.getTimerCount()).toBe(0);
});

test("passes keys and values as each client takes them", async () => {
  const calls: unknown[] = [];
  const client = { eval: async (...call: unknown[]) => void calls.push(call) };
  await evaluateWith(client).evaluate("script", ["a", "b"], ["1"]);
  await evaluateWith({ ...client, defineCommand() {} }).evaluate("script", ["a", "b"], ["1"]);
  expect(calls).toEqual([
    ["script", { keys: ["a", "b"], arguments: ["1"] }],
    ["script", 2, "a", "b", "1"],
  ]);
});
