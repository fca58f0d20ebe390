import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { serveSpec } from "../../test/serve-spec.ts";
import { compileSpec } from "../compile/compile-spec.ts";
import type { Override } from "./create-overrides.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const responses = {
  200: { description: "", content: { "application/json": { schema: { type: "integer" }, example: 1 } } },
  202: { description: "" },
  203: { description: "", content: { "application/pdf": {} } },
};

/** An API of two operations, `GET /one` and `GET /two`. */
function served() {
  const paths = {
    "/one": { get: { operationId: "one", responses } },
    "/two": { get: { operationId: "two", responses } },
  };
  const api = serveSpec(compileSpec({ openapi: "3.1.0", paths }));
  const get = (path: string) => api.fetch(`${api.baseUrl}${path}`);
  const statuses = async (...paths: string[]) => {
    const got: number[] = [];
    for (const path of paths) got.push((await get(path)).status);
    return got;
  };
  return { ...api, get, statuses };
}

test("gives the newest reply that has calls left, of its own operation only", async () => {
  const { override, statuses } = served();
  override("one", { status: 202 });
  override("one", { status: 203, body: "x" }, { times: 2 });
  override("one", { status: 200, body: 5 }, { times: 1 });
  override("one", { status: 203, body: "x" }, { times: 0 });
  override("two", { status: 203, body: "x" }, { times: 1 });
  expect(await statuses("/one", "/one", "/two", "/one", "/one", "/two", "/one")).toEqual([
    200, 203, 203, 203, 202, 200, 202,
  ]);
});

test("takes one reply away, and leaves the others", async () => {
  const { override, statuses } = served();
  const [first, second] = [override("one", { status: 202 }), override("one", { status: 203, body: "x" })];
  override("two", { status: 202 });
  first();
  expect(await statuses("/one")).toEqual([203]);
  second();
  expect(await statuses("/one", "/two")).toEqual([200, 202]);
});

test("gives no reply of a test's own after a reset", async () => {
  const { override, reset, statuses } = served();
  override("one", { status: 202 });
  reset();
  expect(await statuses("/one")).toEqual([200]);
});

test.each<readonly [reply: Override, options: object, want: string]>([
  [{ status: 200 }, { times: -1 }, "times must be a number from 0 up, not -1."],
  [{ status: 200 }, { times: Number.NaN }, "times must be a number from 0 up, not NaN."],
  [{ status: 200 }, { delayMs: -1 }, "delayMs must be a number from 0 to 2147483647, not -1."],
  [{ status: 200 }, { delayMs: 2 ** 31 }, "delayMs must be a number from 0 to 2147483647, not 2147483648."],
  [Object({ status: 200, code: 1 }), {}, "A reply of one has no code: it has status, headers, body, example."],
  [Object({ body: 5 }), {}, "A reply of one is an object with a status."],
  [Object({}), {}, "A reply of one is an object with a status."],
  [JSON.parse("null"), {}, "A reply of one is an object with a status."],
  [Object(new Response()), {}, "A reply of one is an object with a status."],
  [{ status: 99 }, {}, "A reply of one cannot be sent: a status is a whole number from 200 to 599, not 99."],
  [
    { status: 200, headers: { "X-City": "香港" } },
    {},
    'A reply of one cannot be sent: the header X-City cannot be sent as "香港".',
  ],
  [{ status: 202, body: new Blob(["x"]) }, {}, "The reply 202 of one breaks the spec: it has no body."],
])("refuses the reply %o with %o where it is written", (reply, options, want) => {
  const { override } = served();
  expect(() => override("one", reply, options)).toThrow(new TypeError(want));
});

test("names the operations there are, where it is given another", () => {
  const { override, requests } = served();
  const want = new TypeError("There is no operation three: the spec has one, two.");
  expect(() => override("three", { status: 200 })).toThrow(want);
  expect(() => requests("three")).toThrow(want);
});

test.each([
  [() => JSON.parse("null"), "A reply of one is an object with a status."],
  [() => ({ status: 200, body: "five" }), "The reply 200 of one, body breaks the spec: the value must be integer."],
  [
    async () => ({ status: 201 }),
    "The reply 201 of one breaks the spec: it has only 200, 202, 203. Pass { offSpec: true } to send it all the same.",
  ],
  [
    () => {
      throw new Error("the test's own mistake");
    },
    "the test's own mistake",
  ],
  [() => Promise.reject("no error at all"), "no error at all"],
])("answers 500 with what is wrong with a function's reply: %s", async (reply, want) => {
  const { get, override, requests } = served();
  override("one", reply);
  const response = await get("/one");
  expect([response.status, response.headers.get("Content-Type"), await response.text()]).toEqual([
    500,
    "text/plain; charset=utf-8",
    want,
  ]);
  expect(requests()).toMatchObject([{ status: 500, refusal: want }]);
});

test("gives a function the request, and sends what it makes of it", async () => {
  const { get, override } = served();
  const given: unknown[] = [];
  override("one", async (request) => {
    given.push(request);
    return { status: 200, body: 7 };
  });
  expect(await (await get("/one")).json()).toBe(7);
  expect(given).toMatchObject([{ operationId: "one", method: "GET", path: "/one", status: undefined }]);
});

test.each<readonly [how: string, reply: Override]>([
  ["as it stands", { status: 203, body: new Blob(["%PDF"]) }],
  ["by a function", () => ({ status: 203, body: new Blob(["%PDF"]) })],
])("sends a file's bytes, given %s", async (_, reply) => {
  const { get, override } = served();
  override("one", reply);
  const response = await get("/one");
  expect([response.status, response.headers.get("Content-Type"), await response.text()]).toEqual([
    203,
    "application/pdf",
    "%PDF",
  ]);
});

test("keeps a reply back for as long as it is told, and the longest that a timer holds is not refused", async () => {
  const { get, override } = served();
  override("one", { status: 202 }, { delayMs: 2 ** 31 - 1 });
  let status = 0;
  const asked = get("/one").then((response) => {
    status = response.status;
  });
  await vi.advanceTimersByTimeAsync(2 ** 31 - 2);
  expect(status).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  await asked;
  expect(status).toBe(202);
});
