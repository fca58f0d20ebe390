import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";

// What a browser loads asks a backend, and has nothing of the credentials.
const code = globSync("dist/assets/*.js")
  .map((file) => readFileSync(file, "utf8"))
  .join("");
assert.match(code, /\/api\/token/);
assert.doesNotMatch(code, /M800Auth|M800_USERNAME/);
