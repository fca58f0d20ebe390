import { expect, test } from "vitest";
import { serveSpec } from "../../test/serve-spec.ts";
import { compileSpec } from "../compile/compile-spec.ts";
import type { RecordedRequest } from "./request-log.ts";

const password = { type: "string", format: "password" };
const SECRET_OR_NULL = { type: ["string", "null"], format: "password" };
const ok = { 200: { description: "" } };
const json = (schema: object) => ({ content: { "application/json": { schema } } });

/** An API of one operation, `POST /n/{id}`, and what it has recorded. */
function serveOperation(operation: object, components: object = {}, limits: object = {}) {
  const recorded: RecordedRequest[] = [];
  const paths = { "/n/{id}": { post: { operationId: "n", responses: ok, ...operation } } };
  const served = serveSpec(compileSpec({ openapi: "3.1.0", info: {}, paths, components }), {
    limits,
    onRequest: (request) => recorded.push(request),
  });
  const post = (body: unknown, path = "/n/1", headers: Record<string, string> = {}) =>
    served.fetch(served.baseUrl + path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  return { ...served, recorded, post };
}

interface Case {
  readonly name: string;
  readonly schema: object;
  readonly body: unknown;
  readonly want: unknown;
}

test.each<Case>([
  {
    name: "named",
    schema: { properties: { a: password, b: {} } },
    body: { a: "s", b: "p" },
    want: { a: "***", b: "p" },
  },
  {
    name: "one level down",
    schema: { properties: { user: { properties: { password } }, password: { type: "string" } } },
    body: { user: { password: "s" }, password: "p" },
    want: { user: { password: "***" }, password: "p" },
  },
  {
    name: "in allOf and oneOf",
    schema: { allOf: [{ properties: { a: password } }, { anyOf: [{ properties: { b: { allOf: [password] } } }, {}] }] },
    body: { a: "s", b: "s", c: "p" },
    want: { a: "***", b: "***", c: "p" },
  },
  {
    name: "in list items, prefix items too",
    schema: { properties: { a: { items: password }, b: { prefixItems: [{}, { properties: { c: password } }] } } },
    body: { a: ["s", "s"], b: ["p", { c: "s" }] },
    want: { a: ["***", "***"], b: ["p", { c: "***" }] },
  },
  {
    name: "in a map",
    schema: { properties: { open: {} }, additionalProperties: password },
    body: { open: "p", x: "s" },
    want: { open: "p", x: "***" },
  },
  {
    name: "called like an object's method",
    schema: { properties: { a: {} } },
    body: { toString: "p" },
    want: { toString: "p" },
  },
  {
    name: "that may be text or null instead",
    schema: {
      properties: {
        a: { anyOf: [{ type: "string" }, { properties: { p: password } }] },
        b: SECRET_OR_NULL,
        c: SECRET_OR_NULL,
      },
    },
    body: { a: "p", b: null, c: "s" },
    want: { a: "p", b: null, c: "***" },
  },
  { name: "of the whole body", schema: password, body: "s", want: "***" },
])("masks a secret $name", async ({ schema, body, want }) => {
  const { post, requests, recorded } = serveOperation({ requestBody: json(schema) });
  expect((await post(body)).status).toBe(200);
  expect(requests()[0]?.body).toEqual(want);
  expect(recorded[0]?.body).toEqual(want);
});

test("shows that there was no body, where it would have been a secret", async () => {
  const { fetch, baseUrl, requests } = serveOperation({ requestBody: json(password) });
  await fetch(`${baseUrl}/n/1`, { method: "POST" });
  expect(requests()).toMatchObject([{ status: 200, body: undefined }]);
});

test("masks secrets at any depth of a recursive schema", async () => {
  const node = { properties: { pin: password, note: { type: "string" }, next: { $ref: "#/components/schemas/Node" } } };
  const { post, requests } = serveOperation(
    { requestBody: json({ $ref: "#/components/schemas/Node" }) },
    { schemas: { Node: node } },
  );
  await post({ pin: "s", next: { pin: "s", next: { pin: "s", note: "p" } } });
  expect(requests()[0]?.body).toEqual({ pin: "***", next: { pin: "***", next: { pin: "***", note: "p" } } });
});

test("masks secrets of parameters, in the path and in the raw headers too", async () => {
  const parameters = [
    { name: "id", in: "path", required: true, schema: password },
    { name: "pin", in: "query", schema: password },
    { name: "page", in: "query", schema: { type: "integer" } },
    { name: "X-Pin", in: "header", schema: password },
    { name: "sid", in: "cookie", schema: password },
    { name: "theme", in: "cookie", schema: { type: "string" } },
  ];
  const { post, requests, maskTarget } = serveOperation({ parameters });
  await post({}, "/n/secret?pin=secret&page=2", { "x-pin": "secret", cookie: "sid=secret; theme=dark" });
  const [recorded] = requests();
  expect(recorded?.parameters).toEqual({
    path: { id: "***" },
    query: { pin: "***", page: 2 },
    header: { "x-pin": "***" },
    cookie: { sid: "***", theme: "dark" },
  });
  expect(recorded?.path).toBe("/n/***");
  expect(recorded?.headers).toMatchObject({ "x-pin": "***", cookie: "sid=***; theme=dark" });
  const target = { method: "POST", pathname: "/n/secret", search: "?pin=secret&page=2&p%69n=secret" };
  expect(maskTarget(target)).toBe("/n/***?pin=***&page=2&p%69n=***");
});

const securitySchemes = {
  header: { type: "apiKey", in: "header", name: "X-Api-Key" },
  cookie: { type: "apiKey", in: "cookie", name: "session" },
  query: { type: "apiKey", in: "query", name: "api_key" },
  basic: { type: "http", scheme: "basic" },
};

test.each([
  { path: "/n/1", status: 200 },
  { path: "/n/1/unknown", status: 404 },
])("masks API keys of whatever alternative, of an answer $status too", async ({ path, status }) => {
  const security = [{ header: [] }, { cookie: [] }, { query: [] }, { basic: [] }];
  const { post, requests, maskTarget } = serveOperation({ security }, { securitySchemes });
  const headers = { "x-api-key": "s", cookie: "a=p;session=s", authorization: "Basic c2VjcmV0" };
  expect((await post({}, `${path}?api_key=s&x=1`, headers)).status).toBe(status);
  expect(requests()[0]?.headers).toMatchObject({
    "x-api-key": "***",
    cookie: "a=p;session=***",
    authorization: "Basic ***",
  });
  expect(maskTarget({ method: "POST", pathname: path, search: "?api_key=s&x=1" })).toBe(`${path}?api_key=***&x=1`);
});

test("remembers the last requests, up to the number and the size that are set", async () => {
  const few = serveOperation({ requestBody: json({}) }, {}, { requests: 2 });
  for (const id of [1, 2, 3, 4, 5]) await few.post({ id });
  expect(few.requests().map(({ body }) => body)).toEqual([{ id: 4 }, { id: 5 }]);

  const small = serveOperation({ requestBody: json({}) }, {}, { requestBytes: 24 });
  for (const id of [1, 2, 3, 4, 5]) await small.post({ id });
  expect(small.requests().map(({ body }) => body)).toEqual([{ id: 3 }, { id: 4 }, { id: 5 }]);
  await small.post({ text: "x".repeat(100) });
  expect(small.requests()).toHaveLength(1);

  small.reset();
  for (const id of [1, 2, 3]) await small.post({ id });
  expect(small.requests()).toHaveLength(3);

  const both = serveOperation({ requestBody: json({}) }, {}, { requests: 2, requestBytes: 40 });
  for (let id = 1; id < 10; id++) await both.post({ id });
  expect(both.requests().map(({ body }) => body)).toEqual([{ id: 8 }, { id: 9 }]);

  const none = serveOperation({ requestBody: json({}) }, {}, { requests: 0 });
  await none.post({ id: 1 });
  expect(none.requests()).toEqual([]);
});

const PAIR = { type: "object", properties: { pin: password, page: { type: "integer" } } };

test("masks as text whatever holds a secret, and the exploded properties that are secret", async () => {
  const parameters = [
    { name: "filter", in: "query", style: "deepObject", schema: PAIR },
    { name: "login", in: "query", schema: { type: "object", properties: { user: {}, key: password } } },
    { name: "grant", in: "query", ...json({ allOf: [{ properties: { code: password } }] }) },
    { name: "pins[]", in: "query", schema: { type: "array", items: password } },
    { name: "page", in: "query", schema: { type: "integer" } },
    { name: "X-Pair", in: "header", schema: PAIR },
    { name: "pair", in: "cookie", explode: false, schema: PAIR },
  ];
  const { post, requests, maskTarget } = serveOperation({ parameters });
  const sent =
    "?filter[pin]=s&filter%5Bpage%5D=2&user=ann&key=s&grant=%7B%22code%22%3A%22s%22%7D&pins[]=s&pins%5B%5D=s&page=1";
  await post({}, `/n/1${sent}`, { "x-pair": "pin,s,page,1", cookie: "a=p; pair=pin,s,page,1", "x-a": "pair=p" });
  expect(maskTarget({ method: "POST", pathname: "/n/1", search: sent })).toBe(
    "/n/1?filter[pin]=***&filter%5Bpage%5D=***&user=ann&key=***&grant=***&pins[]=***&pins%5B%5D=***&page=1",
  );
  const [{ headers, parameters: read } = {}] = requests();
  expect(headers).toMatchObject({ "x-pair": "***", cookie: "a=p; pair=***", "x-a": "pair=p" });
  expect(read).toEqual({
    path: {},
    query: {
      filter: { pin: "***", page: 2 },
      login: { user: "ann", key: "***" },
      grant: { code: "***" },
      "pins[]": ["***", "***"],
      page: 1,
    },
    header: { "x-pair": { pin: "***", page: 1 } },
    cookie: { pair: { pin: "***", page: 1 } },
  });
});

test.each([
  { schema: { additionalProperties: password } },
  { schema: { patternProperties: { "^k": password } } },
  { schema: { allOf: [{ properties: { any: {} } }], additionalProperties: { properties: { pin: password } } } },
])("masks exploded properties of any name that may be secret, and no other parameter: $schema", async ({ schema }) => {
  const parameters = [
    { name: "filter", in: "query", schema: { type: "object", ...schema } },
    { name: "page", in: "query", schema: { type: "integer" } },
    { name: "jar", in: "cookie", schema: { type: "object", ...schema } },
    { name: "key", in: "header", schema: { type: "string" } },
    { name: "lang", in: "cookie", schema: { type: "string" } },
  ];
  const { post, requests, maskTarget } = serveOperation({ parameters });
  const search = "?key=s&page=1&k2=s";
  await post({}, `/n/1${search}`, { cookie: "lang=en; key=s" });
  expect(maskTarget({ method: "POST", pathname: "/n/1", search })).toBe("/n/1?key=***&page=1&k2=***");
  expect(requests()[0]?.headers).toMatchObject({ cookie: "lang=en; key=***" });
});

test("masks nothing elsewhere that is called as a secret is, and no body for a secret beside it", async () => {
  const parameters = [{ name: "pin", in: "query", schema: password }];
  const requestBody = { content: { "text/plain": {} } };
  const { post, requests } = serveOperation({ parameters, requestBody });
  const plain = { "content-type": "text/plain", "authorization-info": "a p", "x-authorization": "a p" };
  const headers = { ...plain, pin: "p", cookie: "pin=p" };
  await post("p", "/n/1?pin=s", headers);
  expect(requests()[0]).toMatchObject({ headers, body: '"p"', parameters: { query: { pin: "***" } } });
});

test("masks the segments of a path that hold a secret, and leaves the others", async () => {
  const parameters = ["a", "b", "c", "d"].map((name) => ({
    name,
    in: "path",
    required: true,
    schema: /[ac]/.test(name) ? password : { type: "string" },
  }));
  const paths = { "/x/{a}/{b}/{c}-{d}": { get: { parameters, responses: ok } } };
  const { fetch, baseUrl, requests, maskTarget } = serveSpec(compileSpec({ openapi: "3.1.0", paths }));
  await fetch(`${baseUrl}/x/secret/open/secret-open`);
  expect(requests()[0]?.path).toBe("/x/***/open/***");
  expect(maskTarget({ method: "GET", pathname: "/x/1/2/3-4", search: "" })).toBe("/x/***/2/***");
  expect(maskTarget({ method: "GET", pathname: "/x/1/2", search: "" })).toBe("/x/1/2");
});

const keys = {
  header: { type: "apiKey", in: "header", name: "X-Key" },
  query: { type: "apiKey", in: "query", name: "API Key" },
  cookie: { type: "apiKey", in: "cookie", name: "SID" },
};

test("masks API keys among the parameters too, each in its own place and by its own name", async () => {
  const parameters = [
    { name: "X-Key", in: "header", schema: {} },
    { name: "API Key", in: "query", schema: {} },
    { name: "SID", in: "query", schema: {} },
    { name: "SID", in: "cookie", schema: {} },
    { name: "sid", in: "cookie", schema: {} },
  ];
  const security = [{ header: [] }, { query: [] }, { cookie: [] }];
  const { post, requests, maskTarget } = serveOperation({ parameters, security }, { securitySchemes: keys });
  const search = "?API+Key=s&SID=p&X-Key=p";
  await post({}, `/n/1${search}`, { "x-key": "s", cookie: "sid=p; SID=s", sid: "p" });
  expect(requests()[0]?.parameters).toEqual({
    path: {},
    query: { "API Key": "***", SID: "p" },
    header: { "x-key": "***" },
    cookie: { SID: "***", sid: "p" },
  });
  expect(requests()[0]?.headers).toMatchObject({ "x-key": "***", cookie: "sid=p; SID=***", sid: "p" });
  expect(maskTarget({ method: "POST", pathname: "/n/1", search })).toBe("/n/1?API+Key=***&SID=p&X-Key=p");
});

test("masks what is asked for elsewhere, though a part of the document is faulty", async () => {
  const paths = {
    "/a": { get: { security: [{ key: [] }], responses: ok } },
    "/b": { get: { security: [{ missing: [] }], responses: ok } },
    "/c": { get: { parameters: [{ $ref: "#/nowhere" }], responses: ok } },
  };
  const components = { securitySchemes: { key: keys.header, basic: { type: "http", scheme: "basic" } } };
  const { fetch, baseUrl, requests } = serveSpec(compileSpec({ openapi: "3.1.0", paths, components }));
  for (const path of ["/a", "/b", "/c", "/d"])
    await fetch(baseUrl + path, { headers: { "X-Key": "s", "X-Other": "p" } });
  expect(requests().map(({ status, headers }) => [status, headers["x-key"], headers["x-other"]])).toEqual([
    [200, "***", "p"],
    [500, "***", "p"],
    [500, "***", "p"],
    [404, "***", "p"],
  ]);
});

test.each([
  { sent: "Bearer a.b.c", want: "Bearer ***" },
  { sent: "secret", want: "***" },
  { sent: "Digest a=b, c=d", want: "Digest ***" },
])("masks the credentials of $sent", async ({ sent, want }) => {
  const { post, requests } = serveOperation({});
  await post({}, "/n/1", { authorization: sent });
  expect(requests()[0]?.headers.authorization).toBe(want);
});
