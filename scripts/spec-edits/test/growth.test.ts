import { expect, test } from "vitest";
import { createWorkCopy } from "../src/create-work-copy.ts";
import { type Edit, editSpec } from "../src/edit-spec.ts";

const fine = { status: 0, output: expect.any(String) };

const CURRENCY: Edit = {
  at: ["components", "schemas", "Country", "properties", "currency"],
  to: { type: "string", description: "ISO 4217 code." },
};

const LIST_NUMBERS: Edit = {
  at: ["paths", "/countries/{code}/numbers"],
  to: {
    get: {
      operationId: "listNumbers",
      summary: "List numbers",
      description: "Lists the numbers of a country.",
      tags: ["Countries"],
      parameters: [
        { name: "code", in: "path", required: true, description: "Which.", schema: { type: "string", minLength: 2 } },
      ],
      responses: {
        "200": {
          description: "The numbers.",
          "x-assumed": "Nothing of it is documented.",
          content: { "application/json": { schema: { type: "array", items: { type: "string" } } } },
        },
        "400": { $ref: "#/components/responses/BadRequest" },
        "401": { $ref: "#/components/responses/BadRequest" },
      },
    },
  },
};

test("an optional field and an operation by CONTRIBUTING's steps leave types, suites and tools green", async () => {
  const copy = createWorkCopy();
  editSpec(copy, [CURRENCY, LIST_NUMBERS]);
  expect(await copy.run(["scripts/generate/src/lint-spec.ts"])).toEqual(fine);
  expect(await copy.generate()).toEqual(fine);
  expect(await copy.build()).toEqual(fine);
  for (const folder of ["packages/client", "packages/auth", "packages/mock-server", "scripts/verify-live"]) {
    expect([folder, await copy.run(["node_modules/typescript/bin/tsc"], { folder })]).toEqual([folder, fine]);
  }
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--reporter=dot"];
  const suites = {
    "packages/client": [],
    "packages/mock-server": ["--project=msw 2", "src"],
    "scripts/verify-live": ["src"],
  };
  for (const [folder, args] of Object.entries(suites)) {
    expect([folder, await copy.run([...vitest, ...args], { folder })]).toEqual([folder, fine]);
  }
});
