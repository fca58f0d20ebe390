import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { freePort } from "../../../scripts/free-port.ts";

export interface PostgresServer {
  readonly url: string;
  /** Ends it at once, and the connections to it. */
  stop(): Promise<void>;
  /** Starts it again, with what it held. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** A PostgreSQL on loopback, in a folder of its own. */
export async function startPostgres(program: string): Promise<PostgresServer> {
  const initdb = join(dirname(realpathSync(program)), "initdb");
  const folder = mkdtempSync(join(tmpdir(), "m800-postgres-"));
  const user = unprivileged();
  if (user) chownSync(folder, user.uid, user.gid);
  const options = { ...user, cwd: folder };
  execFileSync(initdb, ["--pgdata", "data", "--username", "m800", "--auth", "trust", "--no-sync"], {
    ...options,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const port = await freePort();
  let server: ChildProcess;

  async function start(): Promise<void> {
    const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off", "log_destination=stderr"];
    const args = ["-D", "data", "-p", `${port}`, ...settings.flatMap((setting) => ["-c", setting])];
    server = spawn(program, args, { ...options, stdio: ["ignore", "ignore", "pipe"] });
    if (!server.stderr) throw new Error("no output");
    for await (const line of createInterface(server.stderr)) if (line.includes("ready to accept connections")) break;
    server.stderr.resume();
  }

  async function stop(): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill("SIGQUIT");
    await once(server, "exit");
  }

  await start();
  return {
    url: `postgres://m800@127.0.0.1:${port}/postgres`,
    start,
    stop,
    async remove() {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** PostgreSQL refuses to be root's. Debian's package makes a user for it. */
function unprivileged(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (kind: string) => Number(execFileSync("id", [kind, "postgres"], { encoding: "utf8" }));
  return { uid: idOf("-u"), gid: idOf("-g") };
}
