import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { listOperation } from "@m800/phone-number-openapi/operations";
import { expect, onTestFinished, test, vi } from "vitest";
import { createRawClient } from "./create-raw-client.ts";
import { specHash, specVersion } from "./generated/spec.gen.ts";

/** The client passes on what it gets, whatever its shape is. */
const ANSWER = { any: ["answer"] };

/** A plain HTTP server that answers every request alike and keeps what it saw. */
async function serve(status: number, body: unknown, headers: Record<string, string> = {}) {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

test("lists countries from a server, with the headers it was given", async () => {
  const { baseUrl, seen } = await serve(200, ANSWER);
  const client = createRawClient({ baseUrl, headers: { Authorization: "Bearer abc" } });
  const { data, response } = await client.GET(listOperation.path);
  expect(data).toEqual(ANSWER);
  expect(response.status).toBe(200);
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({ method: "GET", url: listOperation.path, headers: { authorization: "Bearer abc" } });
});

test("keeps the path of its base URL, with or without a slash at the end", async () => {
  const { baseUrl, seen } = await serve(200, ANSWER);
  await createRawClient({ baseUrl: `${baseUrl}/phone/v1` }).GET(listOperation.path);
  await createRawClient({ baseUrl: `${baseUrl}/phone/v1/` }).GET(listOperation.path);
  expect(seen.map(({ url }) => url)).toEqual(Array(2).fill(`/phone/v1${listOperation.path}`));
});

test("returns an error answer as the error, not as an exception", async () => {
  const { baseUrl } = await serve(401, { code: "invalid_token", message: "It has expired." });
  const { data, error, response } = await createRawClient({ baseUrl }).GET(listOperation.path);
  expect(data).toBeUndefined();
  expect(error).toEqual({ code: "invalid_token", message: "It has expired." });
  expect(response.status).toBe(401);
});

test("looks the global fetch up at each call, so that interception installed later works", async () => {
  const client = createRawClient({ baseUrl: "https://api.example" });
  vi.stubGlobal("fetch", async () => Response.json(ANSWER));
  expect((await client.GET(listOperation.path)).data).toEqual(ANSWER);
});

test("prefers the fetch it was given", async () => {
  vi.stubGlobal("fetch", () => expect.unreachable());
  const client = createRawClient({
    baseUrl: "https://api.example",
    fetch: async () => Response.json(ANSWER),
  });
  expect((await client.GET(listOperation.path)).data).toEqual(ANSWER);
});

test.each([
  { given: undefined, want: "baseUrl is missing. " },
  { given: "", want: "baseUrl is missing. " },
  { given: "api.example", want: 'baseUrl must be an absolute http(s) URL, not "api.example". ' },
  { given: "/phone/v1", want: 'baseUrl must be an absolute http(s) URL, not "/phone/v1". ' },
  { given: "x-https://api.example", want: 'baseUrl must be an absolute http(s) URL, not "x-https://api.example". ' },
  { given: "https://api example", want: 'baseUrl must be an absolute http(s) URL, not "https://api example". ' },
  { given: "ftp://api.example", want: 'baseUrl must be an absolute http(s) URL, not "ftp://api.example". ' },
])("refuses $given as a base URL, and says where to find the right one", ({ given, want }) => {
  const hint = "Pass the API gateway's address, which is in M800's welcome e-mail.";
  // @ts-expect-error: undefined, which plain JavaScript can pass.
  expect(() => createRawClient({ baseUrl: given })).toThrow(new TypeError(want + hint));
});

test("says which description it was made from", () => {
  expect(specVersion).toMatch(/^\d+\.\d+\.\d+$/);
  expect(specHash).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  { given: "a mock of another description", headers: { "M800-Mock-Spec": "0".repeat(64) }, want: 1 },
  { given: "a mock of the same description", headers: { "M800-Mock-Spec": specHash }, want: 0 },
  {
    given: "a mock of another description in production",
    headers: { "M800-Mock-Spec": "0" },
    env: "production",
    want: 0,
  },
  { given: "a gateway", headers: {}, want: 0 },
])("with $given it warns $want times, however many calls", async ({ headers, env = "test", want }) => {
  vi.stubEnv("NODE_ENV", env);
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const { baseUrl } = await serve(200, ANSWER, headers);
  const client = createRawClient({ baseUrl });
  await Promise.all([client.GET(listOperation.path), client.GET(listOperation.path)]);
  await client.GET(listOperation.path);
  expect(warn.mock.calls).toEqual(
    Array(want).fill([expect.stringContaining("was made from another API description than this client")]),
  );
});

test("warns once for calls one after another", async () => {
  vi.stubEnv("NODE_ENV", "test");
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const { baseUrl } = await serve(200, ANSWER, { "M800-Mock-Spec": "0" });
  const client = createRawClient({ baseUrl });
  for (let call = 0; call < 3; call++) await client.GET(listOperation.path);
  expect(warn.mock.calls).toEqual([
    [
      "The mock API that answers was made from another API description than this client. Update " +
        "@m800/phone-number-mock-server and @m800/phone-number-client (or -auth) together.",
    ],
  ]);
});
