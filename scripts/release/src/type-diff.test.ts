import { readFile } from "node:fs/promises";
import { schemaTypes } from "@m800/schema-types";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { BASE } from "../test/edits.ts";
import { typeDiff } from "./type-diff.ts";

const yaml = await readFile(BASE, "utf8");
const types = await schemaTypes(parse(yaml));

const READER = "code that reads the answer no longer compiles";
const TESTER = "a reply for `respondWith` no longer compiles";

test.each([
  { from: "", to: "", want: [] },
  {
    from: "required: [code, kind, area]",
    to: "required: [kind, area]",
    want: [
      `response of GET /countries for client,auth: ${READER} (\`code\`: Type 'undefined' is not assignable to type 'string')`,
    ],
  },
  {
    from: "        note: { type: string }\n",
    to: "",
    want: [
      'response of GET /countries for client,auth: code that reads the answer may name what is gone ("note")',
      'response of GET /countries for mock-server: a reply for `respondWith` may name what is gone ("note")',
    ],
  },
  {
    from: "required: [country, quantity]",
    to: "required: [country, quantity, kind]",
    want: [
      "request of POST /orders for client,auth: a call as it was written no longer compiles (`kind`: Type 'undefined' is not assignable to type '\"fixed\" | \"mobile\"')",
    ],
  },
  {
    from: "required: [country, quantity]\n      properties:\n",
    to: "required: [country, quantity, comment]\n      properties:\n        comment: { type: string }\n",
    want: [
      "request of POST /orders for client,auth: a call as it was written no longer compiles (Property 'comment' is missing)",
    ],
  },
  {
    from: "        id: { type: string }\n",
    to: "        id: { type: integer }\n",
    want: ["201 POST /orders", "200 GET /orders/{id}"].flatMap((place) => {
      const [status, ...subject] = place.split(" ");
      return [
        `response of ${subject.join(" ")} for client,auth: ${READER} (\`id\`: Type 'number' is not assignable to type 'string')`,
        `response of ${subject.join(" ")} for mock-server: ${TESTER} (\`${status}.id\`: Type 'string' is not assignable to type 'number')`,
      ];
    }),
  },
  {
    from: "operationId: listAreas",
    to: "operationId: findAreas",
    want: ["whole of GET /areas for client,auth,mock-server: the operation is no longer called `listAreas`"],
  },
  { from: "/areas:", to: "/regions:", want: ["request of GET /areas for client,auth: calls of it no longer compile"] },
  {
    from: "  schemas:\n",
    to: "  schemas:\n    Country0: {}\n",
    want: [],
  },
  {
    from: "    apiKey:",
    to: "    otherKey:",
    want: [],
  },
])("from $from to $to no longer compiles: $want", async ({ from, to, want }) => {
  const next = await schemaTypes(parse(yaml.replace(from, to)));
  const findings = await typeDiff({ document: parse(yaml), types }, { types: next });
  expect(
    findings.map(
      ({ direction = "whole", subject, packages, text, detail }) =>
        `${direction} of ${subject} for ${packages.join()}: ${text}${detail === undefined ? "" : ` (${detail})`}`,
    ),
  ).toEqual(want);
  const common = { level: "breaking", statuses: [], isOfTypes: true, advice: "the compiler shows where" };
  for (const finding of findings) expect(finding).toMatchObject(common);
});

test("a named type that is gone is one finding for who names it", async () => {
  const next = await schemaTypes(
    parse(yaml.replace("    Error:\n", "    Fault:\n").replaceAll("schemas/Error", "schemas/Fault")),
  );
  expect(await typeDiff({ document: parse(yaml), types }, { types: next })).toEqual([
    {
      level: "breaking",
      subject: "components.schemas.Error",
      text: "the named type is gone",
      packages: ["client", "auth"],
      statuses: [],
      isOfTypes: true,
      advice: "the compiler shows where",
    },
  ]);
});

test("the place is told however deep it is in the value", async () => {
  const deep = (type: string) => {
    const object = (name: string, schema: object) => ({
      type: "object",
      required: [name],
      properties: { [name]: schema },
    });
    const id = object("a", object("b", object("c", { type })));
    return parse(yaml.replace("        id: { type: string }\n", `        id: ${JSON.stringify(id)}\n`));
  };
  const last = { document: deep("string"), types: await schemaTypes(deep("string")) };
  const findings = await typeDiff(last, { types: await schemaTypes(deep("integer")) });
  expect(findings[0]?.detail).toBe("`id.a.b.c`: Type 'number' is not assignable to type 'string'");
});
