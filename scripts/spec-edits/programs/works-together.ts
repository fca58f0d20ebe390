import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Validator } from "@cfworker/json-schema";
import { operationsOf, tokenOperationOf } from "@m800/generate/contract";
import { AuthError, createAuthFetch, createPhoneNumberClient } from "@m800/phone-number-auth";
import { createMockApi, defaultAccount } from "@m800/phone-number-mock-server";
import { serveMockApi } from "@m800/phone-number-mock-server/http";
import { setupMockServer } from "@m800/phone-number-mock-server/node";
import { parse } from "yaml";

// Has the built packages work together by the description that they were made from, of which it knows nothing else: its
// arguments are two countries in the codes that the description lists.

const [first = "HKG", second = "PHL"] = process.argv.slice(2);
const published = import.meta.resolve("@m800/phone-number-client/package.json");
const document = parse(readFileSync(new URL("dist/openapi/phone-number.yaml", published), "utf8"));
const token = tokenOperationOf(document);
const list = operationsOf(document).find(({ method, path }) => method === "get" && path !== token.path) ?? token;
const idOf = ({ operation }: typeof token) => operation.operationId ?? "";

/** Follows references. */
function resolved(node: { readonly $ref?: string } | undefined): Record<string, Record<string, unknown>> {
  const steps = node?.$ref?.slice(2).split("/");
  return steps ? steps.reduce((at, step) => at[step], document) : Object(node);
}

/** Holds an answer against what the operation describes. */
async function assertDescribed(response: Response, { operation }: typeof token): Promise<string> {
  const { status } = response;
  const responses = Object(operation.responses);
  const described = resolved(responses[status] ?? responses.default);
  assert(described.description, `${status} is not described`);
  const mediaType = String(response.headers.get("Content-Type"));
  const { schema } = Object(described.content?.[mediaType]);
  assert(schema, `${mediaType} is not described for ${status}`);
  for (const [name, header] of Object.entries(described.headers ?? {})) {
    assert(!Object(header).required || response.headers.has(name), `${status} lacks ${name}`);
  }
  const text = await response.text();
  const whole = { ...schema, components: document.components };
  const { valid, errors } = new Validator(whole, "2020-12", false).validate(JSON.parse(text));
  assert(valid, JSON.stringify(errors));
  return text;
}

/** As an API gateway's caller would by hand. */
function requestToken(fetch: typeof globalThis.fetch, baseUrl: string, body: object, securityToken: string) {
  return fetch(baseUrl + token.path, {
    method: token.method.toUpperCase(),
    headers: { Authorization: `M800Auth ${securityToken}`, "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function assertRefusesCredentials(baseUrl: string, fetch: typeof globalThis.fetch): Promise<void> {
  const { username, securityToken } = defaultAccount;
  const refused = [
    { credentials: { username, securityToken: "wrong" }, body: { username } },
    { credentials: { username, securityToken, password: "wrong" }, body: { username, password: "wrong" } },
    { credentials: { username: "nobody", securityToken }, body: { username: "nobody" } },
  ];
  for (const { credentials, body } of refused) {
    const response = await requestToken(fetch, baseUrl, body, credentials.securityToken);
    assert(response.status >= 400 && response.status < 500, `refused credentials get ${response.status}`);
    await assertDescribed(response, token);
    const call = createAuthFetch({ baseUrl, credentials, fetch, retry: false })(baseUrl + list.path);
    await assert.rejects(call, (error) => error instanceof AuthError && error.code === "ERR_CREDENTIALS_REJECTED");
  }
  const invalid = await requestToken(fetch, baseUrl, { username: 5 }, securityToken);
  assert.equal(invalid.status, 400);
  assert.match(await assertDescribed(invalid, token), /\/username\b/);
}

async function assertRefusesTokens(baseUrl: string, fetch: typeof globalThis.fetch): Promise<void> {
  for (const headers of [{}, { Authorization: "Bearer madeup" }]) {
    const response = await fetch(baseUrl + list.path, { headers });
    assert(response.status === 401 || response.status === 403, `no token gets ${response.status}`);
    await assertDescribed(response, list);
  }
}

async function assertRenewsTokens({
  baseUrl,
  fetch,
  api,
}: {
  baseUrl: string;
  fetch: typeof globalThis.fetch;
  api: Pick<ReturnType<typeof createMockApi>, "tokens" | "requests">;
}): Promise<void> {
  const client = createPhoneNumberClient({ baseUrl, credentials: defaultAccount, fetch });
  const call = async () => {
    const { response, data } = await Reflect.apply(client.GET, client, [list.path]);
    assert.equal(response.status, 200);
    assert.match(JSON.stringify(data), new RegExp(`"${first}"`));
  };
  await call();
  const [issued] = api.tokens.issued();
  assert(issued, "no token was issued");
  api.tokens.revokeAll();
  await call();
  assert.equal(api.tokens.issued().length, 2);
  api.tokens.expireAll();
  await call();
  assert.equal(api.tokens.issued().length, 3);
  assert.equal(Reflect.apply(api.requests, api, [idOf(token)]).length, 3);
}

for (const transport of ["fetch", "msw", "http"]) {
  const served = transport === "http" ? await serveMockApi() : undefined;
  const intercepted = transport === "msw" ? setupMockServer() : undefined;
  intercepted?.listen();
  const api = served ?? intercepted?.api ?? createMockApi();
  const { baseUrl } = api;
  const fetch = transport === "fetch" && "fetch" in api ? api.fetch : globalThis.fetch;
  try {
    await assertRenewsTokens({ baseUrl, fetch, api });
    await assertRefusesCredentials(baseUrl, fetch);
    await assertRefusesTokens(baseUrl, fetch);
    Reflect.apply(api.respondWith, api, [idOf(list), { status: 418, body: "teapot" }, { offSpec: true, times: 1 }]);
    const authFetch = createAuthFetch({ baseUrl, credentials: defaultAccount, fetch, retry: false });
    assert.equal((await authFetch(baseUrl + list.path)).status, 418);
    Reflect.apply(api.faults.add, api.faults, [{ kind: "status", status: 502, operation: idOf(list) }]);
    assert.equal((await authFetch(baseUrl + list.path)).status, 502);
  } finally {
    await served?.close();
    await intercepted?.close();
  }
}

const { countries, ...account } = { ...defaultAccount, countries: [second] };
const restricted = createMockApi({
  accounts: [{ ...account, countries }],
  tokenEndpoint: "https://page.invalid/api/token",
});
const own = createAuthFetch({ baseUrl: restricted.baseUrl, credentials: account, fetch: restricted.fetch });
const text = await assertDescribed(await own(restricted.baseUrl + list.path), list);
assert.match(text, new RegExp(`"${second}"`));
assert.doesNotMatch(text, new RegExp(`"${first}"`));
assert.throws(() => createMockApi({ accounts: [{ ...account, countries: ["XYZ"] }] }), /"XYZ"/);

const page = setupMockServer({ tokenEndpoint: "https://page.invalid/api/token" });
page.listen();
const given = await (await fetch("https://page.invalid/api/token", { method: "POST" })).json();
assert.equal(given.access_token, page.api.tokens.issued()[0]?.token);
await page.close();

console.log("works");
