import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { OpenApiDocument } from "@m800/mock-engine/compile";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { mockDiff } from "./mock-diff.ts";

const BASE = await readFile(join(import.meta.dirname, "../test/base.yaml"), "utf8");

function spec(from = "", to = ""): OpenApiDocument {
  const document = parse(BASE.replace(from, to));
  document.paths["/orders"].post.requestBody.content["application/json"].example = { country: "HKG", quantity: 60 };
  document.paths["/orders/{id}"].parameters[0].example = "abc";
  return document;
}

test.each([
  { given: "nothing", from: "", to: "", want: [] },
  { given: "a wider answer", from: "minLength: 2", to: "minLength: 1", want: [] },
  {
    given: "a reply of its own that no longer fits",
    from: "code: { type: string, minLength: 2 }",
    to: "code: { type: string, maxLength: 2 }",
    want: ["GET /countries: the mock refuses a reply that it gave itself, mock-server"],
  },
  {
    given: "a body that is refused",
    from: "minimum: 1, maximum: 100 }",
    to: "minimum: 1, maximum: 50 }",
    want: ["POST /orders: a call that was an example is refused, client mock-server"],
  },
  {
    given: "a path's parameter that is refused",
    from: "description: Which order.\n        schema: { type: string }",
    to: "description: Which order.\n        schema: { type: integer }",
    want: ["get", "delete"].map(
      (method) => `${method.toUpperCase()} /orders/{id}: a call that was an example is refused, client mock-server`,
    ),
  },
])("it sees $given", async ({ from, to, want }) => {
  const findings = await mockDiff(spec(), spec(from, to));
  expect(findings.map(({ subject, text, packages }) => `${subject}: ${text}, ${packages.join(" ")}`)).toEqual(want);
});
