import { expect, test } from "vitest";
import { withServerPath } from "./server-path.ts";
import { readSettings } from "./settings.ts";

test.each([
  { given: "https://gateway.example", want: "https://gateway.example" },
  { given: "https://gateway.example///", want: "https://gateway.example" },
  { given: "https://gateway.example/phone/v1//", want: "https://gateway.example/phone/v1" },
])("reads $given as $want", ({ given, want }) => {
  const env = { M800_BASE_URL: given, M800_SECURITY_TOKEN: "s3cr3t", M800_USERNAME: "u5er" };
  expect(readSettings(env).baseUrl).toBe(want);
});

test.each([
  { url: "{gateway}", want: "https://gateway.example" },
  { url: "{gateway}/phone/v1/", want: "https://gateway.example/phone/v1" },
  { url: "https://elsewhere.example/phone/v1", want: "https://gateway.example/phone/v1" },
  { url: "/phone/v1", want: "https://gateway.example/phone/v1" },
  { url: "{gateway}/{version}/phone", want: "https://gateway.example/v2/phone" },
])("calls below the path of the server $url, once", ({ url, want }) => {
  const variables = { gateway: { default: "https://none.invalid" }, version: { default: "v2" } };
  const root = { info: { version: "1" }, servers: [{ url, variables }] };
  expect(withServerPath("https://gateway.example", root)).toBe(want);
  expect(withServerPath(want, root)).toBe(want);
});

const ENV = { M800_BASE_URL: "https://gateway.example", M800_SECURITY_TOKEN: "s3cr3t", M800_USERNAME: "u5er" };

test.each([
  { given: {}, want: undefined },
  { given: { M800_PASSWORD: "" }, want: undefined },
  { given: { M800_PASSWORD: "pa55" }, want: "pa55" },
])("takes the account's credentials, and of $given the password $want", ({ given, want }) => {
  const { credentials } = readSettings({ ...ENV, ...given });
  expect(credentials).toEqual({ securityToken: "s3cr3t", username: "u5er", password: want });
});

test.each(["http://localhost:1", "http://127.0.0.1", "http://127.10.200.3", "http://[::1]:80"])(
  "takes %s, which is this machine",
  (url) => {
    expect(readSettings({ ...ENV, M800_BASE_URL: url }).baseUrl).toBe(new URL(url).origin);
  },
);

const MISSING = (names: string) =>
  `Set ${names} to what M800's welcome e-mail says (M800_PASSWORD too, if there is one), then try again.`;
const NO_HEADER = "M800_SECURITY_TOKEN has a character that no header can carry: is it copied whole, and nothing else?";
const NOT_HTTPS = "M800_BASE_URL must start with https://, since credentials are sent to it.";
const MORE = "M800_BASE_URL must have neither credentials nor a query in it.";

test.each([
  {
    given: { M800_BASE_URL: "", M800_SECURITY_TOKEN: "", M800_USERNAME: "" },
    want: MISSING("M800_BASE_URL, M800_SECURITY_TOKEN, M800_USERNAME"),
  },
  { given: { M800_BASE_URL: undefined }, want: MISSING("M800_BASE_URL") },
  { given: { M800_SECURITY_TOKEN: "" }, want: MISSING("M800_SECURITY_TOKEN") },
  { given: { M800_USERNAME: "" }, want: MISSING("M800_USERNAME") },
  { given: { M800_SECURITY_TOKEN: "s3cr3t\n" }, want: NO_HEADER },
  { given: { M800_SECURITY_TOKEN: " s3cr3t" }, want: NO_HEADER },
  { given: { M800_BASE_URL: "gateway" }, want: "M800_BASE_URL must be an absolute URL." },
  { given: { M800_BASE_URL: "ftp://localhost" }, want: NOT_HTTPS },
  { given: { M800_BASE_URL: "http://gateway.example" }, want: NOT_HTTPS },
  { given: { M800_BASE_URL: "http://localhost.example" }, want: NOT_HTTPS },
  { given: { M800_BASE_URL: "http://not-localhost" }, want: NOT_HTTPS },
  { given: { M800_BASE_URL: "https://u@gateway.example" }, want: MORE },
  { given: { M800_BASE_URL: "https://gateway.example?a=1" }, want: MORE },
])("refuses $given: $want", ({ given, want }) => {
  expect(() => readSettings({ ...ENV, ...given })).toThrow(new Error(want));
});
