import { expect, test } from "vitest";
import { findingOf, operation } from "../test/finding-of.ts";
import { assessAssumptions } from "./assess-assumptions.ts";
import type { Finding } from "./create-prober.ts";
import { differencesOf, inWords } from "./differences.ts";
import { createSpecDocument, type SpecRoot } from "./document.ts";

const root: SpecRoot & { readonly components: unknown } = {
  info: { version: "1" },
  servers: [{ url: "/", ...{ "x-assumed": "the server" } }],
  paths: {
    "/things": {
      "x-assumed": "the path",
      get: { responses: { 200: { "x-assumed": "the answer", headers: { "X-A": { "x-assumed": "the header" } } } } },
    },
  },
  components: { schemas: { Thing: { "x-assumed": "the schema" }, Things: {} } },
};
const [SERVER, PATH, ANSWER, HEADER, SCHEMA] = [
  "/servers/0",
  "/paths/~1things",
  "/paths/~1things/get/responses/200",
  "/paths/~1things/get/responses/200/headers/X-A",
  "/components/schemas/Thing",
];

function checkOf(...findings: readonly Finding[]) {
  return { spec: createSpecDocument(root), findings, notes: [], gaps: [], areCredentialsRefused: false, issued: [] };
}

test("a difference is told once for each operation, with its calls", () => {
  const seen = (purpose: string, message: string, more = {}) =>
    findingOf({ exchange: { purpose, ...more }, differences: [{ places: [], message }] });
  const other = { operation: { ...operation, operationId: "addThing" } };
  const findings = [
    seen("first", "it is odd"),
    seen("first", "it is odd"),
    seen("then", "it is odd"),
    seen("at last", "it is odd"),
    seen("then", "it is even"),
    seen("then", "it is even", other),
    seen("once", "it is even", other),
  ];
  expect(differencesOf(checkOf(...findings)).map(inWords)).toEqual([
    "listThings, first and in 2 more calls: it is odd.",
    "listThings, then: it is even.",
    "addThing, then and in 1 more call: it is even.",
  ]);
});

function verdictsOf(...findings: readonly Finding[]): Record<string, string> {
  return Object.fromEntries(
    assessAssumptions(checkOf(...findings)).map(({ reason, verdict, reasons }) => [
      reason,
      [verdict, ...reasons].join(": "),
    ]),
  );
}

const NOTHING_SEEN = {
  "the server": "not seen",
  "the path": "not seen",
  "the answer": "not seen",
  "the header": "not seen",
  "the schema": "not seen",
};

test.each<[tested: string, confirmed: readonly string[]]>([
  [SERVER ?? "", ["the server"]],
  [PATH ?? "", ["the path"]],
  [`${PATH}/get`, []],
  [ANSWER ?? "", ["the answer"]],
  [`${ANSWER}/content`, ["the answer"]],
  [`${ANSWER}0`, []],
  [HEADER ?? "", ["the answer", "the header"]],
  ["/components/schemas/Things", []],
])("what puts %s to the test confirms %j", (tested, confirmed) => {
  const want = Object.fromEntries(confirmed.map((reason) => [reason, "confirmed"]));
  expect(verdictsOf(findingOf({ tested: [tested] }))).toEqual({ ...NOTHING_SEEN, ...want });
});

test.each<[places: readonly string[], contradicted: string | undefined]>([
  [[HEADER ?? "", ANSWER ?? ""], "the header"],
  [[`${HEADER}/schema`], "the header"],
  [["/components/schemas/Things", ANSWER ?? ""], "the answer"],
  [[PATH ?? ""], "the path"],
  [[`${PATH}/get/responses/401`], undefined],
  [[`${SCHEMA}/properties/a`, ANSWER ?? ""], "the schema"],
  [[], undefined],
])("what differs at %j contradicts %s alone", (places, contradicted) => {
  const finding = findingOf({ differences: [{ places, message: "it is odd" }] });
  expect(verdictsOf(finding)).toEqual({
    ...NOTHING_SEEN,
    ...(contradicted !== undefined && { [contradicted]: "contradicted: listThings, to see: it is odd" }),
  });
});

test("what contradicts outweighs what confirms, and a gateway that is down confirms nothing", () => {
  const tested = [ANSWER ?? ""];
  const down = { tested, exchange: { answer: undefined } };
  expect(verdictsOf(findingOf(down))["the answer"]).toBe("not seen");
  expect(verdictsOf(findingOf({ ...down, askedAgainAfter: 1 }))["the answer"]).toBe("confirmed");
  const differs = findingOf({ differences: [{ places: tested, message: "it is odd" }] });
  expect(verdictsOf(findingOf({ tested }), differs, differs)["the answer"]).toBe(
    "contradicted: listThings, to see: it is odd: listThings, to see: it is odd",
  );
});
