import { expect, test } from "vitest";
import { compileSpec } from "../compile/compile-spec.ts";
import type { Authentication, Behaviour } from "./behaviour.ts";
import { createFetch } from "./create-fetch.ts";
import { createEngine } from "./engine.ts";

const securitySchemes = {
  inHeader: { type: "apiKey", in: "header", name: "X-Key" },
  inQuery: { type: "apiKey", in: "query", name: "key" },
  inCookie: { type: "apiKey", in: "cookie", name: "sid" },
  basic: { type: "http", scheme: "basic" },
  bearer: { type: "http", scheme: "Bearer" },
  custom: { type: "http", scheme: "m800Auth" },
  oauth: { type: "oauth2", flows: {} },
  openId: { type: "openIdConnect", openIdConnectUrl: "https://id.example" },
  certificate: { type: "mutualTLS" },
};
type Scheme = keyof typeof securitySchemes;
type Security = readonly Partial<Record<Scheme, readonly string[]>>[];

/** An API of one operation behind these alternatives, and the credentials with which it was reached. */
function behind(security: Security, authenticators: Behaviour["authenticators"] = new Map()) {
  const operation = { operationId: "n", security, responses: { 204: { description: "" } } };
  const document = { openapi: "3.1.0", paths: { "/n": { get: operation } }, components: { securitySchemes } };
  const { api, findValidator } = compileSpec(document);
  const reached: (string | undefined)[] = [];
  const answer = ({ credentials }: { readonly credentials: string | undefined }) => {
    reached.push(credentials);
    return undefined;
  };
  const { handle } = createEngine(api, findValidator, { authenticators, operations: new Map([["n", answer]]) });
  const { fetch } = createFetch(handle, "https://api.invalid");
  const get = (headers: Record<string, string> = {}, search = "") =>
    fetch(`https://api.invalid/n${search}`, { headers });
  return { get, reached };
}

test.each<{ security: Security; headers?: Record<string, string>; search?: string; want: string | undefined }>([
  { security: [], want: undefined },
  { security: [{}], want: undefined },
  { security: [{ inHeader: [] }], headers: { "X-KEY": "k" }, want: "k" },
  { security: [{ inQuery: [] }], search: "?a=b&key=k%20l", want: "k l" },
  { security: [{ inCookie: [] }], headers: { cookie: "a=b;  sid=k; c=d" }, want: "k" },
  { security: [{ inCookie: [] }], headers: { cookie: "a=b;sid=k" }, want: "k" },
  { security: [{ bearer: [] }], headers: { authorization: "bearer   a b" }, want: "a b" },
  { security: [{ basic: [] }], headers: { authorization: "BASIC YTpi==" }, want: "YTpi==" },
  { security: [{ custom: [] }], headers: { authorization: "M800AUTH x" }, want: "x" },
  { security: [{ oauth: [] }], headers: { authorization: "Bearer t" }, want: "t" },
  { security: [{ openId: [] }], headers: { authorization: "Bearer t" }, want: "t" },
  { security: [{ certificate: [] }], want: "" },
  { security: [{ bearer: [], inHeader: [] }], headers: { authorization: "Bearer t", "x-key": "k" }, want: "t" },
  { security: [{ inHeader: [], bearer: [] }], headers: { authorization: "Bearer t", "x-key": "k" }, want: "k" },
  { security: [{ inHeader: [] }, { bearer: [] }], headers: { authorization: "Bearer t" }, want: "t" },
  { security: [{ inHeader: [] }, { bearer: [] }], headers: { authorization: "Bearer t", "x-key": "k" }, want: "k" },
  { security: [{ bearer: [] }, {}], want: undefined },
])("lets a request through $security with the credentials $want", async ({ security, headers, search, want }) => {
  const { get, reached } = behind(security);
  expect((await get(headers, search)).status).toBe(204);
  expect(reached).toEqual([want]);
});

const FORM = (challenge: string) => `The header Authorization must be "${challenge} " and the credentials.`;
const NO_BASE64 = "The credentials of the scheme Basic are not in base64.";
test.each<{ security: Security; headers?: Record<string, string>; message: string; challenge: string | null }>([
  { security: [{ inHeader: [] }], message: "The header X-Key is missing.", challenge: null },
  { security: [{ inHeader: [] }], headers: { "x-key": "" }, message: "The header X-Key is missing.", challenge: null },
  { security: [{ inQuery: [] }], message: "The query key is missing.", challenge: null },
  { security: [{ inCookie: [] }], message: "The cookie sid is missing.", challenge: null },
  { security: [{ bearer: [] }], message: FORM("Bearer"), challenge: "Bearer" },
  {
    security: [{ custom: [] }],
    headers: { authorization: "Bearer t" },
    message: FORM("M800Auth"),
    challenge: "M800Auth",
  },
  { security: [{ bearer: [] }], headers: { authorization: "Bearer " }, message: FORM("Bearer"), challenge: "Bearer" },
  { security: [{ bearer: [] }], headers: { authorization: "Bearer" }, message: FORM("Bearer"), challenge: "Bearer" },
  { security: [{ basic: [] }], headers: { authorization: "Basic a=b" }, message: NO_BASE64, challenge: "Basic" },
  { security: [{ basic: [] }], headers: { authorization: "Basic a b" }, message: NO_BASE64, challenge: "Basic" },
  { security: [{ inHeader: [] }, { bearer: [] }], message: "The header X-Key is missing.", challenge: null },
  { security: [{ bearer: [] }, { inHeader: [] }], message: FORM("Bearer"), challenge: "Bearer" },
  {
    security: [{ inHeader: [], bearer: [] }],
    headers: { "x-key": "k" },
    message: FORM("Bearer"),
    challenge: "Bearer",
  },
])("refuses $headers through $security: $message", async ({ security, headers, message, challenge }) => {
  const { get, reached } = behind(security);
  const response = await get(headers);
  expect([response.status, response.headers.get("WWW-Authenticate")]).toEqual([401, challenge]);
  expect((await response.json()).message).toBe(message);
  expect(reached).toEqual([]);
});

test("asks who judges a scheme's credentials, by its name in lower case", async () => {
  const judge = (credentials: string): Authentication =>
    credentials === "good" ? { credentials: "known" } : { refusal: "Who is that?" };
  const judges = new Map([
    ["m800auth", judge],
    ["bearer", judge],
  ]);
  const { get, reached } = behind([{ custom: [] }, { bearer: [] }], judges);
  for (const scheme of ["M800Auth", "Bearer"])
    expect((await get({ authorization: `${scheme} good` })).status).toBe(204);
  expect(reached).toEqual(["known", "known"]);
  const refused = await get({ authorization: "M800Auth bad" });
  expect([refused.status, refused.headers.get("WWW-Authenticate")]).toEqual([401, "M800Auth"]);
  expect((await refused.json()).message).toBe("Who is that?");
  const expired = await behind([{ bearer: [] }], judges).get({ authorization: "Bearer bad" });
  expect(expired.headers.get("WWW-Authenticate")).toBe('Bearer error="invalid_token"');
});
