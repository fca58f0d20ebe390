import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { createInterface } from "node:readline";
import { freePort } from "../../../scripts/free-port.ts";

export interface RedisServer {
  readonly url: string;
  readonly port: number;
  readonly pid: number | undefined;
  kill(): Promise<void>;
  /** Starts it again, empty, at the same port. */
  restart(): Promise<void>;
  pause(): void;
  resume(): void;
}

/** A Redis on loopback, which writes nothing to a disk. @param tls Settings with which it speaks TLS alone */
export async function launchRedis(
  program: string,
  options: readonly string[] = [],
  tls?: readonly string[],
): Promise<RedisServer> {
  const port = await freePort();
  const ports = tls ? ["--port", "0", "--tls-port", `${port}`, ...tls] : ["--port", `${port}`];
  let server: ChildProcess;

  async function start(): Promise<void> {
    const settings = [...ports, "--bind", "127.0.0.1", "--save", "", "--dir", tmpdir(), ...options];
    server = spawn(program, settings, { stdio: ["ignore", "pipe", "inherit"] });
    if (!server.stdout) throw new Error("no output");
    const lines = createInterface(server.stdout);
    for await (const line of lines) if (line.includes("Ready to accept connections")) break;
    server.stdout.resume();
  }

  await start();
  return {
    url: `${tls ? "rediss" : "redis"}://127.0.0.1:${port}`,
    port,
    get pid() {
      return server.pid;
    },
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
