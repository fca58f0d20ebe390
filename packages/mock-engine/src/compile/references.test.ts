import { expect, test } from "vitest";
import { serveSpec } from "../../test/serve-spec.ts";
import { compileSpec } from "./compile-spec.ts";

const OUTSIDE = "other.yaml#/x";
const components = {
  schemas: { Loop: { $ref: "#/components/schemas/Loop" }, "a/b~c d": { type: "integer" }, ä: { type: "integer" } },
  parameters: { One: { $ref: "#/components/parameters/Two" }, Two: { $ref: "#/components/parameters/One" } },
};

/** What a call of `POST /x` is answered with, where a part of it is referred to. */
async function answerOf(operation: object, body: string | undefined = "1") {
  const post = { operationId: "x", responses: { 204: { description: "" } }, ...operation };
  const api = serveSpec(compileSpec({ openapi: "3.1.0", paths: { "/x": { post } }, components }));
  const headers = { "Content-Type": "application/json" };
  const response = await api.fetch("https://api.invalid/x", { method: "POST", headers, body });
  return [response.status, await response.text()];
}

const CALL = "/paths/~1x/post";
const SCHEMA = "requestBody/content/application~1json/schema";
const json = (schema: object) => ({ content: { "application/json": { schema } } });

test.each([
  { $ref: OUTSIDE, want: "other.yaml#/x is not inside the document: bundle it first." },
  { $ref: "#nowhere", want: "#nowhere is not inside the document: bundle it first." },
  { $ref: "#/components/nothing", want: "#/components/nothing leads nowhere." },
  { $ref: "#/components/schemas/toString", want: "#/components/schemas/toString leads nowhere." },
  { $ref: "#/openapi/length", want: "#/openapi/length leads nowhere." },
])("says at a call that $want", async ({ $ref, want }) => {
  expect(await answerOf({ parameters: [{ $ref }] })).toEqual([500, `#${CALL}/parameters/0/$ref: ${want}`]);
  expect(await answerOf({ requestBody: { $ref } })).toEqual([500, `#${CALL}/requestBody/$ref: ${want}`]);
  expect(await answerOf({ responses: { 200: { $ref } } })).toEqual([500, `#${CALL}/responses/200/$ref: ${want}`]);
  expect(await answerOf({ requestBody: json({ $ref }) })).toEqual([500, `#${CALL}/${SCHEMA}/$ref: ${want}`]);
});

test("says at a call that a reference refers to itself, at once or by others", async () => {
  expect(await answerOf({ parameters: [{ $ref: "#/components/parameters/One" }] })).toEqual([
    500,
    `#${CALL}/parameters/0/$ref: #/components/parameters/One refers to itself.`,
  ]);
  expect(await answerOf({ requestBody: json({ $ref: "#/components/schemas/Loop" }) })).toEqual([
    500,
    `#${CALL}/${SCHEMA}/$ref: #/components/schemas/Loop refers to itself.`,
  ]);
});

test.each(["#/components/schemas/a~1b~0c%20d", "#/components/schemas/%C3%A4", "#/components/schemas/ä"])(
  "follows the reference %s",
  async ($ref) => {
    for (const schema of [{ $ref }, { allOf: [{ $ref }] }]) {
      expect((await answerOf({ requestBody: json(schema) }, "1"))[0]).toBe(204);
      expect((await answerOf({ requestBody: json(schema) }, '"1"'))[0]).toBe(400);
      expect(await answerOf({ responses: { 200: json(schema) } })).toEqual([200, "0"]);
    }
  },
);
