import { expect, test } from "vitest";
import { securityOf } from "./security-of.ts";

const info = { title: "Numbers", version: "1.0.0" };

test("an operation has the ways in of its own, or else those of its document, or else none is asked for", () => {
  const document = { openapi: "3.1.0", info, security: [{ all: [] }] };
  expect(securityOf(document, {})).toEqual([['{"name":"all"}']]);
  expect(securityOf(document, { security: [{ own: ["b", "a"], also: [] }, {}] })).toEqual([
    ['{"name":"also"}', '{"name":"own"}', '{"name":"own"} a', '{"name":"own"} b'],
    [],
  ]);
  expect(securityOf({ openapi: "3.1.0", info, components: {} }, {})).toEqual([[]]);
});
