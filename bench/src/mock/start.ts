import { compare, print } from "../compare.ts";
import { residentMegabytes } from "./resident-megabytes.ts";
import { startServer } from "./start-server.ts";

/** From the start of a process to its first answer to a path, and the most memory that it had by then. */
export async function benchStart(
  title: string,
  programs: Record<string, readonly [string, ...string[]]>,
  path: string,
): Promise<void> {
  const memory = new Map<string, number>();
  const ways = Object.fromEntries(
    Object.entries(programs).map(([name, program]) => [
      name,
      async () => {
        const startedAt = performance.now();
        const { baseUrl, process: child } = await startServer(...program);
        await (await fetch(baseUrl + path)).text();
        const durationMs = performance.now() - startedAt;
        memory.set(name, residentMegabytes(child.pid, "VmHWM"));
        child.kill();
        return durationMs;
      },
    ]),
  );
  print(`${title}: from the start of the process to the first answer`, "ms", await compare(ways, 11));
  console.log(`\n${title}: most memory until the first answer (MB)`);
  for (const [name, megabytes] of memory) console.log(`  ${name.padEnd(44)} ${Math.round(megabytes)}`);
}
