import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect as connectTls, setDefaultCACertificates } from "node:tls";
import { COMMAND_TIMEOUT_MS, evaluateAt } from "../../packages/token-store-redis/src/evaluator.ts";
import { createSharedToken } from "../../packages/token-store-redis/src/shared-token.ts";
import { launchRedis, type RedisServer } from "../../packages/token-store-redis/test/launch-redis.ts";
import { makeCertificate } from "./make-certificate.ts";

// What a connection costs a Redis, in processor time and memory, with TLS and without, and what a script on a kept one does:
// by the kernel's counts for its process, so that waiting for a processor counts nothing.

const CONNECTIONS = 1_000;
const SCRIPTS = 5_000;
const PAGE_BYTES = 4_096;

const folder = mkdtempSync(join(tmpdir(), "m800-connects-"));
try {
  const certificate = makeCertificate(folder);
  const program = process.env.REDIS_SERVER ?? "redis-server";
  const plain = await measure(await launchRedis(program), (port) => connect(port, "127.0.0.1"));
  setDefaultCACertificates([readFileSync(certificate.path, "utf8")]);
  const tls = await measure(await launchRedis(program, [], certificate.settings), (port) =>
    connectTls({ port, host: "127.0.0.1" }),
  );
  console.log({ plain, tls, timesAsDear: tls.connectMicroseconds / plain.connectMicroseconds });
} finally {
  rmSync(folder, { recursive: true });
}

async function measure(redis: RedisServer, open: (port: number) => Socket) {
  async function ping(): Promise<Socket> {
    const socket = open(redis.port);
    socket.write("PING\r\n");
    const [reply] = await once(socket, "data");
    if (!String(reply).startsWith("+PONG")) throw new Error(`Redis answered ${reply}`);
    return socket;
  }
  for (let warm = 0; warm < 50; warm++) (await ping()).destroy();
  let before = usageOf(redis.pid);
  for (let made = 0; made < CONNECTIONS; made++) (await ping()).destroy();
  const connectMicroseconds = (usageOf(redis.pid).microseconds - before.microseconds) / CONNECTIONS;

  before = usageOf(redis.pid);
  const kept: Socket[] = [];
  while (kept.length < CONNECTIONS) kept.push(await ping());
  const kilobytes = (usageOf(redis.pid).bytes - before.bytes) / CONNECTIONS / 1_000;
  for (const socket of kept) socket.destroy();

  const { evaluate, close } = evaluateAt(redis.url);
  const shared = createSharedToken(evaluate, "m800:token:bench", COMMAND_TIMEOUT_MS);
  for (let warm = 0; warm < 500; warm++) await shared.read();
  before = usageOf(redis.pid);
  for (let ran = 0; ran < SCRIPTS; ran++) await shared.read();
  const scriptMicroseconds = (usageOf(redis.pid).microseconds - before.microseconds) / SCRIPTS;
  close();
  await redis.kill();
  return { connectMicroseconds, kilobytes, scriptMicroseconds };
}

/** Processor time and memory of a process's first thread so far, as Linux tells them. */
function usageOf(pid: number | undefined) {
  const [nanoseconds = ""] = readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ");
  const [, pages = ""] = readFileSync(`/proc/${pid}/statm`, "utf8").split(" ");
  return { microseconds: Number(nanoseconds) / 1_000, bytes: Number(pages) * PAGE_BYTES };
}
