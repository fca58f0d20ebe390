import { expect, test } from "vitest";
import { compileSpec } from "../src/compile/compile-spec.ts";
import { serveSpec } from "./serve-spec.ts";

const SECRET = { type: "string", format: "password" };
const STRING = { type: "string" };

/** What is shown of a call: its target as a log has it, and its headers as `requests()` has them. */
async function shown(parameters: readonly object[], path: string, headers: Record<string, string> = {}) {
  const document = { openapi: "3.1.0", paths: { "/x": { get: { parameters, responses: { 204: {} } } } } };
  const api = serveSpec(compileSpec(document));
  const { pathname, search } = new URL(path, "https://api.invalid");
  expect((await api.fetch(`https://api.invalid${path}`, { headers })).status).toBe(204);
  return { target: api.maskTarget({ method: "GET", pathname, search }), headers: api.requests()[0]?.headers };
}

const inQuery = (schema: object, others: object = {}) => [{ name: "o", in: "query", schema, ...others }];
const HOLDER = { type: "object", properties: { p: SECRET, z: STRING } };

test.each([
  { given: inQuery(HOLDER, { style: "deepObject" }), sent: "o[p]=s&o[z]=v", want: "o[p]=***&o[z]=***" },
  { given: inQuery(HOLDER, { style: "deepObject" }), sent: "o%5Bp%5D=s", want: "o%5Bp%5D=***" },
  { given: inQuery(HOLDER), sent: "p=s&z=v&q=w", want: "p=***&z=v&q=w" },
  { given: inQuery(HOLDER, { explode: false }), sent: "o=p,s", want: "o=***" },
  { given: inQuery({ type: "array", items: SECRET }), sent: "o=s&o=s&a=v", want: "o=***&o=***&a=v" },
  { given: inQuery({ anyOf: [SECRET, { type: "null" }] }), sent: "o=s", want: "o=***" },
  {
    given: [{ name: "o", in: "query", content: { "application/json": { schema: HOLDER } } }],
    sent: `o=${encodeURIComponent('{"p":"s"}')}`,
    want: "o=***",
  },
  {
    given: inQuery({ type: "object", properties: { z: STRING }, additionalProperties: SECRET }),
    sent: "z=v",
    want: "z=v",
  },
  { given: inQuery({ type: "object", properties: { z: STRING } }), sent: "o=v&z=v", want: "o=v&z=v" },
])("masks in a query all that a secret is written in: $sent", async ({ given, sent, want }) => {
  expect((await shown(given, `/x?${sent}`)).target).toBe(`/x?${want}`);
});

test.each(["application/xml", "application/octet-stream"])(
  "masks what nobody parses, where it holds a secret: %s",
  async (type) => {
    const send = async (schema: object) => {
      const operation = { requestBody: { content: { [type]: { schema } } }, responses: { 204: {} } };
      const api = serveSpec(compileSpec({ openapi: "3.1.0", paths: { "/x": { post: operation } } }));
      const init = { method: "POST", headers: { "content-type": type }, body: "<o><p>s</p></o>" };
      expect((await api.fetch("https://api.invalid/x", init)).status).toBe(204);
      return api.requests()[0]?.body;
    };
    expect(await send({ type: "object", properties: { in: HOLDER } })).toBe("***");
    expect(await send({ type: "object", properties: { z: STRING } })).not.toBe("***");
  },
);

test("masks headers and cookies that hold a secret, and credentials for a proxy", async () => {
  const parameters = [
    { name: "X-Object", in: "header", schema: HOLDER },
    { name: "X-List", in: "header", schema: { type: "array", items: SECRET } },
    { name: "X-Plain", in: "header", schema: { type: "object", properties: { z: STRING } } },
    { name: "c", in: "cookie", explode: false, schema: HOLDER },
  ];
  const given = {
    "x-object": "p,s",
    "x-list": "s,s",
    "x-plain": "z,v",
    cookie: "c=p,s; d=v",
    "proxy-authorization": "Basic czpz",
  };
  expect((await shown(parameters, "/x", given)).headers).toEqual({
    "x-object": "***",
    "x-list": "***",
    "x-plain": "z,v",
    cookie: "c=***; d=v",
    "proxy-authorization": "Basic ***",
  });
});
