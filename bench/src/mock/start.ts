import { readFileSync } from "node:fs";
import { compare, print } from "../compare.ts";
import { startServer } from "./start-server.ts";

/** From the start of a process to its first answer, and the memory that it then has. */
export async function benchStart(programs: Record<string, readonly [string, ...string[]]>): Promise<void> {
  const memory = new Map<string, number>();
  const ways = Object.fromEntries(
    Object.entries(programs).map(([name, program]) => [
      name,
      async () => {
        const startedAt = performance.now();
        const { baseUrl, process: child } = await startServer(...program);
        await (await fetch(`${baseUrl}/countries`)).text();
        const durationMs = performance.now() - startedAt;
        memory.set(name, residentMegabytes(child.pid));
        child.kill();
        return durationMs;
      },
    ]),
  );
  print("From the start of the process to the first answer", "ms", await compare(ways, 11));
  console.log("\nMemory after the first answer (MB)");
  for (const [name, megabytes] of memory) console.log(`  ${name.padEnd(44)} ${Math.round(megabytes)}`);
}

function residentMegabytes(pid: number | undefined): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}
