import fc from "fast-check";
import { expect, test } from "vitest";
import { compileSpec } from "../src/compile/compile-spec.ts";
import { serveSpec } from "./serve-spec.ts";

// Schemas are made together with what they allow and what they do not, so that no validator has to be trusted.

interface Case {
  readonly schema: object;
  readonly good: unknown;
  /** Each breaks the schema in one place. */
  readonly bad: readonly unknown[];
}

const integer: fc.Arbitrary<Case> = fc
  .tuple(fc.integer({ min: -50, max: 50 }), fc.nat(50), fc.nat(50))
  .map(([minimum, span, offset]) => ({
    schema: { type: "integer", minimum, maximum: minimum + span },
    good: minimum + Math.min(offset, span),
    bad: [minimum - 1, minimum + span + 1, minimum + 0.5, "1", null],
  }));

const text: fc.Arbitrary<Case> = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(5)).map(([minLength, more]) => ({
  schema: { type: "string", minLength, maxLength: minLength + more, pattern: "^[a-z]*$" },
  good: "m".repeat(minLength),
  bad: ["m".repeat(minLength - 1), "m".repeat(minLength + more + 1), "M".repeat(minLength), 5, {}],
}));

const choice: fc.Arbitrary<Case> = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }).map((values) => ({
  schema: { enum: values },
  good: values[0],
  bad: [`${values.join("")}!`, 1, null],
}));

const { value: anyCase } = fc.letrec<{ value: Case; list: Case; object: Case; union: Case }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, integer, text, choice, tie("list"), tie("object"), tie("union")),
  list: fc.tuple(tie("value"), fc.integer({ min: 1, max: 3 })).map(([item, count]) => ({
    schema: { type: "array", items: item.schema, minItems: count, maxItems: count },
    good: Array(count).fill(item.good),
    bad: [
      Array(count + 1).fill(item.good),
      [],
      {},
      ...item.bad.map((value) => Array(count).fill(item.good).with(0, value)),
    ],
  })),
  object: fc
    .dictionary(fc.stringMatching(/^[a-z~/%]{1,4}$/), tie("value"), { minKeys: 1, maxKeys: 3 })
    .map((fields) => {
      const entries = Object.entries(fields);
      const good = Object.fromEntries(entries.map(([name, field]) => [name, field.good]));
      const without = (name: string) => Object.fromEntries(Object.entries(good).filter(([other]) => other !== name));
      return {
        schema: {
          type: "object",
          required: Object.keys(fields),
          properties: Object.fromEntries(entries.map(([name, field]) => [name, field.schema])),
          additionalProperties: false,
        },
        good,
        bad: [
          { ...good, additional: 1 },
          [],
          ...entries.map(([name]) => without(name)),
          ...entries.flatMap(([name, field]) => field.bad.map((value) => ({ ...good, [name]: value }))),
        ],
      };
    }),
  union: tie("value").map(({ schema, good, bad }) => ({
    schema: { oneOf: [schema, { type: "object", required: ["\u0000"], properties: { "\u0000": { const: true } } }] },
    good,
    bad: bad.filter((value) => typeof value !== "object" || value === null || !("\u0000" in value)),
  })),
}));

function mockOf(schema: object) {
  const content = { "application/json": { schema } };
  const post = { requestBody: { required: true, content }, responses: { 204: {} } };
  const document = { openapi: "3.1.0", paths: { "/things": { post } } };
  const api = serveSpec(compileSpec(document));
  return async (body: unknown) => {
    const headers = { "Content-Type": "application/json" };
    return (await api.fetch("https://api.invalid/things", { method: "POST", headers, body: JSON.stringify(body) }))
      .status;
  };
}

test("takes what a schema allows, and refuses every single breach of it", async () => {
  const property = fc.asyncProperty(anyCase, async ({ schema, good, bad }) => {
    const send = mockOf(schema);
    expect(await send(good)).toBe(204);
    for (const value of bad) expect([value, await send(value)]).toEqual([value, 400]);
  });
  await fc.assert(property, { seed: 20261123, numRuns: 150 });
});

test("reads from a query what a client writes there, whatever the characters", async () => {
  const parameters = [
    { name: "one", in: "query", required: true, schema: { type: "string" } },
    { name: "many", in: "query", explode: false, schema: { type: "array", items: { type: "string" } } },
  ];
  const document = {
    openapi: "3.1.0",
    paths: { "/things": { get: { operationId: "list", parameters, responses: { 204: {} } } } },
  };
  const api = serveSpec(compileSpec(document));
  const words = fc.string({ minLength: 1, unit: "grapheme" });
  const property = fc.asyncProperty(words, fc.array(words, { minLength: 1 }), async (one, many) => {
    const list = many.map(encodeURIComponent).join(",");
    const response = await api.fetch(`https://api.invalid/things?many=${list}&one=${encodeURIComponent(one)}`);
    expect(response.status).toBe(204);
    expect(api.requests().at(-1)?.parameters.query).toEqual({ one, many });
  });
  await fc.assert(property, { seed: 20261123, numRuns: 300 });
});
