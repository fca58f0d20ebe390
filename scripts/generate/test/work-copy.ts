import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");
const FROZEN = join(import.meta.dirname, "openapi");
/** What a build or a test leaves, and tests, which know the API as it is described today. */
const LEFT = /[/\\](node_modules|dist|\.turbo|\.vitest|test)$|\.test(-d)?\.ts$/;

export const SPEC = "openapi/phone-number.yaml";
export const SCHEMA = "packages/client/src/generated/schema.gen.ts";
export const GENERATED = [
  "openapi/examples/countries.gen.json",
  "packages/mock-server/src/generated/control-schema.gen.ts",
  "packages/mock-server/src/generated/control-api.gen.ts",
  "packages/mock-server/src/generated/control-validators.gen.ts",
  "openapi/operations.gen.ts",
  "packages/client/src/generated/contract.gen.ts",
  "packages/client/src/generated/media-types.gen.ts",
  "packages/client/src/generated/phone-number.gen.yaml",
  "packages/client/src/generated/schema.gen.ts",
  "packages/client/src/generated/spec.gen.ts",
  "packages/mock-server/src/generated/operations.gen.ts",
  "packages/mock-server/src/generated/schema.gen.ts",
  "packages/mock-server/src/generated/spec.gen.ts",
  "packages/mock-server/src/generated/api.gen.ts",
  "packages/mock-server/src/generated/validators.gen.ts",
];

/** A copy of what `generate` reads and writes, in a folder with a space in its name, and a way to run it there. */
export interface WorkCopy {
  generate(...flags: string[]): Result;
  evaluate(code: string): Result;
  typecheck(path: string): Result;
  read(path: string): string;
  write(path: string, content: string): void;
  remove(path: string): void;
  append(path: string, content: string): void;
  /** Fails where the text to replace does not stand. */
  edit(path: string, from: string, to: string): void;
}

export interface Result {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Of what is committed. */
export function committedCopy(): WorkCopy {
  return workCopyIn(copyTree(join(ROOT, "openapi")));
}

let template: string | undefined;

/** Of a description that no edit of the API's changes, with what is made from it. */
export function frozenCopy(): WorkCopy {
  const root = newFolder();
  cpSync(frozenTree(), root, { recursive: true });
  return workCopyIn(root);
}

/** A file as it is in each {@link frozenCopy} before it is edited. */
export function readFrozen(path: string): string {
  return readFileSync(join(frozenTree(), path), "utf8");
}

function frozenTree(): string {
  if (template === undefined) {
    template = copyTree(FROZEN);
    expect(workCopyIn(template).generate()).toMatchObject({ status: 0, stderr: "" });
  }
  return template;
}

function newFolder(): string {
  return join(mkdtempSync(join(tmpdir(), "m800 generate ")), "copy");
}

function copyTree(description: string): string {
  const root = newFolder();
  const filter = (source: string) => !LEFT.test(source);
  for (const path of ["packages/client", "packages/mock-server", "scripts/generate"]) {
    cpSync(join(ROOT, path), join(root, path), { recursive: true, filter });
    symlinkSync(join(ROOT, path, "node_modules"), join(root, path, "node_modules"), "junction");
  }
  cpSync(description, join(root, "openapi"), { recursive: true });
  for (const path of ["package.json", "tsconfig.base.json", "tsdown.shared.ts", "vitest.shared.ts"])
    cpSync(join(ROOT, path), join(root, path));
  symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"), "junction");
  return root;
}

function workCopyIn(root: string): WorkCopy {
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
    return { status, stdout, stderr };
  };
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  const write = (path: string, content: string) => writeFileSync(join(root, path), content);
  return {
    generate: (...flags) => run("scripts/generate/src/main.ts", ...flags),
    evaluate: (code) => run("--input-type=module-typescript", "--eval", code),
    typecheck: (path) => run(join(ROOT, "node_modules/typescript/bin/tsc"), "--project", path),
    read,
    write,
    remove: (path) => rmSync(join(root, path)),
    append: (path, content) => appendFileSync(join(root, path), content),
    edit(path, from, to) {
      const content = read(path);
      expect(content).toContain(from);
      write(path, content.replace(from, to));
    },
  };
}
