import fc from "fast-check";
import { expect, test } from "vitest";
import { InvalidTokenResponseError } from "./errors.ts";
import { parseTokenResponse } from "./parse-token-response.ts";

test.each([
  {
    given: { access_token: "gfvxrjvhetsfhr", expires_in: 300 },
    want: { token: "gfvxrjvhetsfhr", lifetimeMs: 300_000 },
  },
  { given: { access_token: "a.b-c_d~e+f/g==", expires_in: 1 }, want: { token: "a.b-c_d~e+f/g==", lifetimeMs: 1_000 } },
  { given: { access_token: "a", expires_in: 1.5, other: [] }, want: { token: "a", lifetimeMs: 1_500 } },
  {
    given: { access_token: "x".repeat(8_000), expires_in: 0.001 },
    want: { token: "x".repeat(8_000), lifetimeMs: 1 },
  },
  { given: { access_token: "a", expires_in: 86_401 }, want: { token: "a", lifetimeMs: 86_400_000 } },
  { given: { access_token: "a", expires_in: 1e308 }, want: { token: "a", lifetimeMs: 86_400_000 } },
])("takes $given", ({ given, want }) => {
  expect(parseTokenResponse(given)).toEqual(want);
});

const TOKEN = "has no usable access_token";
const LIFETIME = "has no usable expires_in";

test.each([
  { given: null, want: TOKEN },
  { given: "token", want: TOKEN },
  { given: [], want: TOKEN },
  { given: { expires_in: 300 }, want: TOKEN },
  ...[null, 7, {}, "", " ", "a b", "a\r\nX: y", "ü", "=", "a=b", "x".repeat(8_001)].map((access_token) => ({
    given: { access_token, expires_in: 300 },
    want: TOKEN,
  })),
  { given: { access_token: "secret" }, want: LIFETIME },
  ...[null, "300", -1, 0, 0.0009, Number.NaN, [300], {}, true].map((expires_in) => ({
    given: { access_token: "secret", expires_in },
    want: LIFETIME,
  })),
])("refuses $given", ({ given, want }) => {
  expect(() => parseTokenResponse(given)).toThrow(new InvalidTokenResponseError(`The token response ${want}.`));
});

test("either takes a response or says why not, whatever it is, and never quotes the token", () => {
  const response = fc.oneof(
    fc.jsonValue(),
    fc.record({ access_token: fc.constant("s3cr3t t0k3n"), expires_in: fc.anything() }),
    fc.record({ access_token: fc.anything(), expires_in: fc.double() }),
  );
  fc.assert(
    fc.property(response, (given) => {
      try {
        const { token, lifetimeMs } = parseTokenResponse(given);
        expect(token).toMatch(/^[A-Za-z0-9\-._~+/]+=*$/);
        expect(lifetimeMs).toBeGreaterThanOrEqual(1);
        expect(lifetimeMs).toBeLessThanOrEqual(86_400_000);
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidTokenResponseError);
        expect(String(error)).not.toContain("s3cr3t");
      }
    }),
    { seed: 800, numRuns: 2_000 },
  );
});
