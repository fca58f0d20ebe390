import { expect, test } from "vitest";
import { describeApi } from "../compile/describe-api.ts";
import type { OpenApiDocument } from "../compile/openapi-document.ts";
import { createSchemaCompiler } from "../compile/schema-compiler.ts";
import { noBehaviour } from "./behaviour.ts";
import { createEngine } from "./engine.ts";

/** An engine for the given paths, and a way to call it. */
function serve(paths: object, components: object = {}) {
  const json = JSON.stringify({ openapi: "3.1.0", info: { title: "Test", version: "1" }, paths, components });
  const document: OpenApiDocument = JSON.parse(json);
  const schemas = createSchemaCompiler(document);
  const raise = (problem: string) => {
    throw new Error(problem);
  };
  const engine = createEngine(describeApi(document, schemas, raise), schemas.find, noBehaviour);
  return {
    engine,
    call: (
      method: string,
      path: string,
      { headers = {}, body = "" }: { headers?: Record<string, string>; body?: string } = {},
    ) => {
      const [pathname = "", search] = path.split("?");
      return engine.handle({
        method,
        pathname,
        search: search ? `?${search}` : "",
        headers,
        readBytes: async () => new TextEncoder().encode(body),
      });
    },
  };
}

const text = { content: { "text/plain": { schema: { type: "string" }, example: "ok" } }, description: "" };
const get = (operationId: string, extra: object = {}) => ({ get: { operationId, responses: { 200: text }, ...extra } });

test("takes a literal path before a template, and falls back to the template further down", async () => {
  const { engine, call } = serve({
    "/numbers/{id}": get("one"),
    "/numbers/free": get("free"),
    "/numbers/{id}/price": get("price"),
    "/numbers/free/list": get("list"),
  });
  const asked = ["/numbers/7", "/numbers/free", "/numbers/free/price", "/numbers/free/list"];
  for (const path of asked) expect((await call("GET", path)).status).toBe(200);
  expect(engine.requests().map(({ operationId }) => operationId)).toEqual(["one", "free", "price", "list"]);
  expect((await call("GET", "/numbers")).status).toBe(404);
  expect((await call("GET", "/numbers/7/")).status).toBe(404);
});

test("decodes path parameters, several in a segment too", async () => {
  const parameters = ["country", "area"].map((name) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const { engine, call } = serve({ "/ranges/{country}-{area}": get("range", { parameters }) });
  await call("GET", "/ranges/C%C3%B4te%20d%2FIvoire-27");
  expect(engine.requests()[0]?.parameters.path).toEqual({ country: "Côte d/Ivoire", area: "27" });
});

test("coerces parameters to their types, and refuses what does not fit", async () => {
  const { engine, call } = serve({
    "/numbers": get("list", {
      parameters: [
        { name: "limit", in: "query", schema: { type: "integer", minimum: 1, maximum: 100 } },
        { name: "free", in: "query", schema: { type: "boolean" } },
        { name: "country", in: "query", schema: { type: "array", items: { type: "string", pattern: "^[A-Z]{3}$" } } },
        {
          name: "tag",
          in: "query",
          style: "pipeDelimited",
          explode: false,
          schema: { type: "array", items: { type: "integer" } },
        },
        { name: "X-Trace", in: "header", required: true, schema: { type: "string", minLength: 2 } },
        { name: "page", in: "cookie", schema: { type: "integer" } },
      ],
    }),
  });
  const headers = { "x-trace": "abc", cookie: "a=b; page=3" };
  expect((await call("GET", "/numbers?limit=5&free=true&country=HKG&country=PHL&tag=1|2", { headers })).status).toBe(
    200,
  );
  expect(engine.requests()[0]?.parameters).toEqual({
    path: {},
    query: { limit: 5, free: true, country: ["HKG", "PHL"], tag: [1, 2] },
    header: { "x-trace": "abc" },
    cookie: { page: 3 },
  });

  const refused = [
    { path: "/numbers?limit=0", headers, want: "/query/limit must be >= 1" },
    { path: "/numbers?limit=many", headers, want: "/query/limit must be integer" },
    { path: "/numbers?country=HK", headers, want: "/query/country/0 must match pattern" },
    { path: "/numbers", headers: {}, want: "/header must have required property 'x-trace'" },
  ];
  for (const { path, headers, want } of refused) {
    const reply = await call("GET", path, { headers });
    expect(reply.status).toBe(400);
    expect(reply.body).toContain(want);
  }
});

test("replaces a path's parameters by the operation's own of the same name and place", async () => {
  const { call } = serve({
    "/numbers": {
      parameters: [{ name: "limit", in: "query", schema: { type: "integer", maximum: 10 } }],
      ...get("list", { parameters: [{ name: "limit", in: "query", schema: { type: "integer", maximum: 99 } }] }),
    },
  });
  expect((await call("GET", "/numbers?limit=50")).status).toBe(200);
  expect((await call("GET", "/numbers?limit=100")).status).toBe(400);
});

test("samples a reply that the spec gives no example for, through references", async () => {
  const { call } = serve(
    {
      "/node": {
        get: {
          operationId: "node",
          responses: {
            200: {
              description: "",
              content: { "application/json": { schema: { $ref: "#/components/schemas/Node" } } },
            },
          },
        },
      },
    },
    {
      schemas: {
        Node: {
          type: "object",
          required: ["id", "kind"],
          properties: {
            id: { type: "integer", minimum: 5 },
            kind: { const: "leaf" },
            next: { $ref: "#/components/schemas/Node" },
          },
        },
      },
    },
  );
  const reply = await call("GET", "/node");
  expect(JSON.parse(String(reply.body))).toMatchObject({ id: 5, kind: "leaf" });
});

test("names the place of an example that breaks its schema", async () => {
  const content = { "application/json": { schema: { type: "integer" }, examples: { odd: { value: "one" } } } };
  const { call } = serve({ "/n": { get: { operationId: "n", responses: { 200: { description: "", content } } } } });
  const problem = 'n.200.application/json: the example "odd" does not fit its schema: the value must be integer.';
  expect(await call("GET", "/n")).toMatchObject({ status: 500, body: problem, refusal: problem });
});

test("parses forms, and picks the schema by the media type's range", async () => {
  const content = {
    "application/x-www-form-urlencoded": {
      schema: { type: "object", required: ["to"], properties: { to: { type: "string" } } },
    },
    "text/*": { schema: { type: "string", maxLength: 3 } },
  };
  const { engine, call } = serve({
    "/m": { post: { operationId: "m", requestBody: { content }, responses: { 200: text } } },
  });
  const as = (type: string, body: string) => call("POST", "/m", { headers: { "content-type": type }, body });
  expect((await as("application/x-www-form-urlencoded; charset=utf-8", "to=1%202")).status).toBe(200);
  expect(engine.requests()[0]?.body).toEqual({ to: "1 2" });
  expect((await as("application/x-www-form-urlencoded", "from=1")).status).toBe(400);
  expect((await as("text/csv", "a,b")).status).toBe(200);
  expect((await as("text/csv", "a,b,c")).status).toBe(400);
  for (const type of ["image/png", "constructor", "__proto__"]) expect((await as(type, "x")).status).toBe(415);
  expect((await call("POST", "/m")).status).toBe(200);
});

test("answers 204 without a body, and reads statuses by range", async () => {
  const { engine, call } = serve({
    "/n": { delete: { operationId: "drop", responses: { 204: { description: "" }, "4XX": { ...text } } } },
  });
  expect(await call("DELETE", "/n")).toEqual({ status: 204, headers: {} });
  engine.override("drop", { status: 409 });
  expect(await call("DELETE", "/n")).toMatchObject({ status: 409, body: "ok" });
  expect(() => engine.override("drop", { status: 500 })).toThrow("it has only 204, 4XX");
  expect(() => engine.override("drop", { status: 204, body: "x" })).toThrow("it has no body");
});

test("tries security alternatives in turn, and asks for all schemes of one", async () => {
  const { call } = serve(
    { "/n": get("n", { security: [{ key: [], session: [] }, { basic: [] }] }) },
    {
      securitySchemes: {
        key: { type: "apiKey", in: "header", name: "X-Key" },
        session: { type: "apiKey", in: "cookie", name: "sid" },
        basic: { type: "http", scheme: "basic" },
      },
    },
  );
  const granted = [{ "x-key": "1", cookie: "sid=2" }, { authorization: "Basic abc" }];
  for (const headers of granted) expect((await call("GET", "/n", { headers })).status).toBe(200);
  const refused: Record<string, string>[] = [
    {},
    { "x-key": "1" },
    { cookie: "sid=2" },
    { authorization: "Bearer abc" },
    { authorization: "Basic !!!" },
  ];
  for (const headers of refused) expect((await call("GET", "/n", { headers })).status).toBe(401);
});

test("an API key called like an object's method is missing unless it is sent", async () => {
  const key = { type: "apiKey", in: "header", name: "constructor" };
  const { call } = serve({ "/n": get("n", { security: [{ key: [] }] }) }, { securitySchemes: { key } });
  expect((await call("GET", "/n")).status).toBe(401);
  expect((await call("GET", "/n", { headers: { constructor: "k" } })).status).toBe(200);
});

test("checks the reply of a function when it is called", async () => {
  const { engine, call } = serve({ "/n": get("n") });
  engine.override("n", async () => ({ status: 201 }));
  const body = expect.stringContaining("The reply 201 of n breaks the spec");
  expect(await call("GET", "/n")).toMatchObject({ status: 500, body });
});

const ARRAY = { type: "array", items: { type: "string" } };

test("names a path's values as the operation does, though another names them otherwise", async () => {
  const parameter = (name: string) => [{ name, in: "path", required: true, schema: { type: "string" } }];
  const { engine, call } = serve({
    "/c/{id}": get("byId", { parameters: parameter("id") }),
    "/c/{number}": { put: { operationId: "byNumber", parameters: parameter("number"), responses: { 200: text } } },
  });
  for (const method of ["GET", "PUT"]) expect((await call(method, "/c/7")).status).toBe(200);
  expect(engine.requests().map(({ parameters }) => parameters.path)).toEqual([{ id: "7" }, { number: "7" }]);
});

test("reads forms of both kinds, with lists, objects and types", async () => {
  const schema = {
    type: "object",
    required: ["to"],
    properties: { to: ARRAY, count: { type: "integer" }, meta: { type: "object", required: ["a"] } },
  };
  const content = { "application/x-www-form-urlencoded": { schema }, "multipart/form-data": { schema } };
  const { engine, call } = serve({
    "/m": { post: { operationId: "m", requestBody: { content }, responses: { 200: text } } },
  });
  const want = { to: ["a"], count: 2, meta: { a: 1 } };
  const as = (type: string, body: string) => call("POST", "/m", { headers: { "content-type": type }, body });
  await as("application/x-www-form-urlencoded", "to=a&count=2&meta=%7B%22a%22%3A1%7D");
  const part = (name: string, value: string) =>
    `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  await as(
    "multipart/form-data; boundary=x",
    `${part("to", "a")}${part("count", "2")}${part("meta", '{"a":1}')}--x--\r\n`,
  );
  expect(engine.requests().map(({ body }) => body)).toEqual([want, want]);
  expect((await as("application/x-www-form-urlencoded", "to=a&count=two")).status).toBe(400);
  expect((await as("multipart/form-data; boundary=x", "nonsense")).status).toBe(400);
});

test("answers in the media type that Accept likes best, or 406", async () => {
  const content = {
    "application/json": { schema: { type: "integer" }, example: 1 },
    "text/plain": { schema: { type: "string" }, example: "one" },
  };
  const { call } = serve({ "/n": { get: { operationId: "n", responses: { 200: { description: "", content } } } } });
  const typeFor = async (accept: string) => {
    const { status, headers } = await call("GET", "/n", { headers: { accept } });
    return status === 200 ? headers["content-type"] : status;
  };
  expect(await typeFor("*/*")).toBe("application/json");
  expect(await typeFor("text/plain")).toBe("text/plain");
  expect(await typeFor("text/*;q=0.5, application/json;q=0.4")).toBe("text/plain");
  expect(await typeFor("text/*, application/json;q=0")).toBe("text/plain");
  expect(await typeFor("image/png, */*;q=0.1")).toBe("application/json");
  expect(await typeFor("image/png")).toBe(406);
});

test("answers OPTIONS with the methods of the path, where the document has none", async () => {
  const { call } = serve({ "/n": get("n") });
  expect(await call("OPTIONS", "/n")).toEqual({ status: 204, headers: { allow: "GET" } });
});

test("two names that differ in punctuation only keep their own schemas", async () => {
  const operation = (operationId: string, minimum: number) => ({
    get: { ...get(operationId).get, parameters: [{ name: "n", in: "query", schema: { type: "integer", minimum } }] },
  });
  const { call } = serve({ "/a": operation("one:two", 5), "/b": operation("one/two", 50) });
  expect((await call("GET", "/a?n=10")).status).toBe(200);
  expect((await call("GET", "/b?n=10")).status).toBe(400);
});

test("keeps to 3.1's own keywords, recursive and discriminated schemas too", async () => {
  const json = (schema: object) => ({ content: { "application/json": { schema } }, required: true });
  const post = (operationId: string, schema: object) => ({
    post: { operationId, requestBody: json(schema), responses: { 200: text } },
  });
  const { call } = serve(
    {
      "/tuple": post("tuple", {
        type: "array",
        prefixItems: [{ const: "x" }, { type: ["integer", "null"] }],
        items: false,
      }),
      "/closed": post("closed", {
        allOf: [{ properties: { a: { type: "integer" } } }],
        properties: { b: { type: "integer" } },
        unevaluatedProperties: false,
      }),
      "/tree": post("tree", { $ref: "#/components/schemas/Tree" }),
      "/pet": post("pet", { $ref: "#/components/schemas/Pet" }),
    },
    {
      schemas: {
        Tree: {
          type: "object",
          required: ["id"],
          properties: {
            id: { type: "integer" },
            children: { type: "array", items: { $ref: "#/components/schemas/Tree" } },
          },
        },
        Pet: {
          oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
          discriminator: { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat" } },
        },
        Cat: { type: "object", required: ["kind", "lives"], properties: { kind: { const: "cat" } } },
        Dog: { type: "object", required: ["kind"], properties: { kind: { const: "dog" } } },
      },
    },
  );
  const cases = [
    ["/tuple", ["x", null], 200],
    ["/tuple", ["x", 1, 2], 400],
    ["/tuple", ["y"], 400],
    ["/closed", { a: 1, b: 2 }, 200],
    ["/closed", { a: 1, c: 2 }, 400],
    ["/tree", { id: 1, children: [{ id: 2, children: [{ id: 3 }] }] }, 200],
    ["/tree", { id: 1, children: [{ id: 2, children: [{}] }] }, 400],
    ["/pet", { kind: "cat", lives: 9 }, 200],
    ["/pet", { kind: "cat" }, 400],
    ["/pet", { kind: "dog" }, 200],
  ] as const;
  for (const [path, body, want] of cases) {
    const headers = { "content-type": "application/json" };
    const { status } = await call("POST", path, { headers, body: JSON.stringify(body) });
    expect([path, body, status]).toEqual([path, body, want]);
  }
});
