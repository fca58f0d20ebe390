import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { createInterface } from "node:readline";
import { inject } from "vitest";

/** Redis's own, or Valkey's. Empty where none can be had. */
export const redisServer: string = inject("redisServer");

export interface RedisServer {
  readonly url: string;
  readonly port: number;
  kill(): Promise<void>;
  /** Starts it again, empty, at the same port. */
  restart(): Promise<void>;
  pause(): void;
  resume(): void;
}

/** A Redis on loopback, which writes nothing to a disk. */
export async function startRedis(...options: string[]): Promise<RedisServer> {
  if (!redisServer) throw new Error("The server is missing.");
  const program = redisServer;
  const port = await freePort();
  let server: ChildProcess;

  async function start(): Promise<void> {
    const settings = ["--port", `${port}`, "--bind", "127.0.0.1", "--save", "", "--dir", tmpdir(), ...options];
    server = spawn(program, settings, { stdio: ["ignore", "pipe", "inherit"] });
    if (!server.stdout) throw new Error("no output");
    const lines = createInterface(server.stdout);
    for await (const line of lines) if (line.includes("Ready to accept connections")) break;
    server.stdout.resume();
  }

  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    async kill() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      server.kill("SIGKILL");
      await once(server, "exit");
    },
    restart: start,
    pause: () => void server.kill("SIGSTOP"),
    resume: () => void server.kill("SIGCONT"),
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  if (typeof address !== "object" || !address) throw new Error("no port");
  probe.close();
  await once(probe, "close");
  return address.port;
}
