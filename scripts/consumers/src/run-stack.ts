import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { text } from "node:stream/consumers";
import { defaultAccount } from "@m800/phone-number-mock-server";
import { writeSnippets } from "../../write-snippets.ts";
import type { Gateway } from "./gateway.ts";
import type { Stack } from "./stack.ts";

const ROOT = join(import.meta.dirname, "../../..");

/**
 * Makes a stack's project, far from the workspace, whose dependencies would be found from below it. Installs the tarballs
 * into it as its user would, with `engines` enforced, and runs its commands against a mock API, of whose `CONTROL` its
 * programs ask for trouble.
 *
 * @throws Error with the output of the command that failed
 */
export async function runStack(stack: Stack, tarballs: readonly string[], gateway: Gateway): Promise<void> {
  const project = mkdtempSync(join(tmpdir(), "m800-stack-"));
  try {
    fillProject(stack, project);
    // Of names without a space, whatever the checkout's path: npm and shells split there.
    const packed = tarballs.map((file) => `./${basename(file)}`);
    for (const file of tarballs) cpSync(file, join(project, basename(file)));
    const install = "npm install --engine-strict --no-audit --no-fund --ignore-scripts";
    const commands = [[install, ...packed, ...stack.packages].join(" "), ...stack.commands];
    for (const command of commands) await run(command, project, environment(packed, gateway));
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

function fillProject(stack: Stack, project: string): void {
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, ...stack.manifest }));
  for (const folder of stack.folders ?? []) {
    cpSync(join(import.meta.dirname, "../stacks", folder), project, { recursive: true });
  }
  if (stack.guide) {
    const page = join(ROOT, "docs", stack.guide);
    cpSync(page, join(project, "guide.md"));
    // A block without a name is no file of the project.
    for (const file of writeSnippets(page, project)) if (/snippet-\d+\.tsx?$/.test(file)) rmSync(file);
  }
  for (const file of stack.examples ?? []) cpSync(join(ROOT, "examples/platforms", file), join(project, file));
}

function environment(tarballs: readonly string[], gateway: Gateway): Record<string, string> {
  return {
    M800_BASE_URL: gateway.baseUrl,
    M800_SECURITY_TOKEN: defaultAccount.securityToken,
    M800_USERNAME: defaultAccount.username,
    CONTROL: gateway.control,
    TARBALLS: tarballs.join(" "),
  };
}

async function run(command: string, cwd: string, env: Readonly<Record<string, string>>): Promise<void> {
  // Not what a suite's own runner sets: `NODE_ENV`, for one, would change what is built.
  const { NODE_ENV: _, ...inherited } = process.env;
  const child = spawn(command, {
    cwd,
    shell: true,
    env: { ...inherited, NO_COLOR: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  if (status !== 0) throw new Error(`${command} ended with ${status}:\n${stdout}${stderr}`);
}
