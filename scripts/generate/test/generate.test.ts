import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");
const SCHEMA = "packages/client/src/generated/schema.gen.ts";

/** A copy of what `generate` reads and writes, in a folder with a space in its name, and a way to run it there. */
function workCopy() {
  const root = join(mkdtempSync(join(tmpdir(), "m800 generate ")), "copy");
  for (const path of ["openapi", "packages/client", "packages/mock-server", "scripts/generate"]) {
    cpSync(join(ROOT, path), join(root, path), {
      recursive: true,
      filter: (source) => !/node_modules|dist|\.turbo|\.vitest/.test(source.slice(ROOT.length)),
    });
    symlinkSync(join(ROOT, path, "node_modules"), join(root, path, "node_modules"), "junction");
  }
  for (const path of ["package.json", "tsconfig.base.json", "tsdown.shared.ts", "vitest.shared.ts"])
    cpSync(join(ROOT, path), join(root, path));
  symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"), "junction");

  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
    return { status, stdout, stderr };
  };
  return {
    generate: (...flags: string[]) => run("scripts/generate/src/main.ts", ...flags),
    evaluate: (code: string) => run("--input-type=module-typescript", "--eval", code),
    typecheck: (path: string) => run(join(ROOT, "node_modules/typescript/bin/tsc"), "--project", path),
    read: (path: string) => readFileSync(join(root, path), "utf8"),
    write: (path: string, content: string) => writeFileSync(join(root, path), content),
    append: (path: string, content: string) => appendFileSync(join(root, path), content),
    edit(path: string, from: string, to: string) {
      const content = this.read(path);
      expect(content).toContain(from);
      this.write(path, content.replace(from, to));
    },
  };
}

const GENERATED = [
  "openapi/examples/countries.gen.json",
  "packages/client/src/generated/contract.gen.ts",
  "packages/client/src/generated/schema.gen.ts",
  "packages/client/src/generated/spec.gen.ts",
  "packages/mock-server/src/generated/schema.gen.ts",
  "packages/mock-server/src/generated/spec.gen.ts",
  "packages/mock-server/src/generated/api.gen.ts",
  "packages/mock-server/src/generated/validators.gen.ts",
];

test("what is committed is what the spec gives, byte for byte", () => {
  const copy = workCopy();
  expect(copy.generate("--check")).toEqual({ status: 0, stdout: "", stderr: "" });
  for (const path of GENERATED) copy.write(path, "");
  copy.write("openapi/examples/countries.gen.json", "{}");
  expect(copy.generate().status).toBe(0);
  for (const path of GENERATED) expect(copy.read(path)).toBe(readFileSync(join(ROOT, path), "utf8"));
});

test("comments in the spec change nothing", () => {
  const copy = workCopy();
  copy.append("openapi/phone-number.yaml", "# a remark\n");
  expect(copy.generate("--check").status).toBe(0);
});

test("the check names every stale file, and the command, and changes nothing", () => {
  const copy = workCopy();
  const tampered = new Map(GENERATED.map((path) => [path, copy.read(path).replace("e", "E")]));
  for (const [path, content] of tampered) copy.write(path, content);
  const { status, stderr } = copy.generate("--check");
  expect(status).toBe(1);
  expect(stderr.split("\n")).toEqual([
    ...GENERATED,
    "They are not what the spec gives. Run `pnpm generate` and commit the result.",
    "",
  ]);
  for (const [path, content] of tampered) expect(copy.read(path)).toBe(content);
});

test("the README counts the marks of assumptions, and is stale when one is gone", () => {
  const copy = workCopy();
  const counted = () =>
    Number(/The spec holds (\d+) unconfirmed assumptions?/.exec(copy.read("openapi/README.md"))?.[1]);
  const before = counted();
  expect(before).toBe(copy.read("openapi/phone-number.yaml").match(/^ +x-assumed:/gm)?.length);
  copy.edit("openapi/phone-number.yaml", "    x-assumed: The path is not documented.\n", "");
  expect(copy.generate("--check").stderr).toContain("openapi/README.md\n");
  expect(copy.generate().status).toBe(0);
  expect(counted()).toBe(before - 1);
});

test("says what the README lacks, where the list of assumptions has no place", () => {
  const copy = workCopy();
  copy.write("openapi/README.md", "# The OpenAPI description\n");
  expect(copy.generate()).toMatchObject({ status: 1, stderr: expect.stringContaining("openapi/README.md lacks") });
});

test("the types hold no example data", () => {
  const types = readFileSync(join(ROOT, SCHEMA), "utf8");
  for (const example of ["gfvxrjvhetsfhr", "testusername", "Hong Kong", "@example"])
    expect(types).not.toContain(example);
});

test("a property or a parameter may be called example", () => {
  const copy = workCopy();
  copy.edit(
    "openapi/phone-number.yaml",
    "      required: [code, message]\n      properties:\n",
    "      required: [code, message]\n      properties:\n        example: { type: string }\n",
  );
  expect(copy.generate().stderr).toBe("");
  expect(copy.read(SCHEMA)).toMatch(/\bexample\?: string;/);
});

const ORDER_OPERATION = `
  /countries/{code}/orders:
    post:
      operationId: createOrder
      summary: Order phone numbers
      description: Orders phone numbers of a country.
      tags: [Countries]
      parameters:
        - name: code
          in: path
          required: true
          description: Where.
          schema: { type: string, pattern: "^[A-Z]{3}$" }
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [quantity]
              properties:
                quantity: { type: integer, minimum: 1, maximum: 100 }
                start: { type: string, format: date }
      responses:
        "201":
          description: Ordered.
          content:
            application/json:
              schema:
                type: object
                required: [id, quantity]
                properties:
                  id: { type: string, format: uuid }
                  quantity: { type: integer, minimum: 1 }
        "400":
          $ref: "#/components/responses/BadRequest"
`;

test("a new operation with a path parameter and a body works in client and mock, with no line by hand", () => {
  const copy = workCopy();
  copy.edit("openapi/phone-number.yaml", "\ncomponents:\n", `${ORDER_OPERATION}\ncomponents:\n`);
  expect(copy.generate()).toMatchObject({ status: 0, stderr: "" });
  expect(copy.generate("--check").status).toBe(0);

  copy.write(
    "packages/client/src/order.ts",
    `import { createRawClient } from "./create-raw-client.ts";
     const client = createRawClient({ baseUrl: "https://api.example" });
     const { data } = await client.POST("/countries/{code}/orders", { params: { path: { code: "HKG" } }, body: { quantity: 1 } });
     export const id: string | undefined = data?.id;
     // @ts-expect-error: the body needs a quantity.
     client.POST("/countries/{code}/orders", { params: { path: { code: "HKG" } }, body: {} });
    `,
  );
  expect(copy.typecheck("packages/client")).toEqual({ status: 0, stdout: "", stderr: "" });

  const { stdout, stderr } = copy.evaluate(`
    import { createMockEngine } from "./packages/mock-server/src/mock-engine.ts";
    const { handle } = createMockEngine();
    const call = (pathname, headers, body) =>
      handle({ method: "POST", pathname, search: "", headers: { "content-type": "application/json", ...headers }, readText: async () => JSON.stringify(body) });
    const issued = await call("/token", { authorization: "M800Auth test-security-token" }, { username: "testusername" });
    const authorization = "Bearer " + JSON.parse(issued.body).access_token;
    const replies = [
      await call("/countries/HKG/orders", {}, { quantity: 1 }),
      await call("/countries/HKG/orders", { authorization }, { quantity: 1, start: "2026-01-31" }),
      await call("/countries/hongkong/orders", { authorization }, { quantity: 1 }),
      await call("/countries/HKG/orders", { authorization }, { quantity: 0 }),
      await call("/countries/HKG/orders", { authorization }, { quantity: 1, start: "2026-01-32" }),
    ];
    console.log(JSON.stringify(replies.map(({ status, body }) => [status, JSON.parse(body)])));
  `);
  expect(stderr).toBe("");
  const invalid = (message: string) => [400, { code: "invalid_request", message: expect.stringContaining(message) }];
  expect(JSON.parse(stdout)).toEqual([
    [401, expect.anything()],
    [201, { id: expect.stringMatching(/^[0-9a-f-]{36}$/), quantity: expect.any(Number) }],
    invalid("/path/code must match pattern"),
    invalid("/quantity must be >= 1"),
    invalid('/start must match format "date"'),
  ]);
});

test.each([
  {
    given: "an example that breaks its schema",
    from: "expires_in: 300 }",
    to: "expires_in: soon }",
    want: 'createToken.200.application/json: the example "fiveMinutes" does not fit its schema: /expires_in must be integer.',
  },
  {
    given: "a header example that breaks its schema",
    from: "example: M800Auth",
    to: "example: Basic",
    want: 'createToken.401.header.WWW-Authenticate: the example "example" does not fit its schema',
  },
  {
    given: "a reference that leads nowhere",
    from: "schemas/AccessToken",
    to: "schemas/Nothing",
    want: "phone-number.yaml",
  },
  {
    given: "a security scheme that is not described",
    from: "- m800Auth: []",
    to: "- apiKey: []",
    want: "The security scheme apiKey is used, but components.securitySchemes lacks it.",
  },
])("given $given it fails, says where, and writes nothing", ({ from, to, want }) => {
  const copy = workCopy();
  copy.edit("openapi/phone-number.yaml", from, to);
  const { status, stderr } = copy.generate();
  expect(status).toBe(1);
  expect(stderr).toContain(want);
  expect(stderr).not.toContain("    at ");
  for (const path of GENERATED) expect(copy.read(path)).toBe(readFileSync(join(ROOT, path), "utf8"));
});
