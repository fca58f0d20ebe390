import { expect, test } from "vitest";
import {
  AuthError,
  CallTimeoutError,
  ConfigurationError,
  CredentialsRejectedError,
  InvalidTokenResponseError,
  TokenTimeoutError,
  TokenUnavailableError,
} from "./errors.ts";

const details = { url: "https://x.example/token", requestId: "r7" };

test.each([
  {
    error: new ConfigurationError("baseUrl is missing."),
    name: "ConfigurationError",
    code: "ERR_CONFIGURATION",
    told: "baseUrl is missing.",
  },
  {
    error: new CredentialsRejectedError(498),
    name: "CredentialsRejectedError",
    code: "ERR_CREDENTIALS_REJECTED",
    told: "The token endpoint refused the credentials (498). Check the security token, username and password.",
  },
  {
    error: new InvalidTokenResponseError("no JSON"),
    name: "InvalidTokenResponseError",
    code: "ERR_INVALID_TOKEN_RESPONSE",
    told: "no JSON",
  },
  {
    error: new TokenTimeoutError(10_000),
    name: "TokenTimeoutError",
    code: "ERR_TOKEN_TIMEOUT",
    told: "The token endpoint did not answer within 10000 ms.",
  },
  {
    error: new TokenUnavailableError("down"),
    name: "TokenUnavailableError",
    code: "ERR_TOKEN_UNAVAILABLE",
    told: "down",
  },
  {
    error: new CallTimeoutError(300),
    name: "CallTimeoutError",
    code: "ERR_CALL_TIMEOUT",
    told: "The call did not end within 300 ms.",
  },
])("a $name is told by its name and its code, in a log too", ({ error, name, code, told }) => {
  expect(error).toBeInstanceOf(AuthError);
  expect(error).toMatchObject({ name, code });
  expect(String(error)).toBe(`${name}: ${told}`);
  expect([error.url, error.requestId]).toEqual([undefined, undefined]);
});

test("an error holds what is known of the request that failed, and only that", () => {
  const cause = new TypeError("fetch failed");
  expect({ ...new CredentialsRejectedError(498, details) }).toMatchObject({ ...details, status: 498 });
  expect(new InvalidTokenResponseError("x", { ...details, cause })).toMatchObject({ ...details, cause });
  const known = { ...details, status: 503, retryAfterMs: 7_000, backendCode: "c" };
  expect(new TokenUnavailableError("x", known)).toMatchObject(known);
  expect(new TokenUnavailableError("x")).toMatchObject({
    status: undefined,
    retryAfterMs: undefined,
    backendCode: undefined,
  });
});

test.each([
  { url: "https://x.example/a?key=s#s", shown: "https://x.example/a" },
  { url: "https://x.example/a#s", shown: "https://x.example/a" },
  { url: "https://ann:s@x.example/a@b", shown: "https://x.example/a@b" },
  { url: "https://x.example", shown: "https://x.example" },
  { url: undefined, shown: undefined },
])("a call to $url that ends late names $shown", ({ url, shown }) => {
  expect(new CallTimeoutError(300, url).url).toBe(shown);
});
