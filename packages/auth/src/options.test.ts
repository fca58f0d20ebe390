import { tokenOperation } from "@m800/phone-number-openapi/operations";
import { expect, test, vi } from "vitest";
import type { AuthOptions } from "./auth-options.ts";
import { createMemoryTokenStore } from "./create-memory-token-store.ts";
import { ConfigurationError } from "./errors.ts";
import { resolveOptions } from "./options.ts";

const baseUrl = "https://api.example";
const credentials = { securityToken: "s", username: "u" };
const getToken = async () => ({ access_token: "abc", expires_in: 300 });

/** The token request that options lead to. */
async function tokenRequestOf(options: AuthOptions): Promise<{ url: string; authorization: string; body: unknown }> {
  let request = new Request("https://none.example");
  const fetch: typeof globalThis.fetch = async (...call) => {
    request = new Request(...call);
    return Response.json({ access_token: "abc", expires_in: 300 });
  };
  await resolveOptions({ ...options, fetch }).acquire(undefined, new AbortController().signal);
  const { url, headers } = request;
  return { url, authorization: headers.get("Authorization") ?? "", body: await request.json() };
}

test("reads what is not given from the environment", async () => {
  vi.stubEnv("M800_BASE_URL", "https://env.example/v1/");
  vi.stubEnv("M800_SECURITY_TOKEN", "env-token");
  vi.stubEnv("M800_USERNAME", "env-user");
  vi.stubEnv("M800_PASSWORD", "env-password");
  expect(await tokenRequestOf({})).toEqual({
    url: `https://env.example/v1${tokenOperation.path}`,
    authorization: "M800Auth env-token",
    body: { username: "env-user", password: "env-password" },
  });
  expect(await tokenRequestOf({ baseUrl, credentials })).toEqual({
    url: `https://api.example${tokenOperation.path}`,
    authorization: "M800Auth s",
    body: { username: "u" },
  });
});

test("calls over plain http the one host that dangerouslyAllowHttpTo names, whatever its port", async () => {
  const allowing = { credentials, dangerouslyAllowHttpTo: "m800-mock" };
  for (const allowed of ["http://m800-mock", "http://M800-mock:8080/v1"]) {
    expect((await tokenRequestOf({ ...allowing, baseUrl: allowed })).url).toBe(
      `${allowed.toLowerCase()}${tokenOperation.path}`,
    );
  }
  for (const other of ["http://m800-mock.example", "http://x.m800-mock", "http://other"]) {
    expect(() => resolveOptions({ ...allowing, baseUrl: other })).toThrow("baseUrl must be https");
  }
});

test.each<{ given: string; options: AuthOptions; want: string }>([
  ...[
    undefined,
    "/api",
    "api.example",
    "ftp://localhost",
    "https://",
    "https://u:p@api.example",
    "http://localhost@api.example",
    "https://:443",
    "https://:p@api.example",
    "https://api.example?a",
    "https://api.example?",
    "https://api.example#",
    "https://api.example/v1?a",
    "https://api.example/v1#a",
    "https://api.example/a b",
    "https://api.example\\v1",
    "see https://api.example",
  ].map((unusable) => ({
    given: `a base URL of ${unusable}`,
    options: { baseUrl: unusable, credentials },
    want: "baseUrl, or M800_BASE_URL, must be the gateway's https URL, from M800's welcome e-mail, without user name, query and fragment.",
  })),
  ...[
    "http://api.example",
    "http://localhost.example",
    "http://my-localhost",
    "http://127.0.0.1.example",
    "http://127.example",
  ].map((unsafe) => ({
    given: unsafe,
    options: { baseUrl: unsafe, credentials },
    want: "baseUrl must be https, or http on this machine itself. At your own risk, name its host in dangerouslyAllowHttpTo.",
  })),
  {
    given: "no security token",
    options: { baseUrl },
    want: "credentials.securityToken is missing: pass it or set M800_SECURITY_TOKEN.",
  },
  {
    given: "no username",
    options: { baseUrl, credentials: { securityToken: "s", username: "" } },
    want: "credentials.username is missing: M800_USERNAME is read only if no credentials are passed.",
  },
  ...["a\r\nX: y", "a\u0000", " a", "a ", " ", "a\u0000b", "日本", "a日"].map((securityToken) => ({
    given: `the security token ${JSON.stringify(securityToken)}`,
    options: { baseUrl, credentials: { securityToken, username: "u" } },
    want: "credentials.securityToken, or M800_SECURITY_TOKEN, does not fit into a header: remove spaces and line breaks around it.",
  })),
  ...["securityToken", "username", "password"].map((field) => ({
    given: `a ${field} that is a number`,
    // What only JavaScript lets through.
    options: { baseUrl, credentials: { ...credentials, [field]: JSON.parse("12345678") } },
    want: `credentials.${field} must be a string.`,
  })),
  ...["securityToken", "username"].map((field) => ({
    given: `credentials without ${field}`,
    options: { baseUrl, credentials: { ...credentials, [field]: undefined } },
    want: `credentials.${field} is missing: M800_${field === "username" ? "USERNAME" : "SECURITY_TOKEN"} is read only if no credentials are passed.`,
  })),
  ...["getToken", "fetch", "onEvent"].map((name) => ({
    given: `a promise as ${name}`,
    options: { baseUrl, [name]: Promise.resolve() },
    want: `${name} must be a function.`,
  })),
  {
    given: "two sources of tokens",
    options: { baseUrl, credentials, getToken },
    want: "Pass either getToken, or credentials, which tokenStore is for: not both.",
  },
  {
    given: "a store for tokens of nobody knows whom",
    options: { baseUrl, getToken, tokenStore: createMemoryTokenStore() },
    want: "Pass either getToken, or credentials, which tokenStore is for: not both.",
  },
  ...[0, -1, Number.NaN, 2 ** 31].map((timeoutMs) => ({
    given: `timeoutMs: ${timeoutMs}`,
    options: { baseUrl, credentials, timeoutMs },
    want: "timeoutMs must be a number from 1 to 2147483647.",
  })),
  ...[-1, Number.NaN].map((retry) => ({
    given: `retry: ${retry}`,
    options: { baseUrl, credentials, retry },
    want: "retry must be false or a number from 0 up.",
  })),
])("refuses $given", ({ options, want }) => {
  for (const name of ["M800_BASE_URL", "M800_SECURITY_TOKEN", "M800_USERNAME"]) vi.stubEnv(name, undefined);
  expect(() => resolveOptions(options)).toThrow(new ConfigurationError(want));
});

test.each(["s", "a b", "~¡ÿ!", "! ¡", "¡"])("sends the security token '%s' as it is", async (securityToken) => {
  const { authorization } = await tokenRequestOf({ baseUrl, credentials: { ...credentials, securityToken } });
  expect(authorization).toBe(`M800Auth ${securityToken}`);
});

test.each([
  "http://localhost:8080",
  "http://127.0.0.1:1",
  "http://127.100.20.30",
  "http://[::1]:1",
  "https://api.example",
])("takes %s", (given) => {
  expect(resolveOptions({ baseUrl: given, credentials }).baseUrl).toBe(given);
});

test("takes the longest time that a timer can wait", () => {
  expect(resolveOptions({ baseUrl, credentials, timeoutMs: 2 ** 31 - 1 }).limits.timeoutMs).toBe(2_147_483_647);
});

test.each([
  { given: "no process", platform: undefined },
  { given: "a process without an environment", platform: { versions: {} } },
])("asks for what is missing on a platform that has $given", ({ platform }) => {
  const messageOf = (options: AuthOptions) => {
    try {
      return resolveOptions(options);
    } catch (error) {
      return String(error);
    }
  };
  vi.stubGlobal("process", platform);
  const messages = [messageOf({ credentials }), messageOf({ baseUrl })];
  vi.unstubAllGlobals();
  expect(messages).toEqual([
    expect.stringContaining("baseUrl, or M800_BASE_URL, must be"),
    expect.stringContaining("credentials.securityToken is missing"),
  ]);
});

test("writes the same gateway in one way", () => {
  for (const given of ["https://API.example:443/v1", " https://api.example/v1/ ", "HTTPS://api.example/v1//"]) {
    expect(resolveOptions({ baseUrl: given, credentials }).baseUrl).toBe("https://api.example/v1");
  }
  expect(resolveOptions({ baseUrl: "https://api.example/a/b/", credentials }).baseUrl).toBe("https://api.example/a/b");
  expect(resolveOptions({ baseUrl: "https://api.example/", credentials }).baseUrl).toBe("https://api.example");
});

test("takes an empty password for none, and an empty M800_PASSWORD", async () => {
  expect(await tokenRequestOf({ baseUrl, credentials: { ...credentials, password: "" } })).toHaveProperty("body", {
    username: "u",
  });
  vi.stubEnv("M800_SECURITY_TOKEN", "s");
  vi.stubEnv("M800_USERNAME", "u");
  vi.stubEnv("M800_PASSWORD", "");
  expect(await tokenRequestOf({ baseUrl })).toHaveProperty("body", { username: "u" });
});

test.each([
  { given: {}, want: "credentials.securityToken is missing: pass it or set M800_SECURITY_TOKEN." },
  { given: { M800_SECURITY_TOKEN: "s" }, want: "credentials.username is missing: pass it or set M800_USERNAME." },
])("credentials that are not in the environment either are asked for by both names", ({ given, want }) => {
  for (const name of ["M800_SECURITY_TOKEN", "M800_USERNAME"]) vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries(given)) vi.stubEnv(name, value);
  expect(() => resolveOptions({ baseUrl: "https://g.example" })).toThrow(want);
  vi.unstubAllEnvs();
});
