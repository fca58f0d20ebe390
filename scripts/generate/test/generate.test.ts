import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";

const ROOT = join(import.meta.dirname, "../../..");
const SPEC = "openapi/phone-number.yaml";
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
    remove: (path: string) => rmSync(join(root, path)),
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
  "packages/mock-server/src/generated/control-schema.gen.ts",
  "packages/mock-server/src/generated/control-api.gen.ts",
  "packages/mock-server/src/generated/control-validators.gen.ts",
  "openapi/operations.gen.ts",
  "packages/client/src/generated/contract.gen.ts",
  "packages/client/src/generated/media-types.gen.ts",
  "packages/client/src/generated/phone-number.gen.yaml",
  "packages/client/src/generated/schema.gen.ts",
  "packages/client/src/generated/spec.gen.ts",
  "packages/mock-server/src/generated/operations.gen.ts",
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
      handle({ method: "POST", pathname, search: "", headers: { "content-type": "application/json", ...headers }, readBytes: async () => new TextEncoder().encode(JSON.stringify(body)) });
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

/** In the description, the place where a text first stands: `line:column` of its first line. */
function placeOf(text: string): string {
  const before = readFileSync(join(ROOT, SPEC), "utf8").split(text)[0]?.split("\n") ?? [];
  return `${SPEC}:${before.length}:`;
}

test.each([
  {
    given: "an example that breaks its schema",
    from: "expires_in: 300 }",
    to: "expires_in: soon }",
    want: "`expires_in` property type must be integer",
  },
  {
    given: "a reference that leads nowhere",
    from: '$ref: "#/components/schemas/AccessToken"',
    to: '$ref: "#/components/schemas/Nothing"',
    want: 'Can\'t resolve $ref: $ref: "#/components/schemas/Nothing"',
  },
  { given: "a security scheme that is not described", from: "- m800Auth: []", to: "- apiKey: []", want: "`apiKey`" },
  { given: "a type that there is not", from: "type: integer", to: "type: integr", want: "`type` can be one of" },
  { given: "a misspelt section", from: "paths:\n", to: "pathz:\n", want: "`pathz` is not expected here" },
  {
    given: "a pattern that does not compile",
    from: "pattern: ^[A-Z]{2,3}$",
    to: 'pattern: "^[A-Z"',
    want: "The pattern is no regular expression: ^[A-Z",
  },
  {
    given: "an alias inside its own anchor",
    from: "Country:\n      type: object",
    to: "Country: &country\n      not: *country\n      type: object",
    want: "The alias *country stands inside what it stands for",
    lines: 1,
  },
  { given: "broken YAML", from: "title: M800", to: "title: [M800", want: "at 5:", lines: null },
  ...["3.2.0", "2.0", "13.0"].map((version) => ({
    given: `OpenAPI ${version}`,
    from: "openapi: 3.1.0",
    to: `openapi: ${version}`,
    want: "The document is not OpenAPI 3.0 or 3.1",
    lines: null,
  })),
  {
    given: "an undeclared path parameter",
    from: "  /countries:",
    to: "  /countries/{id}:",
    want: "does not define the path parameter `{id}`",
    lines: 2,
  },
  {
    given: "an operation without operationId",
    from: "      operationId: listCountries\n",
    to: "",
    want: "should contain `operationId`",
    lines: -1,
  },
])("given $given it fails, says where, and writes nothing", ({ from, to, want, lines = 0 }) => {
  const copy = workCopy();
  copy.edit(SPEC, from, to);
  for (const { status, stderr } of [copy.generate()]) {
    expect(status).toBe(1);
    expect(stderr).toContain(want);
    const [file, line] = placeOf(from).split(":");
    expect(stderr).toContain(lines === null ? `${file}: ` : `${file}:${Number(line) + lines}:`);
    expect(stderr).not.toContain("    at ");
  }
  for (const path of GENERATED) expect(copy.read(path)).toBe(readFileSync(join(ROOT, path), "utf8"));
});

test("given a header example that breaks its schema it fails, and names it", () => {
  const copy = workCopy();
  copy.edit(SPEC, "example: M800Auth", "example: Basic");
  expect(copy.generate().stderr).toContain('header.WWW-Authenticate: the example "example" does not fit its schema');
});

test("a list of another shape is told by the file to edit, and takes an edit of its template", () => {
  const copy = workCopy();
  copy.edit(SPEC, "        code:\n          type: string\n", "        iso:\n          type: string\n");
  copy.edit(SPEC, "required: [code, name, prefix]", "required: [iso, name, prefix]");
  const { status, stderr } = copy.generate();
  expect(status).toBe(1);
  expect(stderr).toContain("writes this file from countries.yaml beside it: edit that.");
  expect(stderr.trimEnd().split("\n").length).toBeLessThanOrEqual(21);
  copy.edit("openapi/examples/countries.yaml", "code:", "iso:");
  expect(copy.generate()).toMatchObject({ status: 0, stderr: "" });
  expect(JSON.parse(copy.read("openapi/examples/countries.gen.json")).value.countries[0]).toHaveProperty("iso");
});

test("a description in files is published as one", () => {
  const copy = workCopy();
  const document = parse(copy.read(SPEC));
  const { Country } = document.components.schemas;
  document.components.schemas.Country = { $ref: "./country.yaml" };
  copy.write("openapi/country.yaml", stringify(Country));
  copy.write(SPEC, stringify(document));
  expect(copy.generate()).toMatchObject({ status: 0, stderr: "" });
  const published = copy.read("packages/client/src/generated/phone-number.gen.yaml");
  expect(published.match(/\$ref: *["']?[^"'#\s]/)).toBeNull();
  expect(published).toContain("Hong Kong");
  expect(copy.read(SCHEMA)).toContain("prefix: string");
});

test("a description in JSON gives what the same in YAML gives, and two are refused", () => {
  const copy = workCopy();
  const json = "openapi/phone-number.json";
  copy.write(json, JSON.stringify(parse(copy.read(SPEC))));
  expect(copy.generate().stderr).toContain(`There are both ${SPEC} and ${json}: delete one.`);
  copy.remove(SPEC);
  expect(copy.generate()).toMatchObject({ status: 0, stderr: "" });
  for (const path of GENERATED) {
    expect(copy.read(path).replaceAll(json, SPEC)).toBe(readFileSync(join(ROOT, path), "utf8"));
  }
});

test("a description in OpenAPI 3.0 means by its own words what they mean there", () => {
  const copy = workCopy();
  copy.edit(SPEC, "openapi: 3.1.0", "openapi: 3.0.3");
  copy.edit(SPEC, "  summary: Phone numbers for sale, country by country.\n", "");
  copy.edit(SPEC, "    identifier: MIT\n", "");
  copy.write(SPEC, copy.read(SPEC).replaceAll(/^ +examples: \[.*\n/gm, ""));
  copy.edit(
    SPEC,
    "          type: integer\n          minimum: 1\n",
    "          type: integer\n          minimum: 0\n          exclusiveMinimum: true\n",
  );
  copy.edit(
    SPEC,
    "        prefix:\n          type: string\n",
    "        prefix:\n          type: string\n          nullable: true\n",
  );
  expect(copy.generate()).toMatchObject({ status: 0, stderr: "" });
  expect(copy.read(SCHEMA)).toContain("prefix: string | null;");
  expect(copy.read("packages/mock-server/src/generated/validators.gen.ts")).toContain("exclusiveMinimum");
});
