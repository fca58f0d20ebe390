import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse, parseDocument } from "yaml";
import { BASE, edited, namesOfEdits, readEdit } from "../../test/edits.ts";
import { exampleDiff } from "../example-diff.ts";
import type { Finding } from "../finding.ts";
import { specDiff } from "./spec-diff.ts";

const base = parseDocument(await readFile(BASE, "utf8"));

function line({ level, subject, text, field, direction, advice, statuses, packages }: Finding): string {
  const said = `${subject || "all"}: ${text}${statuses.length > 0 ? ` (${statuses.join(", ")})` : ""}`;
  return [
    `  ${level} for ${packages.join(", ")}`,
    direction ?? "neither",
    field ?? "no field",
    said,
    advice ?? "no advice",
  ].join(" | ");
}

// What it should say is in findings.txt: after a change that is meant, `vitest -u` writes it, for the reviewer to read.
test("says of each edit what changed, whom it breaks and what they can do", async () => {
  const lines: string[] = [];
  for (const name of await namesOfEdits()) {
    const [before, after] = [base.toJS(), edited(base, await readEdit(name)).toJS()];
    lines.push(name, ...[...specDiff(before, after), ...exampleDiff(before, after)].map(line));
  }
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(join(import.meta.dirname, "../../test/findings.txt"));
});

test("says of each rule what it does to those who send and to those who read, when it comes and when it goes", async () => {
  const lines: string[] = [];
  for (const rule of parse(await readFile(join(import.meta.dirname, "../../test/rules.yaml"), "utf8"))) {
    for (const schema of ["NewOrder", "Country"]) {
      const ruled = base.clone();
      const path = ["components", "schemas", schema];
      const { required = [], ...more } = rule;
      for (const [keyword, value] of Object.entries(more)) ruled.setIn([...path, keyword], ruled.createNode(value));
      for (const name of required) ruled.addIn([...path, "required"], name);
      const [without, withIt] = [base.toJS(), ruled.toJS()];
      lines.push(`${schema} with ${JSON.stringify(rule)}`, ...specDiff(without, withIt).map(line));
      lines.push(`${schema} without ${JSON.stringify(rule)}`, ...specDiff(withIt, without).map(line));
    }
  }
  const file = join(import.meta.dirname, "../../test/findings-of-rules.txt");
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(file);
});

const documentOf = (more: object) => ({ openapi: "3.1.0", info: { title: "Numbers", version: "1.0.0" }, ...more });
const saidOf = (before: object, after: object) => specDiff(documentOf(before), documentOf(after)).map(line);

test("the same change of several answers of an operation is told once, with their statuses", () => {
  const refusals = (schema: object) => {
    const answer = { description: "Refused.", content: { "application/json": { schema } } };
    return {
      paths: {
        "/a": { get: { responses: { 400: answer, 404: answer } } },
        "/b": { get: { responses: { 400: answer } } },
      },
    };
  };
  expect(saidOf(refusals({}), refusals({ maxLength: 2 }))).toEqual(
    ["GET /a (400, 404)", "GET /b (400)"].flatMap((place) => {
      const [, operation, statuses] = /^(.*) (\(.*)$/.exec(place) ?? [];
      const said = `${operation}: the answer has the new rule \`maxLength\`: 2 ${statuses}`;
      return [
        `  breaking for mock-server | response |  | ${said} | change the replies in tests that do not fit`,
        `  harmless for client | response |  | ${said} | no advice`,
      ];
    }),
  );
});

test.each([
  ["https://a.example/{base}/{none}", "https://a.example/v1/{none}"],
  ["https://b.example", "https://b.example"],
  [undefined, "/"],
])("a mock of the server %s has the address %s of its own, which tests may call", (url, address) => {
  const servers = url === undefined ? [] : [{ url, variables: { base: { default: "v1" } } }];
  expect(saidOf({ servers: [{ url: "https://old.example/{v}" }] }, { servers })).toEqual([
    `  breaking for mock-server | neither | no field | all: the mock's own address is ${address}, not https://old.example/{v} | no advice`,
  ]);
});

test("what else changes in a description is of unknown effect, but for words", () => {
  const words = { info: { title: "Others", version: "2.0.0" }, tags: [{ name: "q" }], externalDocs: { url: "q" } };
  expect(saidOf({}, { ...words, webhooks: {} })).toEqual([
    "  breaking for client, mock-server | request |  | all: the description has another `webhooks`, which no rule knows the effect of | check the calls that it concerns",
  ]);
});

test("paths that differ in the place of a parameter are others", () => {
  const path = (name: string) => ({ paths: { [name]: { get: { responses: {} } } } });
  expect(saidOf(path("/{a}/b"), path("/{c}/b"))).toEqual([]);
  expect(saidOf(path("/{a}"), path("/"))).toHaveLength(2);
});
