import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadSpec } from "@m800/generate/load-spec";
import { schemaTypes } from "@m800/schema-types";
import { expect, test } from "vitest";
import { BASE } from "../test/edits.ts";
import { compare } from "./compare.ts";
import type { Waiver } from "./waivers.ts";

const yaml = await readFile(BASE, "utf8");
const types = await schemaTypes((await loadSpec(BASE)).document);
const versions = { client: "0.1.0", auth: "0.1.0", "mock-server": "0.1.0" };

/** Compares the base with what replacements make of it, with two lines more at its top. */
async function compared(replacements: Readonly<Record<string, string>>, waivers: readonly Waiver[] = []) {
  const spec = join(await mkdtemp(join(tmpdir(), "m800 compare ")), "spec.yaml");
  const edited = Object.entries(replacements).reduce((text, [from, to]) => text.replace(from, to), yaml);
  await writeFile(spec, `# One.\n# Two.\n${edited}`);
  return compare({ name: "0.1.0", spec: BASE, types, versions, revisions: {} }, spec, waivers);
}

const words = { level: "text", text: "the API is described in other words, or with other examples", subject: "" };

test("two descriptions of the same are no release", async () => {
  expect(await compared({})).toEqual({ since: "0.1.0", findings: [], bumps: {} });
});

test("other words are a release of the packages that have them", async () => {
  expect(await compared({ "Lists the countries.": "Lists them." })).toMatchObject({
    findings: [{ ...words, packages: ["client", "mock-server"] }],
    bumps: { client: "patch", "mock-server": "patch" },
  });
});

test("whom a change says nothing to gets other words, and the worst comes first, where it stands", async () => {
  const { findings, bumps } = await compared({
    "two:": "both:",
    "default: 50": "default: 40",
  });
  const at = (subject: string) => yaml.slice(0, yaml.indexOf(subject)).split("\n").length + 1;
  expect(findings).toMatchObject([
    {
      level: "breaking",
      subject: "GET /areas",
      text: "the example `two` is gone, which a test may ask the mock for",
      before: { line: at("operationId: listAreas") - 1, column: 7 },
      after: { line: at("operationId: listAreas") + 1, column: 7 },
    },
    { level: "harmless", subject: "GET /countries", before: { line: at("operationId: listCountries") - 1 } },
  ]);
  expect(bumps).toEqual({ client: "patch", "mock-server": "minor" });
});

test("what only the mock feels is other words for the client", async () => {
  const { findings } = await compared({ "two:": "both:" });
  expect(findings).toMatchObject([{ packages: ["mock-server"] }, { ...words, packages: ["client"] }]);
});

const REFUSED = "the parameter `limit` has another `maximum`: 50 in place of 100";
const narrower = { "maximum: 100, default: 50": "maximum: 50, default: 50" };

test("what breaks is no longer breaking once it is waived for this release", async () => {
  const waiver = { since: "0.1.0", finding: `GET /countries: ${REFUSED}`, reason: "Nobody asks for as many." };
  expect(await compared(narrower, [waiver])).toMatchObject({
    findings: [{ level: "harmless", text: REFUSED, waived: waiver.reason }],
    bumps: { client: "patch", "mock-server": "patch" },
  });
});

test("what the mock refuses is told once, by the rule that knows it", async () => {
  const { findings } = await compared({
    "code: { type: string, minLength: 2 }": "code: { type: string, minLength: 4 }",
  });
  expect(findings.map(({ level, text, packages }) => `${level} for ${packages.join()}: ${text}`)).toEqual([
    "breaking for mock-server: `[].code` of the answer has another `minLength`: 4 in place of 2",
    "harmless for client: `[].code` of the answer has another `minLength`: 4 in place of 2",
  ]);
});

test("what no longer compiles is told to whom it breaks", async () => {
  const { findings, bumps } = await compared({ "operationId: listAreas": "operationId: findAreas" });
  expect(findings).toContainEqual(
    expect.objectContaining({
      level: "breaking",
      subject: "GET /areas",
      text: "the operation is no longer called `listAreas`",
      isOfTypes: true,
      packages: ["client", "auth", "mock-server"],
    }),
  );
  expect(bumps).toEqual({ client: "minor", auth: "minor", "mock-server": "minor" });
});
