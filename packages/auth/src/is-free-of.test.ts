import { inspect } from "node:util";
import { expect, test } from "vitest";
import { isFreeOf } from "./is-free-of.ts";

const SECRETS = ["s3cr3t tök+n/==", 'p"w%d', ">>>???>>>???"];

test.each([
  "fetch failed",
  "",
  undefined,
  null,
  7,
  new TypeError("fetch failed", { cause: Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }) }),
  new AggregateError([new Error("::1"), new Error("127.0.0.1")], "both"),
  Object.assign(new Error("other side closed"), { socket: { localPort: 1, remoteAddress: "127.0.0.1" } }),
  new DOMException("aborted", "AbortError"),
])("%o is free of secrets", (value) => {
  expect(isFreeOf(SECRETS, value)).toBe(true);
});

const texts = SECRETS.flatMap((secret) => [
  secret,
  secret.toUpperCase(),
  encodeURIComponent(secret),
  new URLSearchParams({ secret }).toString(),
  JSON.stringify({ secret }),
  JSON.stringify(`with ${secret} in it`),
  ...["", "a", "ab", "abc", "M800Auth "].flatMap((before) => [
    Buffer.from(`${before}${secret}`).toString("base64"),
    Buffer.from(`${before}${secret} and more`).toString("base64url"),
  ]),
]);

test.each(texts)("%s is not, wherever it stands", (text) => {
  const cause = new Error("inner", { cause: new Error(`at ${text}!`) });
  for (const value of [
    text,
    new Error(`x ${text}`),
    new Error("outer", { cause }),
    new AggregateError([cause]),
    Object.assign(new Error("x"), { config: { headers: [text] } }),
    Object.assign(new Error("x"), { [text]: 1 }),
    Object.assign(new Error("x"), { stack: text }),
    Object.create(new Error(text)),
    Object.create(Object.assign(new Error("x"), { name: text })),
    Object.defineProperty(new Error("x"), "hidden", { value: text, enumerable: false }),
  ]) {
    expect(isFreeOf(SECRETS, value)).toBe(false);
  }
});

class Talkative extends Error {
  toJSON(): string {
    return "anything";
  }
}

test.each([
  { given: "an object of a class", part: new Request("https://x.example") },
  { given: "a function", part: () => {} },
  { given: "a map", part: new Map() },
  {
    given: "a getter that throws",
    part: Object.defineProperty({}, "x", {
      get() {
        throw new Error("no");
      },
      enumerable: true,
    }),
  },
  { given: "an object that Node shows otherwise", part: { [inspect.custom]: "x" } },
  { given: "an error that says of itself how it is written", part: new Talkative("x") },
])("what cannot be looked into, such as $given, counts as not free", ({ part }) => {
  expect(isFreeOf(SECRETS, part)).toBe(false);
  expect(isFreeOf(SECRETS, Object.assign(new Error("x"), { part }))).toBe(false);
});

test("a circle is looked through once", () => {
  const error = new Error("round");
  error.cause = { error };
  expect(isFreeOf(SECRETS, error)).toBe(true);
});
