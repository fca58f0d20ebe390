import { compileSpec } from "@m800/mock-engine/compile";
import { expect, test } from "vitest";
import { createMockApi } from "../create-mock-api.ts";
import { serveMockApi } from "../serve-mock-api.ts";
import { defaultAccount } from "./accounts.ts";

const json = (schema: object) => ({ content: { "application/json": { schema } } });

/** An API like M800's, in which nothing has the names of this project's description. */
const spec = compileSpec({
  openapi: "3.1.0",
  servers: [{ url: "https://gateway.invalid/phone/v1/" }],
  security: [{ session: [] }],
  paths: {
    "/v9/grant": {
      put: {
        operationId: "grant",
        security: [{ secret: [] }],
        requestBody: json({ type: "object", required: ["username"] }),
        responses: {
          200: json({
            type: "object",
            required: ["access_token", "expires_in", "token_type"],
            properties: { token_type: { const: "Bearer" } },
          }),
        },
      },
    },
    "/v9/places": { get: { operationId: "toString", responses: { 200: json({ enum: ["here"] }) } } },
  },
  components: {
    securitySchemes: {
      secret: { type: "http", scheme: "M800AUTH" },
      session: { type: "http", scheme: "Bearer" },
    },
  },
});

/** A token request's answer, and the status of a call with its token. */
async function use(fetch: typeof globalThis.fetch, baseUrl: string, securityToken: string) {
  const grant = await fetch(`${baseUrl}/v9/grant`, {
    method: "PUT",
    headers: { Authorization: `M800Auth ${securityToken}`, "Content-Type": "application/json" },
    body: JSON.stringify({ username: defaultAccount.username }),
  });
  const answer = await grant.json();
  const call = (token: string) =>
    fetch(`${baseUrl}/v9/places`, { headers: { Authorization: `Bearer ${token}` } }).then(({ status }) => status);
  return { status: grant.status, answer, call };
}

test("issues tokens and checks them, whatever the names, paths and methods are", async () => {
  const api = createMockApi({ spec });
  const refused = await use(api.fetch, api.baseUrl, "wrong");
  expect(refused.status).toBe(401);
  const { status, answer, call } = await use(api.fetch, api.baseUrl, defaultAccount.securityToken);
  expect(status).toBe(200);
  expect(answer).toEqual({ token_type: "Bearer", access_token: api.tokens.issued()[0]?.token, expires_in: 300 });
  expect([await call(answer.access_token), await call("madeup")]).toEqual([200, 401]);
  api.tokens.revokeAll();
  expect(await call(answer.access_token)).toBe(401);
});

test("every transport serves below the path of the description's server, and nowhere else", async () => {
  const served = await serveMockApi({ spec });
  try {
    expect(new URL(served.baseUrl).pathname).toBe("/phone/v1");
    for (const { baseUrl, fetch } of [createMockApi({ spec }), { baseUrl: served.baseUrl, fetch: globalThis.fetch }]) {
      const { answer, call } = await use(fetch, baseUrl, defaultAccount.securityToken);
      expect(await call(answer.access_token)).toBe(200);
    }
    const elsewhere = await fetch(new URL("/v9/places", served.baseUrl));
    expect(elsewhere.status).toBe(404);
    const message = "This mock API is at /phone/v1: it does not serve /v9/places.";
    expect(await elsewhere.json()).toEqual({ code: "not_found", message });
  } finally {
    await served.close();
  }
});

const ACCOUNTS = [
  { username: "ann", securityToken: "a", password: "secret" },
  { username: "ben", securityToken: "b" },
];
const NOT_HIS = "The security token is not this username's.";
test.each([
  { securityToken: "c", body: { username: "ann" }, want: "The security token is unknown." },
  { securityToken: "a", body: { username: "ben" }, want: NOT_HIS },
  { securityToken: "b", body: { username: "ann", password: "secret" }, want: NOT_HIS },
  { securityToken: "a", body: null, want: NOT_HIS },
  { securityToken: "a", body: "ann", want: NOT_HIS },
  { securityToken: "a", body: undefined, want: NOT_HIS },
  { securityToken: "a", body: { username: "ann", password: "guessed" }, want: "The password is wrong." },
  { securityToken: "a", body: { username: "ann", password: "secret" }, want: undefined },
  { securityToken: "a", body: { username: "ann" }, want: undefined },
  { securityToken: "b", body: { username: "ben", password: "any" }, want: undefined },
])("answers $want to the body $body with the security token $securityToken", async ({ securityToken, body, want }) => {
  const post = { security: [{ secret: [] }], requestBody: json({}), responses: { 200: json({}) } };
  const components = { securitySchemes: { secret: { type: "http", scheme: "m800auth" } } };
  const loose = compileSpec({ openapi: "3.1.0", paths: { "/grant": { post } }, components });
  const { baseUrl, fetch, requests, tokens } = createMockApi({ spec: loose, accounts: ACCOUNTS });
  await fetch(`${baseUrl}/grant`, {
    method: "POST",
    headers: { Authorization: `M800Auth ${securityToken}`, "Content-Type": "application/json" },
    body: body === undefined ? null : JSON.stringify(body),
  });
  expect(requests()).toMatchObject([{ status: want === undefined ? 200 : 401, refusal: want }]);
  expect(tokens.issued()).toHaveLength(want === undefined ? 1 : 0);
});

test("refuses a token endpoint for an API that issues no tokens", () => {
  const open = compileSpec({ openapi: "3.1.0", paths: {} });
  expect(() => createMockApi({ spec: open, tokenEndpoint: "/api/token" })).toThrow(
    "tokenEndpoint needs an API with an operation that the scheme M800Auth secures.",
  );
});
