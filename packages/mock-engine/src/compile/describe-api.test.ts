import { expect, test } from "vitest";
import { serveSpec } from "../../test/serve-spec.ts";
import { compileSpec } from "./compile-spec.ts";
import { describeApi } from "./describe-api.ts";
import type { OpenApiDocument } from "./openapi-document.ts";
import { createSchemaCompiler } from "./schema-compiler.ts";

const answer = { responses: { 204: { description: "" } } };
const json = (schema: object) => ({ content: { "application/json": { schema } } });

test.each([
  { servers: undefined, want: "https://api.invalid/" },
  { servers: [], want: "https://api.invalid/" },
  { servers: [{ url: "/v2" }, { url: "https://second.example" }], want: "https://api.invalid/v2" },
  {
    servers: [{ url: "https://{host}.example/{version}", variables: { host: { default: "eu" } } }],
    want: "https://eu.example/{version}",
  },
  { servers: [{ url: "https://{host}.example" }], want: "https://{host}.example" },
])("is at $want, by the servers $servers", ({ servers, want }) => {
  expect(compileSpec({ openapi: "3.1.0", servers, paths: {} }).api.baseUrl).toBe(want);
});

test("calls an operation that has no id by its method and path, and one without parameters has no schema of them", () => {
  const parameters = [{ name: "q", in: "query" }];
  const paths = { "/a/{b}": { patch: answer, trace: { ...answer, operationId: "traced", parameters } } };
  const { operations } = compileSpec({ openapi: "3.1.0", paths }).api;
  expect(operations.map(({ operationId, method, path }) => [operationId, method, path])).toEqual([
    ["patch /a/{b}", "PATCH", "/a/{b}"],
    ["traced", "TRACE", "/a/{b}"],
  ]);
  expect(operations.map(({ parametersSchema }) => typeof parametersSchema)).toEqual(["undefined", "string"]);
});

test("registers each schema under a name that a reader finds it by", () => {
  const content = { "application/json": { schema: { type: "string" } }, "text/plain": {} };
  const problem = json({ $ref: "#/components/schemas/Problem" });
  const text = JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Test", version: "1" },
    paths: {
      "/a": {
        post: {
          operationId: "send it",
          parameters: [{ name: "id", in: "query", schema: { type: ["integer", "string"] } }],
          requestBody: { content: { "multipart/form-data": { schema: { properties: { f: { enum: [1, "a"] } } } } } },
          responses: {
            200: { headers: { "X-Page": { schema: { type: ["integer", "string"] } } }, content },
            default: problem,
          },
        },
      },
    },
    components: { schemas: { Problem: {} } },
  });
  const document: OpenApiDocument = JSON.parse(text);
  const schemas = createSchemaCompiler(document);
  const { operations } = describeApi(document, schemas, () => {});
  expect(operations[0]?.responses).toBeDefined();
  expect([...schemas.keys].sort()).toEqual([
    "/components/schemas/Problem",
    "/x-added-schemas/send_it.200.application_json",
    "/x-added-schemas/send_it.200.header.X-Page",
    "/x-added-schemas/send_it.200.header.X-Page.reading",
    "/x-added-schemas/send_it.200.text_plain",
    "/x-added-schemas/send_it.id.reading",
    "/x-added-schemas/send_it.parameters",
    "/x-added-schemas/send_it.request.multipart_form-data",
    "/x-added-schemas/send_it.request.multipart_form-data.reading",
  ]);
});

/** A mock of one operation, `POST /x`, to which a test gives what it has. */
function serve(operation: object, components: object = {}) {
  const paths = { "/x": { post: { operationId: "x", ...answer, ...operation } } };
  const api = serveSpec(compileSpec({ openapi: "3.1.0", paths, components }));
  const post = (body: unknown, search = "", type = "application/json") =>
    api.fetch(`https://api.invalid/x${search}`, {
      method: "POST",
      headers: { "Content-Type": type },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  return { ...api, post };
}

test("follows references to bodies, answers, headers and examples", async () => {
  const password = { type: "string", format: "password" };
  const components = {
    requestBodies: { Body: { required: true, ...json({ required: ["p"], properties: { p: password } }) } },
    responses: {
      Answer: {
        description: "",
        headers: { "X-A": { $ref: "#/components/headers/A" } },
        content: { "text/plain": { examples: { e: { $ref: "#/components/examples/E" } } } },
      },
    },
    headers: { A: { required: true, schema: { const: "a" } } },
    examples: { E: { value: "example" } },
  };
  const api = serve(
    {
      requestBody: { $ref: "#/components/requestBodies/Body" },
      responses: { 200: { $ref: "#/components/responses/Answer" } },
    },
    components,
  );
  const response = await api.post({ p: "secret" });
  expect([response.status, response.headers.get("X-A"), await response.text()]).toEqual([200, "a", "example"]);
  expect((await api.post({})).status).toBe(400);
  expect(api.requests()).toMatchObject([{ body: { p: "***" } }, { body: undefined }]);
});

test("asks in a parameter for nothing that is only read", async () => {
  const schema = { required: ["id", "name"], properties: { id: { readOnly: true }, name: {} } };
  const api = serve({ parameters: [{ name: "p", in: "query", ...json(schema) }] });
  const statusOf = async (value: object) =>
    (await api.post("", `?p=${encodeURIComponent(JSON.stringify(value))}`)).status;
  expect([await statusOf({ name: "ann" }), await statusOf({ id: 1 })]).toEqual([204, 400]);
});

test.each([{ components: { securitySchemes: {} } }, { components: { schemas: {} } }, { components: undefined }])(
  "says at a call which security scheme is missing from $components",
  async ({ components }) => {
    const paths = { "/x": { get: { ...answer, security: [{ key: [] }] } } };
    const api = serveSpec(compileSpec({ openapi: "3.1.0", paths, components }));
    const response = await api.fetch("https://api.invalid/x");
    expect([response.status, await response.text()]).toEqual([
      500,
      "The security scheme key is used, but components.securitySchemes lacks it.",
    ]);
  },
);

test("asks of every operation what the document asks, unless it says otherwise", async () => {
  const paths = { "/a": { get: answer }, "/b": { get: { ...answer, security: [] } } };
  const components = { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } };
  const api = serveSpec(compileSpec({ openapi: "3.1.0", paths, components, security: [{ key: [] }] }));
  const statusOf = async (path: string) => (await api.fetch(`https://api.invalid${path}`)).status;
  expect([await statusOf("/a"), await statusOf("/b")]).toEqual([401, 204]);
});

test("describes each kind of security by what a request needs for it", () => {
  const securitySchemes = {
    basic: { type: "http", scheme: "basic" },
    key: { type: "apiKey", in: "cookie", name: "k" },
    certificate: { type: "mutualTLS" },
    oauth: { type: "oauth2" },
    openId: { $ref: "#/components/securitySchemes/connect" },
    connect: { type: "openIdConnect" },
  };
  const security = [{ basic: [], key: [] }, { certificate: [] }, { oauth: ["read"] }, { openId: [] }, {}];
  const paths = { "/x": { get: { ...answer, security } } };
  const { operations } = compileSpec({ openapi: "3.1.0", paths, components: { securitySchemes } }).api;
  expect(operations[0]?.security).toEqual([
    [
      { kind: "http", scheme: "basic" },
      { kind: "apiKey", in: "cookie", name: "k" },
    ],
    [{ kind: "other" }],
    [{ kind: "http", scheme: "bearer" }],
    [{ kind: "http", scheme: "bearer" }],
    [],
  ]);
});

test("says in words what was wrong in every answer but of success", () => {
  const statuses = ["100", "1XX", "201", "2XX", "302", "400", "421", "4XX", "503", "5XX", "default"];
  const responses = Object.fromEntries(statuses.map((status) => [status, json({ type: "string" })]));
  const { operations } = compileSpec({ openapi: "3.1.0", paths: { "/x": { get: { responses } } } }).api;
  const described = Object.entries(operations[0]?.responses ?? {});
  const refusing = described.filter(([, { content }]) => content["application/json"]?.refusal);
  expect(refusing.map(([status]) => status).sort()).toEqual(["400", "421", "4XX", "503", "5XX", "default"]);
});

test("takes an operation that describes no answer to succeed, and says where a webhook is wrong", () => {
  const paths = { "/x": { get: {} } };
  const webhooks = { done: { post: { requestBody: {} } } };
  const { api } = compileSpec({ openapi: "3.1.0", paths, webhooks });
  expect(api.operations[0]?.responses).toEqual({ "2XX": { headers: {}, content: {} } });
  expect(() => api.webhooks[0]?.requestBody).toThrow(
    new Error("#/webhooks/done/post/requestBody/content: The request body lacks `content`."),
  );
});
