import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { Order, Report } from "./fleet-process.ts";

export interface FleetProcess {
  readonly child: ChildProcess;
  /** Ends it, and tells how its calls went. */
  end(): Promise<Report>;
}

/** @param flags Node's, before the program. */
export async function startProcess(order: Order, flags: readonly string[] = []): Promise<FleetProcess> {
  const child = fork(new URL("fleet-process.ts", import.meta.url), {
    execArgv: [...flags],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  child.send(order);
  await once(child, "message");
  return {
    child,
    async end() {
      child.send("end");
      const [report] = await once(child, "message");
      return report;
    },
  };
}
