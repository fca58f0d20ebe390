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
