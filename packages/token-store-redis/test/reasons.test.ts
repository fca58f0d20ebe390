import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { createClient, ErrorReply } from "redis";
import { describe, expect, onTestFinished, test } from "vitest";
import { setUpFleet } from "./set-up-fleet.ts";
import { redisServer } from "./start-redis.ts";

/** The README's. */
const RIGHTS = ["EVAL", "GET", "SET", "DEL", "PTTL", "PEXPIRE", "PEXPIREAT", "TIME"];

describe.skipIf(!redisServer)("the event says", () => {
  test("that Redis refused the password, and quotes nothing of it", async () => {
    const { open, redis } = await setUpFleet();
    const { call, events } = open("tenant", { url: redis.url.replace("//", "//user:canary-password@") });
    expect(await call()).toBe(200);
    expect(events).toEqual([{ type: "sharing-failed", reason: "WRONGPASS" }]);
  });

  test("that TLS has no answer at a port that speaks plain Redis, or that its answer is no TLS", async () => {
    const { open, redis } = await setUpFleet();
    const plain = open("tenant", { url: redis.url.replace("redis:", "rediss:") });
    expect(await plain.call()).toBe(200);
    expect(plain.events).toEqual([
      { type: "sharing-failed", reason: expect.stringMatching(/^(timeout|ERR_SSL_\w+)$/) },
    ]);
    const server = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")).listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const other = open("tenant", { url: `rediss://127.0.0.1:${port}` });
    expect(await other.call()).toBe(200);
    expect(other.events).toEqual([{ type: "sharing-failed", reason: "ERR_SSL_WRONG_VERSION_NUMBER" }]);
  });

  test("that a client was never connected", async () => {
    const { open, redis } = await setUpFleet();
    const { call, events } = open("tenant", { client: createClient({ url: redis.url }) });
    expect(await call()).toBe(200);
    expect(events).toEqual([{ type: "sharing-failed", reason: "client-closed" }]);
  });

  test("that there are too many clients", async () => {
    const { open } = await setUpFleet("--maxclients", "1");
    const { call, events } = open();
    expect(await call()).toBe(200);
    expect(events).toEqual([{ type: "sharing-failed", reason: "too-many-clients" }]);
  });

  test.each([
    { given: "a server that closes", serve: (socket: Socket) => void socket.end(), want: "connection-lost" },
    { given: "a server that resets", serve: (socket: Socket) => void socket.resetAndDestroy(), want: "ECONNRESET" },
    {
      given: "a web server that closes",
      serve: (socket: Socket) => void socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"),
      want: "connection-lost",
    },
    { given: "a server that says nothing", serve: () => {}, want: "timeout" },
    { given: "a mail server", serve: (socket: Socket) => void socket.write("220 mail ESMTP\r\n"), want: "timeout" },
  ])("$want of $given, and the call goes on", async ({ serve, want }) => {
    const { open } = await setUpFleet();
    const server = createServer((socket) => {
      socket.on("error", () => {}).resume();
      onTestFinished(() => void socket.destroy());
      serve(socket);
    }).listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const { call, events } = open("tenant", { url: `redis://127.0.0.1:${port}` });
    expect(await call()).toBe(200);
    expect(events).toEqual([{ type: "sharing-failed", reason: want }]);
  });

  test.each([
    { given: "has too few replicas", options: ["--min-replicas-to-write", "1"], want: "NOREPLICAS" },
    { given: "is a replica", options: ["--replicaof", "127.0.0.1 9"], want: "READONLY" },
    {
      given: "is a replica that has lost its primary",
      options: ["--replicaof", "127.0.0.1 9", "--replica-serve-stale-data", "no"],
      want: "MASTERDOWN",
    },
  ])("$want where Redis $given, and the call goes on", async ({ options, want }) => {
    const { open } = await setUpFleet(...options);
    const { call, events } = open();
    expect(await call()).toBe(200);
    expect(events).toEqual([{ type: "sharing-failed", reason: want }]);
  });

  test.each([
    "MOVED 1234 10.0.0.1:6379",
    "ASK 1234 10.0.0.1:6379",
    "CLUSTERDOWN The cluster is down",
    "TRYAGAIN Multiple keys request during rehashing of slot",
    "LOADING Redis is loading the dataset in memory",
    "BUSY Redis is busy running a script.",
    "MISCONF Redis is configured to save RDB snapshots",
  ])("the code of %s, and the call goes on", async (error) => {
    const { open } = await setUpFleet();
    const client = { eval: () => Promise.reject(new ErrorReply(error)) };
    const { call, events } = open("tenant", { client });
    expect(await call()).toBe(200);
    expect(events).toEqual([{ type: "sharing-failed", reason: error.split(" ")[0] }]);
  });

  test("which right is missing, and nothing if none is", async () => {
    const { open, redis, admin, gateway } = await setUpFleet();
    const reasonsWith = async (rights: string[], keys = "m800:token:*", path = "") => {
      await admin.sendCommand([
        "ACL",
        "SETUSER",
        "u",
        "reset",
        "on",
        ">p",
        `~${keys}`,
        ...rights.map((right) => `+${right}`),
      ]);
      await admin.flushAll();
      const { call, events } = open("tenant", { url: `${redis.url.replace("//", "//u:p@")}${path}` });
      expect(await call()).toBe(200);
      return events.map((event) => (event.type === "sharing-failed" ? event.reason : event.type));
    };
    expect(await reasonsWith(RIGHTS)).toEqual([]);
    for (const missing of RIGHTS) {
      // A lock is renewed only by who waits for its token.
      gateway.latencyMs = missing === "PEXPIRE" ? 1_500 : 20;
      const want = missing === "EVAL" ? "NOPERM" : `NOPERM_${missing}`;
      expect(await reasonsWith(RIGHTS.filter((right) => right !== missing))).toEqual([want]);
    }
    expect(await reasonsWith(RIGHTS, "other:*")).toEqual(["NOPERM_KEY"]);
    expect(await reasonsWith(RIGHTS, "m800:token:*", "/2")).toEqual(["NOPERM_SELECT"]);
    expect(await reasonsWith([...RIGHTS, "SELECT"], "m800:token:*", "/2")).toEqual([]);
  });
});
