import { expect, test } from "vitest";
import { below, createSpecDocument, type SpecRoot } from "./document.ts";
import { malformedOf, operationsOf, refusalOf, responseFor, statusesOf, successOf } from "./operations.ts";

const info = { version: "1" };

function specOf(paths: Readonly<Record<string, object>>, more: object = {}) {
  const root: SpecRoot = { info, paths, ...more };
  return createSpecDocument(root);
}

test("every operation of a description is there in its order, with where it stands and what it is called", () => {
  const item = { summary: "q", parameters: [], get: {}, post: { operationId: "addB" }, "x-get": {} };
  const spec = specOf(
    { "/a/{b}": { $ref: "#/components/pathItems/A" }, "/c~d": { trace: { requestBody: {} }, put: 1 } },
    { components: { pathItems: { A: item } } },
  );
  expect(operationsOf(spec)).toMatchObject([
    {
      operationId: "GET /a/{b}",
      method: "GET",
      path: "/a/{b}",
      pointer: "/components/pathItems/A/get",
      pathPointer: "/components/pathItems/A",
      scheme: undefined,
      needsInput: false,
      target: "/a/{b}",
      headers: {},
    },
    { operationId: "addB", method: "POST", pointer: "/components/pathItems/A/post" },
    { operationId: "TRACE /c~d", pointer: "/paths/~1c~0d/trace", needsInput: true },
  ]);
  expect(operationsOf(createSpecDocument({ info }))).toEqual([]);
});

test.each([..."get put post delete options head patch trace".split(" ")])("an operation of %s is one", (method) => {
  expect(operationsOf(specOf({ "/a": { [method]: {} } }))).toHaveLength(1);
});

test.each<[security: unknown, root: unknown, scheme: string | undefined]>([
  [[{ token: [] }], undefined, "bearer"],
  [undefined, [{ token: [] }], "bearer"],
  [[], [{ token: [] }], undefined],
  [[{ basic: [] }, { m800: [], token: [] }], undefined, "m800auth"],
  [[{ basic: [], token: [] }], undefined, "bearer"],
  [[{ basic: [] }], undefined, "basic"],
  [[{ key: [] }, { basic: [] }], undefined, "basic"],
  [[{ none: [] }], undefined, undefined],
  ["q", undefined, undefined],
])("of the security %j, or else %j, the scheme is %s", (security, root, scheme) => {
  const securitySchemes = {
    token: { $ref: "#/components/securitySchemes/Bearer" },
    Bearer: { type: "http", scheme: "Bearer" },
    m800: { type: "http", scheme: "M800Auth" },
    basic: { type: "http", scheme: "basic" },
    key: { type: "apiKey" },
  };
  const spec = specOf(
    { "/a": { get: { ...(security !== undefined && { security }) } } },
    { security: root, components: { securitySchemes } },
  );
  expect(operationsOf(spec).map((operation) => operation.scheme)).toEqual([scheme]);
});

const text = { type: "string" };
const query = (more: object) => [{ name: "a b", in: "query", required: true, schema: text, ...more }];

test.each<[parameters: readonly object[], target: string | undefined, headers?: object]>([
  [[], "/{id}"],
  [query({ example: "é&" }), "/{id}?a%20b=%C3%A9%26"],
  [query({ example: 0 }), "/{id}?a%20b=0"],
  [query({ example: false }), "/{id}?a%20b=false"],
  [query({ example: ["b", 1] }), "/{id}?a%20b=b&a%20b=1"],
  [query({ example: ["b", 1], explode: false, style: "form" }), "/{id}?a%20b=b,1"],
  [query({ example: ["b", 1], style: "pipeDelimited" }), undefined],
  [query({}), undefined],
  [query({ example: "" }), undefined],
  [query({ example: [] }), undefined],
  [query({ example: null }), undefined],
  [query({ example: ["a", {}] }), undefined],
  [[{ name: "q", in: "query", schema: text, example: "b" }], "/{id}"],
  [[{ name: "q", in: "query", required: false, schema: text }], "/{id}"],
  [[...query({ example: 1 }), { name: "c", in: "query", required: true, example: 2 }], "/{id}?a%20b=1&c=2"],
  [query({ examples: { one: { $ref: "#/components/examples/One" }, two: { value: "2" } } }), "/{id}?a%20b=one"],
  ...[{ examples: ["b", "c"] }, { example: "b" }, { default: "b" }, { const: "b" }, { enum: ["b", "c"] }].map(
    (schema): [object[], string] => [query({ schema }), "/{id}?a%20b=b"],
  ),
  [query({ schema: { $ref: "#/components/schemas/B" } }), "/{id}?a%20b=b"],
  [query({ example: "x", schema: { default: "b" } }), "/{id}?a%20b=x"],
  [[{ name: "id", in: "path", required: true, example: ["a/b", 2] }], "/a%2Fb,2"],
  [[{ name: "id", in: "path", required: true, style: "simple", example: 2 }], "/2"],
  [[{ name: "id", in: "path", required: true, style: "label", example: 2 }], undefined],
  [[{ name: "X-A", in: "header", required: true, example: ["a b", true] }], "/{id}", { "X-A": "a b,true" }],
  [[{ name: "a", in: "cookie", required: true, example: "b" }], undefined],
  [[{ $ref: "#/components/parameters/P" }], "/{id}?p=1"],
])("with the parameters %j a call goes to %s", (parameters, target, headers = {}) => {
  const components = {
    examples: { One: { value: "one" } },
    parameters: { P: { name: "p", in: "query", required: true, example: 1 } },
    schemas: { B: { default: "b" } },
  };
  const isRequired = (each: object) => "$ref" in each || ("required" in each && each.required);
  for (const item of [{ parameters, get: {} }, { get: { parameters } }]) {
    const [operation] = operationsOf(specOf({ "/{id}": item }, { components }));
    expect(operation).toMatchObject({
      target,
      needsInput: parameters.some(isRequired),
      ...(target !== undefined && { headers }),
    });
  }
});

test.each<[statuses: readonly string[], success: number, refusal: number, malformed: number]>([
  [[], 200, 401, 400],
  [["default", "204"], 204, 401, 400],
  [["2XX", "403", "422"], 200, 403, 422],
  [["1200", "2000", "401", "403", "400", "422"], 200, 401, 400],
])("of the statuses %j the check takes %d, %d and %d", (statuses, success, refusal, malformed) => {
  const responses = Object.fromEntries(statuses.map((status) => [status, {}]));
  const spec = specOf({ "/a": { get: { responses } } });
  const [operation] = operationsOf(spec);
  if (!operation) throw new Error("There is no operation.");
  expect([successOf(spec, operation), refusalOf(spec, operation), malformedOf(spec, operation)]).toEqual([
    success,
    refusal,
    malformed,
  ]);
  expect(statusesOf(spec, operation).toSorted()).toEqual(statuses.toSorted());
});

test.each([
  [200, "/paths/~1a/get/responses/200"],
  [299, "/paths/~1a/get/responses/2XX"],
  [404, "/components/responses/Error"],
])("the answer %d is described at %s", (status, pointer) => {
  const responses = { 200: {}, "2XX": {}, default: { $ref: "#/components/responses/Error" } };
  const spec = specOf(
    { "/a": { get: { responses } }, "/b": { get: { responses: { 200: {} } } } },
    { components: { responses: { Error: {} } } },
  );
  const [a, b] = operationsOf(spec);
  expect(a && responseFor(spec, a, status)).toBe(pointer);
  expect(b && responseFor(spec, b, 404)).toBeUndefined();
});

test("a pointer leads through names with strokes and tildes, references and lists, and else to nothing", () => {
  const root: SpecRoot & { readonly more: unknown } = {
    info,
    more: { "a/b~1": [{ $ref: "#/more/next" }], next: { $ref: "#/info" }, odd: { $ref: 1 } },
  };
  const spec = createSpecDocument(root);
  const pointer = below("/more", "a/b~1", "0");
  expect(pointer).toBe("/more/a~1b~01/0");
  expect(spec.at(pointer)).toEqual({ $ref: "#/more/next" });
  expect(spec.resolve(pointer)).toBe("/info");
  expect(spec.resolve("/more/odd")).toBe("/more/odd");
  expect([spec.at("/more/none/length"), spec.at("/info/version/length"), spec.at("")]).toEqual([
    undefined,
    undefined,
    root,
  ]);
});
