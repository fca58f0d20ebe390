import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { targets } from "../src/targets.ts";

const ROOT = join(import.meta.dirname, "../../..");

/** In a package whose mutants are known, one function that its tests pin down, and one that they only call. */
const FILES = {
  "packages/client/src/sign.ts": `export function isPositive(value: number): boolean {
  return value > 0;
}

export function isEven(value: number): boolean {
  return value % 2 === 0;
}
`,
  "packages/client/src/sign.test.ts": `import { expect, test } from "vitest";
import { isEven, isPositive } from "./sign.ts";

test.each([[-1, false], [0, false], [1, true]])("%s", (value, want) => {
  expect(isPositive(value)).toBe(want);
  isEven(value);
});
`,
};

/** A repository with that, this tool and what both need. */
function repository() {
  const root = join(mkdtempSync(join(tmpdir(), "m800-mutants-")), "copy");
  for (const path of [
    "scripts/mutants",
    "scripts/temporary-folder.ts",
    "vitest.shared.ts",
    "package.json",
    ".gitignore",
  ]) {
    cpSync(join(ROOT, path), join(root, path), {
      recursive: true,
      filter: (source) => !/[/\\](node_modules|\.vitest)$/.test(source),
    });
  }
  for (const path of ["node_modules", "scripts/mutants/node_modules", "packages/client/node_modules"]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    symlinkSync(join(ROOT, path), join(root, path), "junction");
  }
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const { folder } of targets) write(`${folder}/package.json`, '{ "type": "module" }');
  for (const [path, text] of Object.entries(FILES)) write(path, text);
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=T", "-c", "user.email=t@example.test", ...args], { cwd: root });
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message", "First");
  return {
    git,
    edit(path: string, from: string, to: string) {
      const text = readFileSync(join(root, path), "utf8");
      expect(text).toContain(from);
      write(path, text.replace(from, to));
    },
    mutants(...args: string[]) {
      const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/mutants/src/main.ts", ...args], {
        cwd: root,
        encoding: "utf8",
      });
      return { status, stdout, stderr };
    },
  };
}

test("only the lines that changed since the branch left are measured, and each mutant of them counts", () => {
  const { git, edit, mutants } = repository();
  expect(mutants("--since", "main")).toEqual({
    status: 0,
    stdout: "Since main nothing changed of which there are mutants.\n",
    stderr: "",
  });

  git("switch", "--quiet", "--create", "feature");
  edit("packages/client/src/sign.ts", "value > 0", "value >= 1");
  git("commit", "--quiet", "--all", "--message", "Second");
  git("switch", "--quiet", "main");
  edit("packages/client/src/sign.ts", "value % 2 === 0", "Math.abs(value) % 2 === 0");
  git("commit", "--quiet", "--all", "--message", "Others' work");
  git("switch", "--quiet", "feature");
  const pinned = mutants("--since", "main");
  expect(pinned.stdout).toMatch(/^packages\/client: 4 of 4 mutants noticed, 100\.0 %$/m);
  expect(pinned.status).toBe(0);

  edit("packages/client/src/sign.ts", "value % 2 === 0", "value % 2 !== 1");
  const unpinned = mutants("--since", "main");
  expect(unpinned.stdout).toContain('packages/client/src/sign.ts:6: "value % 2 !== 1" → "true"\n');
  expect(unpinned.stdout).toMatch(/^packages\/client: 4 of \d+ mutants noticed, [\d.]+ %, and 100 % are asked for$/m);
  expect(unpinned.status).toBe(1);
});

test("one file of a folder is measured alone, by what is asked of its folder", () => {
  const { edit, mutants } = repository();
  const { stdout, status } = mutants("packages/client/src/sign.ts");
  expect(stdout).toContain('packages/client/src/sign.ts:6: "value % 2 === 0" → "true"\n');
  expect(stdout).toMatch(/^packages\/client: 5 of \d+ mutants noticed, [\d.]+ %, and 90 % are asked for$/m);
  expect(status).toBe(1);

  edit("packages/client/src/sign.test.ts", "isEven(value);", "expect(isEven(value)).toBe(value === 0);");
  expect(mutants("packages/client/src/sign.ts").status).toBe(0);
});

test.each([
  { args: ["packages/nothing"], want: "packages/nothing is not of a folder whose mutants are known." },
  { args: ["packages/client/src/nothing.ts"], want: "There is no packages/client/src/nothing.ts." },
  { args: ["--since", "nothing-such"], want: "fatal: bad revision 'nothing-such'\n" },
])("$args is refused", ({ args, want }) => {
  const { mutants } = repository();
  const { status, stdout, stderr } = mutants(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(want);
  expect(stderr.split("bad revision")).toHaveLength(want.includes("revision") ? 2 : 1);
});
