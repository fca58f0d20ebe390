import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { checkTarball } from "./check-tarball.ts";
import { metadataOf } from "./repository.ts";
import { output } from "./run.ts";

const MANIFEST = {
  name: "@m800/phone-number-client",
  version: "0.1.0",
  type: "module",
  scripts: { build: "tsdown" },
  exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" }, "./package.json": "./package.json" },
  ...metadataOf("https://github.com/m800/numbers", "packages/client"),
  dependencies: { "openapi-fetch": "^0.17.0" },
};

const GOOD: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify(MANIFEST),
  LICENSE: "MIT",
  "README.md": "# Client\n\n## How to use\n\n[there](#how-to-use), [site](https://example.com), [licence](LICENSE)\n",
  "dist/index.js": "export const one = 1;\n",
  "dist/index.d.ts": "export declare const one: number;\n",
  "dist/openapi/phone-number.yaml": "openapi: 3.1.0\n",
};

async function problemsOf(change: Readonly<Record<string, string | undefined>>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "m800 tarball "));
  for (const [path, content] of Object.entries({ ...GOOD, ...change })) {
    if (content === undefined) continue;
    await mkdir(dirname(join(folder, "package", path)), { recursive: true });
    await writeFile(join(folder, "package", path), content);
  }
  await output("tar", ["-czf", "packed.tgz", "package"], { cwd: folder });
  await rm(join(folder, "package"), { recursive: true });
  return checkTarball(join(folder, "packed.tgz"), folder);
}

function manifest(change: object): Record<string, string> {
  return { "package.json": JSON.stringify({ ...MANIFEST, ...change }) };
}

test("a README may lead to each published package", async () => {
  const links = ["auth", "client", "mock-server", "token-store-redis"].map(
    (key) => `[x](https://www.npmjs.com/package/@m800/phone-number-${key})`,
  );
  expect(await problemsOf({ "README.md": links.join("\n") })).toEqual([]);
});

test("a README may lead to its headings, to what is packed beside it, and to other sites", async () => {
  const headings = "# Client\n\n## Über-alles 2_b, and more!\n";
  const links = ["#über-alles-2_b-and-more", "#client", "./LICENSE", "LICENSE#terms", "https://example.com/a.png"];
  expect(await problemsOf({ "README.md": headings + links.map((link) => `[x](${link})`).join("\n") })).toEqual([]);
});

test("links that only look as if they led somewhere are dead", async () => {
  const links = [
    "#no-heading",
    "ahttps://www.npmjs.com/package/@m800/phone-number-client",
    "ahttps://example.com",
    "https://[",
    "a./LICENSE",
  ];
  expect(
    await problemsOf({ "README.md": `See # No heading\n${links.map((link) => `[x](${link})`).join("\n")}` }),
  ).toEqual(links.map((link) => `README.md: the link ${link} is dead.`));
});

test.each(["svg", "png", "jpg", "jpeg", "gif", "webp"])(
  "a picture in the package, %s, is not where npm looks",
  async (kind) => {
    expect(await problemsOf({ "README.md": `![x](x.${kind})`, [`x.${kind}`]: "" })).toEqual([
      `x.${kind} does not belong in a package.`,
      `README.md: the link x.${kind} is dead.`,
    ]);
  },
);

test("a package as it should be passes", async () => {
  expect(await problemsOf({})).toEqual([]);
});

test.each([
  { given: "a source file", change: { "src/index.ts": "" }, want: "src/index.ts does not belong in a package." },
  { given: "a secret", change: { ".env": "KEY=1" }, want: ".env does not belong in a package." },
  { given: "a test in dist", change: { "dist/index.test.js": "" }, want: "dist/index.test.js does not belong" },
  { given: "no licence", change: { LICENSE: undefined, "README.md": "" }, want: "LICENSE is missing." },
  {
    given: "a range of this repository",
    change: manifest({ dependencies: { a: "workspace:^" } }),
    want: "package.json has a range that only this repository understands.",
  },
  {
    given: "a catalog's range",
    change: manifest({ dependencies: { a: "catalog:" } }),
    want: "package.json has a range",
  },
  {
    given: "an install script",
    change: manifest({ scripts: { postinstall: "node x" } }),
    want: "package.json has a script postinstall.",
  },
  {
    given: "no repository",
    change: manifest({ repository: undefined }),
    want: "package.json has no `repository` with",
  },
  {
    given: "an empty repository",
    change: manifest({ repository: { type: "git", url: "" } }),
    want: "has no `repository`",
  },
  {
    given: "a repository that nobody has named yet",
    change: manifest(metadataOf("https://github.com/OWNER/REPOSITORY", "packages/client")),
    want: "package.json has a placeholder as its `repository`: run `pnpm set:repository` with its address.",
  },
  {
    given: "another package's folder",
    change: manifest({ repository: metadataOf("https://github.com/m800/numbers", "packages/auth").repository }),
    want: "packages/auth",
  },
  { given: "no homepage", change: manifest({ homepage: undefined }), want: "has undefined as its `homepage`, not " },
  { given: "no address for bugs", change: manifest({ bugs: "" }), want: 'has "" as its `bugs`, not ' },
  {
    given: "a picture of the repository",
    change: { "README.md": "![x](x.svg)", "dist/x.js": "" },
    want: "README.md: the link x.svg is dead.",
  },
  { given: "a dead anchor", change: { "README.md": "[x](#nowhere)" }, want: "README.md: the link #nowhere is dead." },
  { given: "a dead path", change: { "README.md": "[x](../docs/x.md)" }, want: "the link ../docs/x.md is dead." },
  {
    given: "a link to a package that is not published",
    change: { "README.md": "[x](https://www.npmjs.com/package/@m800/nothing)" },
    want: "the link https://www.npmjs.com/package/@m800/nothing is dead.",
  },
  { given: "no README", change: { "README.md": undefined }, want: "README.md is missing." },
  { given: "no types", change: { "dist/index.d.ts": undefined }, want: "It has no types." },
  {
    given: "types that import what is not there",
    change: { "dist/index.d.ts": 'export * from "./other.js";' },
    want: "its types do not resolve: InternalResolutionError",
  },
])("$given is found", async ({ change, want }) => {
  expect(await problemsOf(change)).toEqual([expect.stringContaining(want)]);
});
