import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

const DOCS = join(import.meta.dirname, "../../../docs");

/** Serves the built site as `pnpm docs:preview` does, until stopped. */
export async function serveSite(): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const server = spawn(join(DOCS, "node_modules/.bin/vite"), ["preview", "--config", "preview.config.ts"], {
    cwd: DOCS,
    env: { PATH: process.env.PATH, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const stop = async () => {
    server.kill();
    if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
  };
  for await (const line of createInterface(server.stdout)) {
    const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
    if (address) return { address, stop };
  }
  throw new Error("The preview ended before it told its address.");
}
