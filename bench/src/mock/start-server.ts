import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

export interface StartedServer {
  readonly baseUrl: string;
  readonly process: ChildProcess;
}

/** Starts a program that prints its address, and waits for that. */
export async function startServer(program: string, ...args: string[]): Promise<StartedServer> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface(child.stdout)) {
    const [baseUrl] = /http:\/\/[\d.:]+/.exec(line) ?? [];
    if (baseUrl) return { baseUrl, process: child };
  }
  throw new Error(`${program} ended before it listened.`);
}
