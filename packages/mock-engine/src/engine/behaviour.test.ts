import { expect, test } from "vitest";
import { compileSpec } from "../compile/compile-spec.ts";
import type { AuthenticatedCall, Outcome } from "./behaviour.ts";
import { createFetch } from "./create-fetch.ts";
import { createEngine } from "./engine.ts";
import { RequestError } from "./request-error.ts";

const JSON_TYPE = { "Content-Type": "application/json" };
const json = (schema: object, example: unknown) => ({ content: { "application/json": { schema, example } } });

/** An API of one operation, `PUT /n/{id}`, that a function answers. */
function answeredBy(answer: (call: AuthenticatedCall) => Outcome | undefined) {
  const parameters = [
    { name: "id", in: "path", required: true, schema: { type: "integer" } },
    { name: "q", in: "query", schema: { type: "boolean" } },
  ];
  const requestBody = json({ type: "object", required: ["a"] }, {});
  const responses = { 201: json({ type: "integer" }, 1), 403: json({}, "no") };
  const put = { operationId: "n", parameters, requestBody, responses };
  const { api, findValidator } = compileSpec({ openapi: "3.1.0", paths: { "/n/{id}": { put } } });
  const engine = createEngine(api, findValidator, { authenticators: new Map(), operations: new Map([["n", answer]]) });
  const { fetch } = createFetch(engine.handle, "https://api.invalid");
  const call = async (body?: object, path = "/n/7?q=true") => {
    const init = body === undefined ? {} : { body: JSON.stringify(body), headers: JSON_TYPE };
    const response = await fetch(`https://api.invalid${path}`, { method: "PUT", ...init });
    return [response.status, await response.json()];
  };
  return { call, engine };
}

test("hands an operation's own function what was read and fits, and sends what it answers", async () => {
  const calls: AuthenticatedCall[] = [];
  const { call } = answeredBy((given) => {
    calls.push(given);
    return { body: 5 };
  });
  expect(await call({ a: 1 })).toEqual([201, 5]);
  expect(await call()).toEqual([201, 5]);
  expect((await call({ b: 1 }))[0]).toBe(400);
  expect((await call({ a: 1 }, "/n/x"))[0]).toBe(400);
  const parameters = { path: { id: 7 }, query: { q: true }, header: {}, cookie: {} };
  expect(calls).toEqual([
    { parameters, body: { a: 1 }, credentials: undefined },
    { parameters, body: undefined, credentials: undefined },
  ]);
});

test("gives the example of success where a function leaves it", async () => {
  expect(await answeredBy(() => undefined).call({ a: 1 })).toEqual([201, 1]);
});

test("refuses as a function says, with 401 unless it says otherwise", async () => {
  const refusal = "Not you.";
  expect(await answeredBy(() => ({ refusal, status: 409 })).call()).toEqual([409, { code: "error", message: refusal }]);
  // What the description has for a refusal of the kind: no other than 403.
  expect((await answeredBy(() => ({ refusal })).call())[0]).toBe(403);
});

test("says what a function's body breaks", async () => {
  const { engine } = answeredBy(() => ({ body: "five" }));
  const request = { method: "PUT", pathname: "/n/7", search: "", headers: {}, readBytes: async () => new Uint8Array() };
  expect(await engine.handle(request)).toMatchObject({
    status: 500,
    body: "The reply 201 of n, body breaks the spec: the value must be integer.",
  });
});

test("a test's own reply comes before a function's", async () => {
  const { call, engine } = answeredBy(() => ({ body: 5 }));
  engine.override("n", { status: 201, body: 6 });
  expect(await call({ a: 1 })).toEqual([201, 6]);
});

test("answers a body that cannot be read with the status that says so", async () => {
  const { engine } = answeredBy(() => undefined);
  const readBytes = () => Promise.reject(new RequestError(413, "The body is too large."));
  const request = { method: "PUT", pathname: "/n/7", search: "", headers: JSON_TYPE, readBytes };
  const body = JSON.stringify({ code: "payload_too_large", message: "The body is too large." });
  expect(await engine.handle(request)).toMatchObject({ status: 413, body, refusal: "The body is too large." });
  expect(engine.requests()).toMatchObject([{ status: 413, refusal: "The body is too large." }]);
});
