import autocannon from "autocannon";
import { residentMegabytes } from "./resident-megabytes.ts";
import { startServer } from "./start-server.ts";
import { tokenRequest } from "./throughput.ts";

const TOKENS = 300_000;

/** Memory of each program at its start, and after so many tokens, of which but the last have expired. */
export async function benchMemory(programs: Record<string, readonly [string, ...string[]]>): Promise<void> {
  console.log(`\nMemory, at the start and after ${TOKENS.toLocaleString("en")} tokens (MB)`);
  for (const [name, program] of Object.entries(programs)) {
    const { baseUrl, process: child } = await startServer(...program);
    try {
      const before = residentMegabytes(child.pid, "VmRSS");
      const result = await autocannon({ ...tokenRequest(baseUrl), connections: 10, amount: TOKENS });
      if (result.non2xx > 0 || result.errors > 0) throw new Error(`${name} answered ${result.non2xx} calls wrongly.`);
      const after = residentMegabytes(child.pid, "VmRSS");
      console.log(`  ${name.padEnd(44)} ${Math.round(before)}  ${Math.round(after)}`);
    } finally {
      child.kill();
    }
  }
}
