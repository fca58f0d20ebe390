import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { serveSpec } from "../../test/serve-spec.ts";
import { compileSpec } from "../compile/compile-spec.ts";

const json = (examples: object) => ({
  description: "",
  content: {
    "application/json": {
      schema: {},
      examples: Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }])),
    },
  },
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function served() {
  const operation = {
    operationId: "n",
    parameters: [{ name: "page", in: "query", schema: { type: "integer" } }],
    responses: { 200: json({ one: 1, two: 2 }), 404: json({ gone: "gone", never: "never" }), 204: { description: "" } },
  };
  const { fetch, baseUrl, override } = serveSpec(
    compileSpec({ openapi: "3.1.0", info: {}, paths: { "/n": { get: operation } } }),
  );
  const ask = async (prefer: string, query = "") => {
    const response = await fetch(`${baseUrl}/n${query}`, { headers: { Prefer: prefer } });
    return [response.status, response.headers.get("mock-refusal") ?? (await response.text())];
  };
  return { ask, override };
}

test.each([
  { prefer: "code=404", want: [404, '"gone"'] },
  { prefer: "code=204", want: [204, ""] },
  { prefer: "example=two", want: [200, "2"] },
  { prefer: 'example="two"', want: [200, "2"] },
  { prefer: "code=404, example=never", want: [404, '"never"'] },
  { prefer: "Code=404; Example=never", want: [404, '"never"'] },
  { prefer: "code = 404", want: [404, '"gone"'] },
  { prefer: 'code="404";example="never"', want: [404, '"never"'] },
  { prefer: "promocode=404, x-code=404", want: [200, "1"] },
  { prefer: "delay=0", want: [200, "1"] },
  { prefer: "code=1404", want: [400, expect.stringContaining("not 1404")] },
  { prefer: "code=199", want: [400, expect.stringContaining("not 199")] },
  { prefer: "code=4040", want: [400, expect.stringContaining("not 4040")] },
  { prefer: "code=600", want: [400, expect.stringContaining("not 600")] },
  { prefer: "delay=1.5", want: [400, expect.stringContaining("not 1.5")] },
  { prefer: "delay=s1", want: [400, expect.stringContaining("not s1")] },
  { prefer: "delay=1s", want: [400, expect.stringContaining("not 1s")] },
  { prefer: "code=404, code=200", want: [404, '"gone"'] },
  { prefer: "return=minimal, respond-async", want: [200, "1"] },
  { prefer: "code=500", want: [404, expect.stringContaining("breaks the spec: it has only 200, 204, 404")] },
  { prefer: "example=toString", want: [404, expect.stringContaining('has no example "toString": it has one, two')] },
  { prefer: "code=abc", want: [400, expect.stringContaining("code is a status from 200 to 599, not abc")] },
  { prefer: "delay=-1", want: [400, expect.stringContaining("from 0 to 2147483647, not -1")] },
  { prefer: "delay=9999999999", want: [400, expect.stringContaining("from 0 to 2147483647, not 9999999999")] },
])("answers Prefer: $prefer as it asks", async ({ prefer, want }) => {
  expect(await served().ask(prefer)).toEqual(want);
});

test("a preference comes after the request's validity, and before a test's own reply", async () => {
  const { ask, override } = served();
  override("n", { status: 204 });
  expect((await ask("code=200", "?page=x"))[0]).toBe(400);
  expect(await ask("code=200")).toEqual([200, "1"]);
  expect(await ask("return=minimal")).toEqual([204, ""]);
});

test.each([200, 2 ** 31 - 1])("waits as many milliseconds as a request prefers: %i", async (delayMs) => {
  const { ask } = served();
  let answer: unknown;
  const asked = ask(`delay=${delayMs}`).then((given) => {
    answer = given;
  });
  await vi.advanceTimersByTimeAsync(delayMs - 1);
  expect(answer).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  await asked;
  expect(answer).toEqual([200, "1"]);
});
