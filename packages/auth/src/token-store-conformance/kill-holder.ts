import { spawn } from "node:child_process";
import { once } from "node:events";
import type { TokenOwner } from "../token-store.ts";

/** Opens the store, and asks for a token that it never gets. */
const PROGRAM = `
const [module, owner] = process.argv.slice(1);
const store = await (await import(module)).default();
const acquire = () => new Promise(() => setInterval(() => console.log("asking"), 50));
await store.obtain(JSON.parse(owner), undefined, acquire, "none");`;

/**
 * Starts a process that opens the store, and kills it while it gets a token for all.
 *
 * @param module Its default export opens the store.
 * @throws Error if the process ends before
 */
export async function killHolder(module: URL, owner: TokenOwner): Promise<void> {
  const args = ["--input-type=module", "--eval", PROGRAM, module.href, JSON.stringify(owner)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(child, "exit");
  const [outcome] = await Promise.race([once(child.stdout, "data"), exited]);
  child.kill("SIGKILL");
  await exited;
  if (!(outcome instanceof Uint8Array)) throw new Error(`The process that opens ${module} ended with ${outcome}.`);
}
