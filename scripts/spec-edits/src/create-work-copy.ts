import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const ROOT = join(import.meta.dirname, "../../..");

/** Built in this order. */
const PUBLISHED = ["client", "auth", "mock-server"];
const FOLDERS = [
  "openapi",
  "packages/mock-engine",
  ...PUBLISHED.map((name) => `packages/${name}`),
  ...["generate", "schema-types", "verify-live", "spec-edits"].map((name) => `scripts/${name}`),
];
const FILES = [
  "scripts/dev.ts",
  "scripts/free-port.ts",
  "scripts/require-program.ts",
  "scripts/temporary-folder.ts",
  "package.json",
  "tsconfig.base.json",
  "tsdown.shared.ts",
  "vitest.shared.ts",
];
/** What a build or a test leaves. */
const LEFT = /[/\\](node_modules|dist|\.turbo|\.vitest)$/;

export interface Result {
  readonly status: number | null;
  /** What it printed, on both streams. */
  readonly output: string;
}

/** A copy of what the description is made into, in a folder with a space in its name, whose packages know only each other. */
export interface WorkCopy {
  readonly root: string;
  read(path: string): string;
  write(path: string, content: string): void;
  /** Runs a program on this Node, in the copy's root or below it. */
  run(
    args: readonly string[],
    options?: { readonly folder?: string; readonly env?: NodeJS.ProcessEnv },
  ): Promise<Result>;
  generate(): Promise<Result>;
  /** Builds the packages that are published. */
  build(): Promise<Result>;
}

export function createWorkCopy(): WorkCopy {
  const root = join(mkdtempSync(join(tmpdir(), "m800 edit ")), "copy");
  for (const folder of FOLDERS) {
    cpSync(join(ROOT, folder), join(root, folder), { recursive: true, filter: (source) => !LEFT.test(source) });
    if (existsSync(join(ROOT, folder, "node_modules"))) linkDependencies(folder);
  }
  for (const file of FILES) cpSync(join(ROOT, file), join(root, file));
  symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"), "junction");

  /** Links to the workspace's packages lead to the copy's, all others where they lead in the workspace. */
  function linkDependencies(folder: string, below = "node_modules"): void {
    for (const name of readdirSync(join(ROOT, folder, below))) {
      const path = join(below, name);
      const source = join(ROOT, folder, path);
      if (name.startsWith("@")) linkDependencies(folder, path);
      if (!lstatSync(source).isSymbolicLink()) continue;
      const target = join(root, folder, path);
      mkdirSync(dirname(target), { recursive: true });
      symlinkSync(readlinkSync(source), target, "junction");
    }
  }

  function run(
    args: readonly string[],
    { folder = "", env = process.env }: { readonly folder?: string; readonly env?: NodeJS.ProcessEnv } = {},
  ): Promise<Result> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, args, { cwd: join(root, folder), env });
      let output = "";
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding("utf8").on("data", (text) => (output += text));
      child.on("error", reject);
      child.on("close", (status) => resolve({ status, output }));
    });
  }

  return {
    root,
    read: (path) => readFileSync(join(root, path), "utf8"),
    write(path, content) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    },
    run,
    generate: () => run(["scripts/generate/src/main.ts"]),
    async build() {
      for (const name of PUBLISHED) {
        const built = await run(["node_modules/tsdown/dist/run.mjs", "--no-attw", "--no-publint"], {
          folder: `packages/${name}`,
        });
        if (built.status !== 0) return built;
      }
      return { status: 0, output: "" };
    },
  };
}
