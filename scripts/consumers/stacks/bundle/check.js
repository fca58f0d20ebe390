import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";

// As Lambda loads it. Nothing may be required but what Node has.
const code = readFileSync("dist/handler.cjs", "utf8");
for (const [, name] of code.matchAll(/\brequire\(\s*(.*?)\s*\)/g)) assert.ok(isBuiltin(name.slice(1, -1)), name);
assert.doesNotMatch(code, /Dynamic require|\bimport\(/);
const { handler } = createRequire(import.meta.url)("./dist/handler.cjs");
const { statusCode, body } = await handler();
assert.equal(statusCode, 200);
assert.match(body, /"HKG"/);
