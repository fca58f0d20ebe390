import { expect, test } from "vitest";
import { compileSpec } from "../src/compile/compile-spec.ts";
import { serveSpec } from "./serve-spec.ts";

const schema = { type: "object", required: ["a"], properties: { a: { type: "string" } } };
const JSON_TYPE = "application/json";

function serve(mediaType: string, example?: string) {
  const content = { [mediaType]: { schema, ...(example !== undefined && { example }) } };
  const post = { operationId: "x", requestBody: { required: true, content }, responses: { 200: { content } } };
  const api = serveSpec(compileSpec({ openapi: "3.1.0", paths: { "/x": { post } } }));
  const send = (body: string) =>
    api.fetch("https://api.invalid/x", { method: "POST", headers: { "Content-Type": mediaType }, body });
  return { ...api, send };
}

test.each(["application/xml", "text/xml; charset=utf-8", "application/yaml", "text/csv", "application/soap+xml"])(
  "takes text of %s as it stands, though its schema speaks of what it is parsed to",
  async (mediaType) => {
    const api = serve(mediaType, "<a>1</a>");
    const response = await api.send("<a>2</a>");
    expect([response.status, await response.text()]).toEqual([200, "<a>1</a>"]);
    api.override("x", { status: 200, body: "<a>3</a>" });
    expect(await (await api.send("<a>2</a>")).text()).toBe("<a>3</a>");
    expect(() => api.override("x", { status: 200, body: 5 })).toThrow("must be object");
  },
);

test.each(["text/plain", JSON_TYPE])("holds text of %s against its schema", async (mediaType) => {
  const api = serve(mediaType, "<a>1</a>");
  expect((await api.send('"<a/>"')).status).toBe(400);
  expect(() => api.override("x", { status: 200, body: "<a/>" })).toThrow("must be object");
});

test.each(["*/*", "application/octet-stream", "application/yaml"])(
  "holds JSON against its schema, though %s does not call it so",
  async (mediaType) => {
    const content = { [mediaType]: { schema } };
    const post = { requestBody: { content }, responses: { 204: {} } };
    const api = serveSpec(compileSpec({ openapi: "3.1.0", paths: { "/x": { post } } }));
    const send = async (text: string) => {
      const headers = mediaType === "*/*" ? {} : { "Content-Type": mediaType };
      const body = new TextEncoder().encode(text);
      return (await api.fetch("https://api.invalid/x", { method: "POST", headers, body })).status;
    };
    expect(await send('{"a":"b"}')).toBe(204);
    expect(await send('{"a":5}')).toBe(400);
    expect(await send("a: b")).toBe(204);
    expect(await send("5")).toBe(204);
    expect(await send("null")).toBe(204);
  },
);

test("takes an example of XML that stands before JSON", async () => {
  const content = { "application/xml": { schema, example: "<a/>" }, [JSON_TYPE]: { schema } };
  const api = serveSpec(
    compileSpec({ openapi: "3.0.3", paths: { "/x": { get: { responses: { 200: { content } } } } } }),
  );
  const response = await api.fetch("https://api.invalid/x");
  expect([response.headers.get("content-type"), await response.text()]).toEqual(["application/xml", "<a/>"]);
});

test("takes for a range like application/*+json what ends so, and sends one that does", async () => {
  const content = { "application/*+json": { schema }, "application/*": { schema: { type: "string" } } };
  const post = { requestBody: { content }, responses: { 200: { content: { "application/*+json": { schema } } } } };
  const api = serveSpec(compileSpec({ openapi: "3.0.3", paths: { "/x": { post } } }));
  const send = async (type: string, accept = "*/*") => {
    const headers = { "Content-Type": type, Accept: accept };
    const response = await api.fetch("https://api.invalid/x", { method: "POST", headers, body: '{"a":"b"}' });
    return `${response.status} ${response.headers.get("content-type")}`;
  };
  expect(await send("application/vnd.x+json")).toBe("200 application/json");
  expect(await send("application/vnd.x+json", "application/hal+json")).toBe("200 application/hal+json");
  expect(await send("text/vnd.x+json")).toMatch(/^415/);
  expect(await send("application/vnd.x+json", "text/html")).toMatch(/^406/);
});
