import { expect, test } from "vitest";
import { assumptionsOf, readablePointer } from "./assumptions.ts";

test("finds each mark with the pointer of what carries it, in the document's order", () => {
  const document = {
    paths: { "/a~b": { "x-assumed": "The path.", get: { responses: [null, { "x-assumed": 404 }] } } },
    info: { title: "x-assumed", "x-assumed": "All of it." },
    "x-assumed": "The root.",
  };
  expect(assumptionsOf(document)).toEqual([
    { pointer: "/paths/~1a~0b", reason: "The path." },
    { pointer: "/paths/~1a~0b/get/responses/1", reason: "404" },
    { pointer: "/info", reason: "All of it." },
    { pointer: "", reason: "The root." },
  ]);
});

test("a pointer is read with its names as they are written", () => {
  expect(readablePointer("/paths/~1a~0b~1~1c/get")).toBe("paths › /a~b//c › get");
  expect(readablePointer("/a~01b")).toBe("a~1b");
});
