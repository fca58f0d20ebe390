import { expect, test } from "vitest";
import { compileSpec } from "./compile-spec.ts";

/** The body of `POST /x` as it is described. */
function describe(requestBody: object) {
  const post = { operationId: "x", requestBody, responses: { 204: {} } };
  return compileSpec({ openapi: "3.1.0", paths: { "/x": { post } } }).api.operations[0]?.requestBody;
}

const URLENCODED = "application/x-www-form-urlencoded";
const schema = { properties: { a: { type: "integer" } } };
const form = { properties: { a: "number" }, additional: "any" };

test("says whether a body is required, and of which media types it may be", () => {
  const content = { "application/json": {}, "text/plain": { schema } };
  expect(describe({ content })).toEqual({
    required: false,
    content: {
      "application/json": { schema: "/x-added-schemas/x.request.application_json" },
      "text/plain": { schema: "/x-added-schemas/x.request.text_plain" },
    },
  });
  expect(describe({ required: true, content: {} })).toEqual({ required: true, content: {} });
});

test.each([URLENCODED, "multipart/form-data", "Multipart/Form-Data; boundary=x"])(
  "reads the fields of %s",
  (mediaType) => {
    expect(describe({ content: { [mediaType]: { schema } } })?.content[mediaType]).toMatchObject({ form, styled: [] });
  },
);

test.each<{ readonly encoding: object; readonly want: readonly object[] }>([
  { encoding: {}, want: [] },
  { encoding: { contentType: "text/plain" }, want: [] },
  { encoding: { style: "form" }, want: [] },
  { encoding: { explode: false }, want: [{ style: "form", explode: false }] },
  { encoding: { explode: true }, want: [{ style: "form", explode: true }] },
  { encoding: { style: "deepObject", explode: true }, want: [{ style: "deepObject", explode: true }] },
  { encoding: { style: "pipeDelimited" }, want: [{ style: "pipeDelimited", explode: false }] },
])("writes a field of a form by $encoding: $want", ({ encoding, want }) => {
  const styled = (mediaType: string) =>
    describe({ content: { [mediaType]: { schema, encoding: { a: encoding } } } })?.content[mediaType]?.styled;
  expect(styled(URLENCODED)).toEqual(want.map((each) => ({ name: "a", ...each })));
  expect(styled("multipart/form-data")).toEqual([]);
});

test("asks in JSON and in forms for nothing that is only read", () => {
  const read = { required: ["id"], properties: { id: { readOnly: true } } };
  const content = {
    "application/json": { schema: read },
    [URLENCODED]: { schema: { anyOf: [read, { required: ["b"], properties: { b: {} } }] } },
  };
  const post = { operationId: "x", requestBody: { content }, responses: { 204: {} } };
  const { api, findValidator } = compileSpec({ openapi: "3.1.0", paths: { "/x": { post } } });
  const described = api.operations[0]?.requestBody?.content;
  const keys = [
    described?.["application/json"]?.schema,
    described?.[URLENCODED]?.schema,
    "/x-added-schemas/x.request.application_x-www-form-urlencoded.reading",
  ];
  for (const key of keys) expect([key, findValidator(key ?? "")?.({})]).toEqual([key, true]);
});

test("says of a body without content what it lacks", () => {
  expect(() => describe({})).toThrow(
    new Error("#/paths/~1x/post/requestBody/content: The request body lacks `content`."),
  );
});
