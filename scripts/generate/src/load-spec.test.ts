import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { loadSpec } from "./load-spec.ts";

const MINIMAL = { openapi: "3.1.0", info: { title: "T", version: "1" }, paths: {} };

function files(texts: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "m800 load "));
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  return join(folder, Object.keys(texts)[0] ?? "none.yaml");
}

async function refusalOf(texts: Readonly<Record<string, string>>): Promise<string> {
  const file = files(texts);
  const error = await loadSpec(file).catch((failure: unknown) => failure);
  if (!(error instanceof Error)) throw new Error("It is read.");
  return error.message.replaceAll(relative(process.cwd(), file), "FILE");
}

test("the hash is the meaning's: not that of comments, layout or the order of keys", async () => {
  const [yaml, json, other] = await Promise.all([
    loadSpec(files({ "a.yaml": `# A remark.\n${stringify(MINIMAL)}` })),
    loadSpec(files({ "a.json": JSON.stringify({ paths: {}, info: { version: "1", title: "T" }, openapi: "3.1.0" }) })),
    loadSpec(files({ "a.yaml": stringify({ ...MINIMAL, info: { title: "T", version: "2" } }) })),
  ]);
  expect(yaml.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(json.hash).toBe(yaml.hash);
  expect(other.hash).not.toBe(yaml.hash);
});

test("what other files hold is brought inside", async () => {
  const paths = { "/a": { $ref: "./path.yaml" } };
  const file = files({ "a.yaml": stringify({ ...MINIMAL, paths }), "path.yaml": "get: { operationId: readA }\n" });
  expect((await loadSpec(file)).document.paths).toEqual({ "/a": { get: { operationId: "readA" } } });
});

test.each([
  { given: "no file", texts: {}, want: /^FILE: .*ENOENT/ },
  { given: "broken YAML", texts: { "a.yaml": "a: [1\nb: 2\n" }, want: /^FILE: .* at \d+:\d+/ },
  {
    given: "no OpenAPI",
    texts: { "a.yaml": "openapi: 2.0\n" },
    want: /^FILE: The document is not OpenAPI 3\.0 or 3\.1/,
  },
  {
    given: "an alias inside its own anchor",
    texts: { "a.yaml": `${stringify(MINIMAL)}x-a: &x\n  - *x\n` },
    want: /^FILE:7: The alias \*x stands inside what it stands for\. Use a \$ref\.$/,
  },
  {
    given: "a reference that leads nowhere",
    texts: { "a.yaml": stringify({ ...MINIMAL, paths: { "/a": { $ref: "./none.yaml" } } }) },
    want: /^FILE:\d+:\d+: Can't resolve \$ref: ENOENT.*: \$ref: \.\/none\.yaml$/,
  },
])("given $given it says where and what", async ({ texts, want }) => {
  expect(await refusalOf(texts)).toMatch(want);
});
