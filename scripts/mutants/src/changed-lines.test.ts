import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { changedLines, linesOfDiff } from "./changed-lines.ts";

test("tells the lines that a diff adds to code", () => {
  const diff = `diff --git a/src/a.ts b/src/a.ts
--- a/src/a.ts
+++ b/src/a.ts
@@ -1 +1 @@ import
-old
+new
@@ -10,2 +12,3 @@
+@@ -5 +5 @@ is no header here
+text +++ b/src/other.ts
@@ -15 +17 @@
@@ -20,2 +20,0 @@
-gone
diff --git a/src/a.test.ts b/src/a.test.ts
+++ b/src/a.test.ts
@@ -1 +1 @@
diff --git a/src/generated/b.ts b/src/generated/b.ts
+++ b/src/generated/b.ts
@@ -1 +1 @@
diff --git a/src/c.gen.ts b/src/c.gen.ts
+++ b/src/c.gen.ts
@@ -1 +1 @@
diff --git a/src/data.json b/src/data.json
+++ b/src/data.json
@@ -1 +1 @@
diff --git a/src/deep/d.ts b/src/deep/d.ts
+++ b/src/deep/d.ts
@@ -0,0 +1,40 @@
`;
  expect(linesOfDiff(diff)).toEqual(["src/a.ts:1-1", "src/a.ts:12-14", "src/a.ts:17-17", "src/deep/d.ts:1-40"]);
  expect(linesOfDiff("")).toEqual([]);
});

test("tells a folder's own lines, since the branch left, however git is told to show them", () => {
  const root = mkdtempSync(join(tmpdir(), "m800-lines-"));
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=T", "-c", "user.email=t@example.test", ...args], { cwd: root });
  const save = (message: string, files: Record<string, string>) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(root, path, ".."), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    git("add", "--all");
    git("commit", "--quiet", "--message", message);
  };
  git("init", "--quiet", "--initial-branch=main");
  git("config", "color.ui", "always");
  git("config", "diff.external", "echo");
  save("First", { "a/src/x.ts": "1\n2\n3\n4\n5\n", "a/test/y.ts": "1\n", "b/src/z.ts": "1\n" });
  git("switch", "--quiet", "--create", "feature");
  save("Second", { "a/src/x.ts": "1\n2\n3\n4\nfive\n", "a/test/y.ts": "2\n", "b/src/z.ts": "2\n" });
  git("switch", "--quiet", "main");
  save("Others' work", { "a/src/x.ts": "one\n2\n3\n4\n5\n" });
  git("switch", "--quiet", "feature");
  expect(changedLines(root, "a", "main", ["src/**/*.ts"])).toEqual(["src/x.ts:5-5"]);
  expect(changedLines(root, "a", "main", ["src/x.ts"])).toEqual(["src/x.ts:5-5"]);
  expect(changedLines(root, "a", "main", ["src/y.ts"])).toEqual([]);
});
