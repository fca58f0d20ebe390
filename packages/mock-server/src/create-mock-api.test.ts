import { expect, onTestFinished, test, vi } from "vitest";
import { referenceApi as spec } from "../test/reference-api.ts";
import { compileSpec } from "./compile.ts";
import { createMockApi } from "./create-mock-api.ts";
import { defaultAccount } from "./m800/accounts.ts";

const tokenRequest = (securityToken: string, body: object): RequestInit => ({
  method: "POST",
  headers: { Authorization: `M800Auth ${securityToken}`, "Content-Type": "application/json" },
  body: JSON.stringify(body),
});

test("two instances share nothing", async () => {
  const [one, other] = [createMockApi({ spec }), createMockApi({ spec })];
  const response = await one.fetch(
    `${one.baseUrl}/token`,
    tokenRequest("test-security-token", { username: "testusername" }),
  );
  const { access_token } = await response.json();
  const headers = { Authorization: `Bearer ${access_token}` };
  expect((await one.fetch(`${one.baseUrl}/countries`, { headers })).status).toBe(200);
  expect((await other.fetch(`${other.baseUrl}/countries`, { headers })).status).toBe(401);
  expect(other.requests()).toHaveLength(1);
});

test("knows the accounts it is given, and keeps their credentials apart", async () => {
  const api = createMockApi({
    spec,
    accounts: [
      { username: "ann", securityToken: "a" },
      { username: "ben", securityToken: "b", password: "secret" },
    ],
  });
  const statusOf = async (securityToken: string, body: object) =>
    (await api.fetch(`${api.baseUrl}/token`, tokenRequest(securityToken, body))).status;
  expect(await statusOf("a", { username: "ann" })).toBe(200);
  expect(await statusOf("a", { username: "ann", password: "any" })).toBe(200);
  expect(await statusOf("a", { username: "ben" })).toBe(401);
  expect(await statusOf("b", { username: "ben" })).toBe(200);
  expect(await statusOf("b", { username: "ben", password: "secret" })).toBe(200);
  expect(await statusOf("b", { username: "ben", password: "any" })).toBe(401);
  expect(api.tokens.issued().map(({ username }) => username)).toEqual(["ann", "ann", "ben", "ben"]);
});

test("reads and masks headers whatever the case of their names, which Happy DOM keeps", async () => {
  const api = createMockApi({ spec });
  const { Headers } = globalThis;
  class HeadersInTheirOwnCase extends Headers {
    override *[Symbol.iterator](): HeadersIterator<[string, string]> {
      for (const [name, value] of super[Symbol.iterator]()) yield [name.toUpperCase(), value];
    }
  }
  class RequestInItsOwnCase extends Request {
    override get headers(): Headers {
      return new HeadersInTheirOwnCase([...super.headers]);
    }
  }
  vi.stubGlobal("Request", RequestInItsOwnCase);
  const request = tokenRequest("test-security-token", { username: "testusername" });
  expect((await api.fetch(`${api.baseUrl}/token`, request)).status).toBe(200);
  expect(api.requests()[0]?.headers).toMatchObject({ authorization: "M800Auth ***" });
});

test("states the lifetime it was given", async () => {
  const api = createMockApi({ spec, tokenLifetimeSeconds: 7 });
  const response = await api.fetch(
    `${api.baseUrl}/token`,
    tokenRequest("test-security-token", { username: "testusername" }),
  );
  expect(await response.json()).toMatchObject({ expires_in: 7 });
  expect(api.tokens.issued()[0]).toMatchObject({ expiresAt: (api.tokens.issued()[0]?.issuedAt ?? 0) + 7000 });
});

test.each([
  { given: { baseUrl: "/api" }, want: 'baseUrl must be an absolute URL, not "/api".' },
  { given: { tokenLifetimeSeconds: 0 }, want: "tokenLifetimeSeconds must be a whole number from 1 up, not 0." },
  { given: { tokenLifetimeSeconds: 1.5 }, want: "tokenLifetimeSeconds must be a whole number from 1 up, not 1.5." },
  { given: { accounts: [] }, want: "accounts must be an array of at least one account." },
  {
    given: { accounts: [{ username: "", securityToken: "x" }] },
    want: "accounts[0].username must be a non-empty string.",
  },
])("refuses $given", ({ given, want }) => {
  expect(() => createMockApi({ spec, ...given })).toThrow(new TypeError(want));
});

test("does not serve other addresses", async () => {
  const api = createMockApi({ spec, baseUrl: "https://api.example/v1" });
  for (const url of [
    "https://other.example/v1/countries",
    "https://api.example/countries",
    "https://api.example/v10/countries",
  ]) {
    await expect(api.fetch(url)).rejects.toThrow(/^This mock API is at https:\/\/api\.example\/v1: it does not serve /);
  }
});

test("heeds an abort signal", async () => {
  const api = createMockApi({ spec });
  await expect(api.fetch(`${api.baseUrl}/countries`, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/);
  expect(api.requests()).toEqual([]);
});

test.each([
  {
    given: "a status that the operation does not have",
    reply: { status: 418 },
    want: "The reply 418 of listCountries breaks the spec: it has only 200, 400, 401, 429, 500, 503. Pass { offSpec: true } to send it all the same.",
  },
  {
    given: "a body that does not fit",
    reply: { status: 200, body: { countries: [{ code: "hk", name: "Hong Kong", prefix: "852" }] } },
    want: 'The reply 200 of listCountries, body breaks the spec: /countries/0/code must match pattern "^[A-Z]{2,3}$".',
  },
  {
    given: "a header that does not fit",
    reply: { status: 401, headers: { "WWW-Authenticate": "Basic" } },
    want: 'The reply 401 of listCountries, header www-authenticate breaks the spec: the value must match pattern "^Bearer".',
  },
  {
    given: "an example that is not there",
    reply: { status: 200, example: "some" },
    want: 'The reply 200 of listCountries has no example "some": it has everyCountry, none.',
  },
  {
    given: "a field that a reply does not have",
    reply: { status: 200, json: { countries: [] } },
    want: "A reply of listCountries has no json: it has status, headers, body, example.",
  },
  { given: "a Response", reply: Response.json({}), want: "A reply of listCountries is an object with a status." },
  { given: "nothing", reply: undefined, want: "A reply of listCountries is an object with a status." },
])("refuses $given where it is written", ({ reply, want }) => {
  const api = createMockApi({ spec });
  // @ts-expect-error: what the types forbid, plain JavaScript can still pass.
  expect(() => api.respondWith("listCountries", reply)).toThrow(new TypeError(want));
});

test("refuses numbers that make no sense with a reply", () => {
  const api = createMockApi({ spec });
  expect(() => api.respondWith("listCountries", { status: 503 }, { times: -1 })).toThrow(
    new TypeError("times must be a number from 0 up, not -1."),
  );
  expect(() => api.respondWith("listCountries", { status: 503 }, { delayMs: Number.NaN })).toThrow(
    new TypeError("delayMs must be a number from 0 to 2147483647, not NaN."),
  );
});

test("refuses to tell the requests of an operation that does not exist, which would be none for ever", () => {
  const api = createMockApi({ spec });
  expect(() => api.requests("listCountry")).toThrow(/^There is no operation listCountry: the spec has .*listCountries/);
});

test("refuses a reply to an operation that does not exist, naming those that do", () => {
  const api = createMockApi({ spec });
  expect(() => api.respondWith("noSuchOperation", { status: 200 })).toThrow(
    /^There is no operation noSuchOperation: the spec has .*listCountries/,
  );
});

test("remembers no more than the last 1,000 requests", async () => {
  const api = createMockApi({ spec });
  for (let call = 1; call <= 2_500; call++) await api.fetch(`${api.baseUrl}/${call}`);
  expect(api.requests()).toHaveLength(1_000);
  expect(
    api
      .requests()
      .map(({ path }) => path)
      .slice(-2),
  ).toEqual(["/2499", "/2500"]);
});

test("warns of a request that no operation takes, and says which may be meant", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  onTestFinished(() => warn.mockRestore());
  const api = createMockApi({ spec });
  await api.fetch(`${api.baseUrl}/country`);
  await api.fetch(`${api.baseUrl}/token`);
  await api.fetch(`${api.baseUrl}/countries`);
  expect(warn.mock.calls).toEqual([
    ["GET https://gateway.m800.invalid/country: The API has no path /country. Did you mean /countries?"],
    ["GET https://gateway.m800.invalid/token: /token does not take GET, only POST."],
  ]);
});

test("tells a listener of each request, parsed and without secrets, when its answer is decided", async () => {
  const onRequest = vi.fn();
  const api = createMockApi({ spec, onRequest });
  await api.fetch(`${api.baseUrl}/token`, tokenRequest(defaultAccount.securityToken, defaultAccount));
  expect(onRequest.mock.calls).toEqual([
    [
      expect.objectContaining({
        operationId: "createToken",
        status: 200,
        body: expect.objectContaining({ password: "***" }),
      }),
    ],
  ]);
});

test("gives an account the countries that are its own", async () => {
  const accounts = [
    { username: "ann", securityToken: "a", countries: ["PHL", "HKG"] },
    { username: "bob", securityToken: "b" },
  ];
  const api = createMockApi({ spec, accounts });
  const countriesOf = async (username: string, securityToken: string) => {
    const token = await api.fetch(`${api.baseUrl}/token`, tokenRequest(securityToken, { username }));
    const { access_token } = await token.json();
    const response = await api.fetch(`${api.baseUrl}/countries`, {
      headers: { Authorization: `Bearer ${access_token}` },
    });
    return (await response.json()).countries;
  };
  expect(await countriesOf("ann", "a")).toEqual([
    { code: "PHL", name: "Philippines", prefix: "63" },
    { code: "HKG", name: "Hong Kong", prefix: "852" },
  ]);
  expect(await countriesOf("bob", "b")).toHaveLength(3);
});

test.each([
  {
    given: [{ username: "u", securityToken: "s", countries: ["HK"] }],
    want: 'The account u has the country "HK", which',
  },
  {
    given: [{ username: "u", securityToken: "s", countries: "HKG" as never }],
    want: "accounts[0].countries must be an",
  },
])("refuses $given for accounts", ({ given, want }) => {
  expect(() => createMockApi({ spec, accounts: given })).toThrow(want);
});

test("an answer of another API's mock does not claim to be of M800's spec", async () => {
  const document = { openapi: "3.1.0", paths: { "/x": { get: { responses: { 204: { description: "" } } } } } };
  const api = createMockApi({ spec: compileSpec(document), baseUrl: "https://api.invalid" });
  expect((await api.fetch("https://api.invalid/x")).headers.has("M800-Mock-Spec")).toBe(false);
});
