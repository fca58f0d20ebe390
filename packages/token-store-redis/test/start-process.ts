import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { Order, Report } from "./fleet-process.ts";

export interface FleetProcess {
  readonly child: ChildProcess;
  /** Ends it, and tells how its calls went. */
  end(): Promise<Report>;
}

/** A process that has all its code, and waits for its order. */
export interface LoadedProcess extends FleetProcess {
  /** Ends when it is about to make its first call. */
  begin(order: Order): Promise<void>;
}

/** @param flags Node's, before the program. */
export async function loadProcess(
  flags: readonly string[] = [],
  env: NodeJS.ProcessEnv = process.env,
): Promise<LoadedProcess> {
  const child = fork(new URL("fleet-process.ts", import.meta.url), {
    env,
    execArgv: [...flags],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  await once(child, "message");
  const ask = async (question: Order | "end") => {
    const answered = once(child, "message");
    child.send(question);
    const [answer] = await answered;
    return answer;
  };
  return { child, begin: ask, end: () => ask("end") };
}

export async function startProcess(order: Order, flags: readonly string[] = []): Promise<FleetProcess> {
  const loaded = await loadProcess(flags);
  await loaded.begin(order);
  return loaded;
}
