import { expect, test } from "vitest";
import { linesOfDiff } from "./changed-lines.ts";

test("tells the lines that a diff adds to code", () => {
  const diff = `diff --git a/src/a.ts b/src/a.ts
--- a/src/a.ts
+++ b/src/a.ts
@@ -1 +1 @@ import
-old
+new
@@ -10,2 +12,3 @@
+@@ -5 +5 @@ is no header here
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
  expect(linesOfDiff(diff)).toEqual(["src/a.ts:1-1", "src/a.ts:12-14", "src/deep/d.ts:1-40"]);
  expect(linesOfDiff("")).toEqual([]);
});
