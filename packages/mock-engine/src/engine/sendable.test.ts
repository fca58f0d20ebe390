import { expect, test } from "vitest";
import { serveSpec } from "../../test/serve-spec.ts";
import { compileSpec } from "../compile/compile-spec.ts";
import { unsendable } from "./sendable.ts";

const string = { type: "string" };

/** An API of one operation, `GET /n`. */
function serveResponses(responses: object, onRequest = () => {}) {
  const operation = { operationId: "n", responses };
  const spec = compileSpec({ openapi: "3.1.0", info: {}, paths: { "/n": { get: operation } } });
  const served = serveSpec(spec, { onRequest });
  return { ...served, get: () => served.fetch(`${served.baseUrl}/n`) };
}

const withHeader = (name: string, header: object) => ({ 200: { description: "", headers: { [name]: header } } });

test("sends an answer whose header's example cannot be sent without it, or says that there is none", async () => {
  const example = "香港";
  const optional = await serveResponses(withHeader("X-City", { schema: string, example })).get();
  expect([optional.status, optional.headers.get("x-city")]).toEqual([200, null]);

  const required = await serveResponses(withHeader("X-City", { required: true, schema: string, example })).get();
  expect(required.status).toBe(501);
  expect(await required.text()).toContain("the header x-city");
});

test("leaves how a body is written and sent to who sends it", async () => {
  const ofTheBody = ["Content-Encoding", "Content-Length", "Content-Type"];
  const names = [...ofTheBody, "Connection", "Keep-Alive", "Trailer", "Transfer-Encoding", "Upgrade"];
  const headers = Object.fromEntries(names.map((name) => [name, { schema: string, example: "gzip" }]));
  const { get } = serveResponses({ 200: { description: "", headers } });
  const response = await get();
  expect(response.status).toBe(200);
  for (const name of names) expect(response.headers.get(name)).toBeNull();
});

const UNSENDABLE = [
  { reply: { status: 99 }, want: "a status is a whole number from 200 to 599, not 99" },
  { reply: { status: 1000 }, want: "not 1000" },
  { reply: { status: 200.5 }, want: "not 200.5" },
  {
    reply: { status: 200, headers: { "Retry-After": "2\n3" } },
    want: 'the header Retry-After cannot be sent as "2\\n3"',
  },
  { reply: { status: 200, headers: { "X-City": "香港" } }, want: "the header X-City cannot be sent" },
  { reply: { status: 200, headers: { "X-Nul": "\0" } }, want: "the header X-Nul cannot be sent" },
  { reply: { status: 200, headers: { "a name": "x" } }, want: '"a name" is no name of a header' },
  { reply: { status: 200, headers: { "": "x" } }, want: '"" is no name of a header' },
];

test.each(UNSENDABLE)("refuses $reply where it is written, off the spec too", async ({ reply, want }) => {
  const { override, faults } = serveResponses({ 200: { description: "" } });
  for (const offSpec of [false, true]) expect(() => override("n", reply, { offSpec })).toThrow(want);
  expect(() => faults.add({ kind: "status", ...reply })).toThrow(want);
});

test.each(UNSENDABLE)("says why a function's $reply is not sent", async ({ reply, want }) => {
  const { override, get } = serveResponses({ 200: { description: "" } });
  override("n", () => reply, { offSpec: true });
  const response = await get();
  expect(response.status).toBe(500);
  expect(await response.text()).toContain(want);
});

test("answers, though a listener throws", async () => {
  const { get } = serveResponses({ 200: { description: "" } }, () => {
    throw new Error("the listener's own mistake");
  });
  const response = await get();
  expect([response.status, await response.text()]).toEqual([500, "the listener's own mistake"]);
});

test.each([204, 205, 304])("sends no body with %i, whatever a test has written", async (status) => {
  const { get, override } = serveResponses({ 200: { description: "" } });
  override("n", { status, body: "x" }, { offSpec: true });
  const response = await get();
  expect([response.status, await response.text()]).toEqual([status, ""]);
});

test("sends bytes as they are, of a view into a larger buffer its own", async () => {
  const content = { "application/pdf": { schema: { type: "string", format: "binary" } } };
  const { get, override } = serveResponses({ 200: { description: "", content } });
  const bytes = Uint8Array.from({ length: 300 }, (_, index) => index % 256);
  for (const offSpec of [false, true]) {
    override("n", { status: 200, body: bytes.subarray(10, 290) }, { offSpec });
    const response = await get();
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes.slice(10, 290));
    expect(response.headers.get("content-type")).toBe(offSpec ? "application/octet-stream" : "application/pdf");
  }
});

test.each([Number.POSITIVE_INFINITY, 2 ** 31, -1, Number.NaN])(
  "refuses a delay of %d ms, which no timer holds",
  (delayMs) => {
    const { faults, override } = serveResponses({ 200: { description: "" } });
    const range = "delayMs is a number from 0 to 2147483647";
    expect(() => faults.add({ kind: "slow", delayMs })).toThrow(range);
    expect(() => override("n", { status: 200 }, { delayMs })).toThrow("delayMs must be a number from 0 to 2147483647");
  },
);

test.each(["toString", "constructor", "__proto__", undefined])(
  "names the kinds of faults where it is given %s",
  (kind) => {
    const { faults } = serveResponses({ 200: { description: "" } });
    // @ts-expect-error: it is no kind.
    expect(() => faults.add({ kind })).toThrow(
      "kind is one of network-error, timeout, status, truncate, slow, garbage",
    );
    // @ts-expect-error: it is no fault.
    expect(() => faults.add(kind)).toThrow("kind is one of network-error");
  },
);

test.each([
  [{ kind: "slow" as const, delayMs: 1, rate: 1.1 }, "rate is a number from 0 to 1, not 1.1"],
  [{ kind: "slow" as const, delayMs: 1, nth: 0 }, "nth is a whole number from 1 up, not 0"],
  [{ kind: "status" as const, status: 199 }, "not 199"],
  [{ kind: "status" as const, status: 600 }, "not 600"],
])("refuses the fault %o", (fault, want) => {
  expect(() => serveResponses({}).faults.add(fault)).toThrow(want);
});

test("names that every object has are no examples, and no headers", async () => {
  const content = { "text/plain": { schema: string, examples: { one: { value: "1" } } } };
  const headers = { constructor: { schema: string } };
  const { override, get } = serveResponses({ 200: { description: "", headers, content } });
  for (const example of ["toString", "__proto__"]) {
    expect(() => override("n", { status: 200, example })).toThrow(`has no example "${example}": it has one`);
  }
  expect(await (await get()).text()).toBe("1");
});

test("takes a reply away again, and one whose calls are used up gives way to the one before", async () => {
  const { override, get } = serveResponses({
    200: { description: "" },
    202: { description: "" },
    203: { description: "" },
  });
  const takeAway = override("n", { status: 202 });
  override("n", { status: 203 }, { times: 1 });
  override("n", { status: 203 }, { times: 0 });
  const statuses = [(await get()).status, (await get()).status];
  takeAway();
  expect([...statuses, (await get()).status]).toEqual([203, 202, 200]);
});

test("says what may be sent", () => {
  expect(unsendable(200, { "X-Name": "caf\xe9\t!" })).toBeUndefined();
  expect(unsendable(599, {})).toBeUndefined();
  expect(unsendable(200, { n: 5 })).toContain("cannot be sent as 5");
});
