import createClient from "openapi-fetch";
import { expect, test } from "vitest";
import { type MediaTypes, withMediaTypes } from "./with-media-types.ts";

interface Paths {
  "/things": {
    get: { responses: { 200: { content: { "application/json": unknown } } } };
    post: {
      requestBody: { content: { "application/json": unknown } };
      responses: { 200: { content: { "application/json": unknown } } };
    };
  };
}

/** A client whose calls are answered as given, and the request that it sent last. */
function setUp(mediaTypes: MediaTypes, answer: () => Response = () => Response.json({})) {
  const sent: Request[] = [];
  const fetch = async (request: Request) => {
    sent.push(request.clone());
    return answer();
  };
  const client = withMediaTypes(createClient<Paths>({ baseUrl: "https://api.example", fetch }), mediaTypes);
  const last = () => sent.at(-1) ?? expect.unreachable("Nothing was sent.");
  return { client, last };
}

test.each([
  { sends: "application/merge-patch+json", body: { a: null }, want: '{"a":null}' },
  { sends: "application/json", body: [1], want: "[1]" },
  { sends: "APPLICATION/JSON; charset=utf-8", body: "x", want: '"x"' },
  { sends: "text/csv", body: "a,b", want: "a,b" },
  { sends: "application/jsonl", body: '{"a":1}\n', want: '{"a":1}\n' },
  { sends: "application/octet-stream", body: new Blob(["bytes"]), want: "bytes" },
  {
    sends: "application/x-www-form-urlencoded",
    body: { a: "1 2", b: [1, true], c: { d: 1 }, none: null, missing: undefined, list: [null, undefined] },
    want: "a=1+2&b=1&b=true&c=%7B%22d%22%3A1%7D",
  },
])("sends $body as $sends", async ({ sends, body, want }) => {
  const { client, last } = setUp({ "POST /things": { sends } });
  await client.POST("/things", { body, headers: { "X-Trace": "7" } });
  expect(last().headers.get("Content-Type")).toBe(sends);
  expect(last().headers.get("X-Trace")).toBe("7");
  expect(await last().text()).toBe(want);
});

test("sends a form of parts: files as they are, objects as JSON, lists as parts of one name", async () => {
  const { client, last } = setUp({ "POST /things": { sends: "multipart/form-data" } });
  const file = new File(["%PDF"], "bill.pdf", { type: "application/pdf" });
  await client.POST("/things", { body: { file, note: { a: 1 }, tags: ["x", 2], none: null, missing: undefined } });
  expect(last().headers.get("Content-Type")).toMatch(/^multipart\/form-data; ?boundary=/);
  const form = await last().formData();
  expect([...form.keys()]).toEqual(["file", "note", "tags", "tags"]);
  expect(form.get("file")).toMatchObject({ name: "bill.pdf", type: "application/pdf" });
  expect(form.getAll("tags")).toEqual(["x", "2"]);
  const note = form.get("note");
  expect(note).toMatchObject({ type: "application/json" });
  expect(note instanceof Blob && (await note.text())).toBe('{"a":1}');
});

test("refuses an object where its media type has no form for one, and says what to do", async () => {
  const { client } = setUp({ "POST /things": { sends: "text/csv" } });
  await expect(client.POST("/things", { body: { a: 1 } })).rejects.toThrow(
    new TypeError("An object has no form of its own as text/csv: pass bodySerializer."),
  );
});

test.each([
  { "Content-Type": "text/tab-separated-values" },
  new Headers({ "Content-Type": "text/tab-separated-values" }),
])("lets a call's own Content-Type and bodySerializer go first", async (headers) => {
  const { client, last } = setUp({ "POST /things": { sends: "text/csv" } });
  await client.POST("/things", { body: { a: 1 }, headers, bodySerializer: () => "a\t1" });
  expect(last().headers.get("Content-Type")).toBe("text/tab-separated-values");
  expect(await last().text()).toBe("a\t1");
});

test("leaves alone an operation that is all JSON", async () => {
  const { client, last } = setUp({ "POST /other": { sends: "text/csv", answersOther: true } });
  const { data } = await client.POST("/things", { body: { a: 1 } });
  expect(last().headers.get("Content-Type")).toBe("application/json");
  expect(await last().text()).toBe('{"a":1}');
  expect(data).toEqual({});
});

test("sends no Content-Type of its own where only the answer is another", async () => {
  const { client, last } = setUp({ "GET /things": { answersOther: true } });
  await client.GET("/things");
  expect(last().headers.get("Content-Type")).toBeNull();
});

test.each([
  { type: "application/json", body: '{"a":1}', want: { a: 1 } },
  { type: "Application/Problem+JSON; charset=utf-8", body: '{"a":1}', want: { a: 1 } },
  { type: undefined, body: new TextEncoder().encode('{"a":1}'), want: { a: 1 } },
  { type: "application/json", body: "", want: undefined },
  { type: "text/csv", body: "a,b", want: "a,b" },
  { type: "application/atom+xml", body: "<a/>", want: "<a/>" },
  { type: "application/x-www-form-urlencoded", body: "a=1", want: "a=1" },
])("reads an answer of $type as what it is", async ({ type, body, want }) => {
  const headers = type === undefined ? {} : { "Content-Type": type };
  const { client } = setUp({ "GET /things": { answersOther: true } }, () => new Response(body, { headers }));
  expect((await client.GET("/things")).data).toEqual(want);
});

test.each(["application/pdf", "application/jsonl", "x-text/html", "application/axml"])(
  "reads an answer of %s as a Blob",
  async (type) => {
    const headers = { "Content-Type": type };
    const { client } = setUp({ "GET /things": { answersOther: true } }, () => new Response("%PDF", { headers }));
    const { data } = await client.GET("/things");
    expect(data).toBeInstanceOf(Blob);
    expect(data).toMatchObject({ type, size: 4 });
  },
);

test.each([
  { given: "parseAs of the call", init: { parseAs: "text" } as const, answer: () => Response.json(1), want: "1" },
  { given: "204", init: {}, answer: () => new Response(null, { status: 204 }), want: undefined },
  { given: "an error", init: {}, answer: () => Response.json({ message: "no" }, { status: 404 }), want: undefined },
])("with $given it reads nothing itself", async ({ init, answer, want }) => {
  const { client } = setUp({ "GET /things": { answersOther: true } }, answer);
  const { data, error, response } = await client.GET("/things", init);
  expect(data).toBe(want);
  expect(error).toEqual(response.ok ? undefined : { message: "no" });
});

test("calls by request as by the method's own name", async () => {
  const { client, last } = setUp(
    { "POST /things": { sends: "text/csv", answersOther: true } },
    () => new Response("ok"),
  );
  await client.request("post", "/things", { body: "a,b" });
  expect(last().headers.get("Content-Type")).toBe("text/csv");
  expect(client.use).toBeTypeOf("function");
});
