import fc from "fast-check";
import { expect, test } from "vitest";
import { createMask } from "./mask-secrets.ts";

const ENCODINGS: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  "in a path": encodeURI,
  "in a query": encodeURIComponent,
  "in a form": (text) => new URLSearchParams({ "": text }).toString().slice(1),
  "in JSON": (text) => JSON.stringify(text),
  "in hexadecimal": (text) => Buffer.from(text).toString("hex"),
  "in capital hexadecimal": (text) => Buffer.from(text).toString("hex").toUpperCase(),
  "in base64": (text) => Buffer.from(text).toString("base64"),
  "in base64 for URLs": (text) => Buffer.from(text).toString("base64url"),
};

const secret = fc.string({ minLength: 8, maxLength: 40, unit: "grapheme-ascii" });
const around = fc.string({ maxLength: 5, unit: fc.constantFrom("a", "Z", " ", ":") });

test.each(Object.entries(ENCODINGS))("hides a secret %s, whatever stands around it", (_, encode) => {
  fc.assert(
    fc.property(secret, around, around, (value, before, after) => {
      const masked = createMask([value])(encode(before + value + after));
      // What is left is what was around, encoded: at most two characters of base64 mix in bits of the secret's ends.
      expect(masked.replace("***", "").length).toBeLessThanOrEqual(encode(before).length + encode(after).length + 6);
      expect(masked).toContain("***");
    }),
    { seed: 20_261_123, numRuns: 300 },
  );
});

test("hides the longer of two secrets whole, where one holds the other", () => {
  expect(createMask(["token", "token-and-more"])("a token-and-more, a token")).toBe("a ***, a ***");
});

test.each(["a&amp;b&lt;c&gt;d&quot;e'f", "a&amp;b&lt;c&gt;d&quot;e&#39;f"])("hides a secret in HTML: %s", (html) => {
  expect(createMask([`a&b<c>d"e'f`])(`It is ${html}.`)).toBe("It is ***.");
});

test("hides a secret that is no valid Unicode", () => {
  expect(createMask(["s3cr3t\ud800"])("a s3cr3t\ud800")).toBe("a ***");
});

test("changes nothing where there is no secret", () => {
  expect(createMask(["", "s3cr3t"])("a text")).toBe("a text");
  expect(createMask([])("a text")).toBe("a text");
});
