import { spawn } from "node:child_process";
import { needsShell } from "./needs-shell.ts";
import { ToolError } from "./tool-error.ts";

export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  /** Added to this process's own. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program to its end. @throws ToolError if it cannot be started or is killed. */
export function run(command: string, args: readonly string[], { cwd, env = {} }: RunOptions = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      shell: needsShell(command),
    });
    const output = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream].setEncoding("utf8");
      child[stream].on("data", (text) => {
        output[stream] += text;
      });
    }
    child.on("error", (error) => reject(new ToolError(`${command} could not be started: ${error.message}`)));
    child.on("close", (status, signal) => {
      if (status === null) reject(new ToolError(`${command} was ended by ${signal}.`));
      else resolve({ status, ...output });
    });
  });
}

/** Runs a program that has to succeed, and returns what it printed. @throws ToolError with its own words if it fails. */
export async function output(command: string, args: readonly string[], options?: RunOptions): Promise<string> {
  const { status, stdout, stderr } = await run(command, args, options);
  if (status === 0) return stdout;
  throw new ToolError(
    `\`${[command, ...args].join(" ")}\` failed with status ${status}:\n${(stderr || stdout).trim()}`,
  );
}
