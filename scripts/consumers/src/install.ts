import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../../..");
const WORK = join(import.meta.dirname, "../.vitest");

/** Packs the packages into a folder, made anew. Returns the tarballs. */
export function packPackages(name: string): readonly string[] {
  const tarballs = join(WORK, name);
  rmSync(tarballs, { recursive: true, force: true });
  mkdirSync(tarballs, { recursive: true });
  for (const name of ["client", "auth", "mock-server"]) {
    run(join(ROOT, "packages", name), "pnpm", "pack", "--pack-destination", tarballs);
  }
  return readdirSync(tarballs).map((file) => join(tarballs, file));
}

/** Installs the packed packages, with the programs beside them, into an empty project. Returns its folder. */
export function installProject(): string {
  const project = join(WORK, "project");
  rmSync(project, { recursive: true, force: true });
  mkdirSync(project, { recursive: true });
  const files = packPackages("tarballs");
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  run(project, "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", ...files, "msw@2.15.0", "vite@8.3.8");
  cpSync(join(import.meta.dirname, "../programs"), project, { recursive: true });
  return project;
}

/** Downloads npm packages that are programs, once. They are no dependencies: a checkout would grow by a gigabyte. */
export function installRuntime(name: string, ...packages: readonly string[]): string {
  const folder = join(WORK, "runtimes", name);
  if (!existsSync(join(folder, "node_modules"))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
    run(folder, "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", ...packages);
  }
  return folder;
}

function run(cwd: string, command: string, ...args: readonly string[]): void {
  execFileSync(command, args, { cwd, stdio: ["ignore", "ignore", "inherit"] });
}
