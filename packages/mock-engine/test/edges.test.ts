import { expect, test } from "vitest";
import { compileSpec } from "../src/compile/compile-spec.ts";
import { noBehaviour } from "../src/engine/behaviour.ts";
import { createFetch } from "../src/engine/create-fetch.ts";
import { createEngine } from "../src/engine/engine.ts";
import { serveSpec } from "./serve-spec.ts";

const spec = (responses: object, others: object = {}) =>
  compileSpec({
    openapi: "3.1.0",
    paths: { "/things": { get: { operationId: "listThings", responses, ...others } } },
  });
const NOTHING = { description: "" };

test("asks whether a path that is near was meant, and says nothing of one that is like none", async () => {
  const { baseUrl, fetch, requests } = serveSpec(spec({ 204: NOTHING }));
  for (const path of ["/thing", "/thi", "/elsewhere/altogether"]) await fetch(baseUrl + path);
  expect(requests().map(({ refusal }) => refusal)).toEqual([
    "The API has no path /thing. Did you mean /things?",
    "The API has no path /thi.",
    "The API has no path /elsewhere/altogether.",
  ]);
});

test.each([
  { responses: { "2XX": NOTHING, 404: NOTHING, default: NOTHING }, want: 200 },
  { responses: { 404: NOTHING, "2XX": NOTHING }, want: 200 },
  { responses: { 205: NOTHING, 404: NOTHING }, want: 205 },
  { responses: { "4XX": NOTHING, default: NOTHING }, want: 200 },
])("answers $want of $responses when all is well", async ({ responses, want }) => {
  const { baseUrl, fetch } = serveSpec(spec(responses));
  const response = await fetch(`${baseUrl}/things`);
  expect([response.status, await response.text()]).toEqual([want, ""]);
});

test("meets other requests with a fault of a rate by another seed", async () => {
  const statusesBy = async (seed: number) => {
    const { baseUrl, fetch, faults } = serveSpec(spec({ 204: NOTHING }), { seed });
    faults.add({ kind: "status", status: 503, rate: 0.5 });
    const statuses: number[] = [];
    for (let count = 0; count < 40; count++) statuses.push((await fetch(`${baseUrl}/things`)).status);
    return statuses;
  };
  const first = await statusesBy(1);
  expect(await statusesBy(1)).toEqual(first);
  expect(await statusesBy(2)).not.toEqual(first);
});

test("serves at an IPv6 address, below a path", async () => {
  const { api, findValidator } = spec({ 204: NOTHING });
  const { handle } = createEngine(api, findValidator, noBehaviour);
  const { fetch } = createFetch(handle, "http://[::1]:8080/v1");
  expect((await fetch("http://[::1]:8080/v1/things")).status).toBe(204);
  await expect(fetch("http://[::1]:8081/v1/things")).rejects.toThrow("This mock API is at http://[::1]:8080/v1");
});

test("reads a parameter without a value, and keys of a list mixed with names as an object", async () => {
  const parameters = [
    { name: "flag", in: "query", schema: { type: "string" } },
    { name: "f", in: "query", style: "deepObject", schema: { type: "object" } },
  ];
  const { baseUrl, fetch, requests } = serveSpec(spec({ 204: NOTHING }, { parameters }));
  await fetch(`${baseUrl}/things?flag&f[0]=a&f[name]=b`);
  await fetch(`${baseUrl}/things?x=1`);
  expect(requests().map(({ status, parameters }) => [status, parameters.query])).toEqual([
    [204, { flag: "", f: { 0: "a", name: "b" } }],
    [204, {}],
  ]);
});
