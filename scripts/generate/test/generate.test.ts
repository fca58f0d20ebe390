import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { committedCopy, frozenCopy, GENERATED, readFrozen, SCHEMA, SPEC } from "./work-copy.ts";

test("what is committed is what the spec gives, byte for byte", () => {
  const copy = committedCopy();
  const committed = new Map(GENERATED.map((path) => [path, copy.read(path)]));
  expect(copy.generate("--check")).toEqual({ status: 0, stdout: "", stderr: "" });
  for (const path of GENERATED) copy.write(path, "");
  copy.write("openapi/examples/countries.gen.json", "{}");
  expect(copy.generate().status).toBe(0);
  for (const [path, content] of committed) expect(copy.read(path)).toBe(content);
});

test("comments in the spec change nothing", () => {
  const copy = frozenCopy();
  copy.append(SPEC, "# a remark\n");
  expect(copy.generate("--check").status).toBe(0);
});

test("the check names every stale file, and the command, and changes nothing", () => {
  const copy = frozenCopy();
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
  const copy = frozenCopy();
  const counted = () =>
    Number(/The spec holds (\d+) unconfirmed assumptions?/.exec(copy.read("openapi/README.md"))?.[1]);
  const before = counted();
  expect(before).toBe(copy.read(SPEC).match(/^ +x-assumed:/gm)?.length);
  copy.edit(SPEC, "    x-assumed: The path is made up.\n", "");
  expect(copy.generate("--check").stderr).toContain("openapi/README.md\n");
  expect(copy.generate().status).toBe(0);
  expect(counted()).toBe(before - 1);
});

test("says what the README lacks, where the list of assumptions has no place", () => {
  const copy = frozenCopy();
  copy.write("openapi/README.md", "# The OpenAPI description\n");
  expect(copy.generate()).toMatchObject({ status: 1, stderr: expect.stringContaining("openapi/README.md lacks") });
});

test("the types hold no example data", () => {
  const types = readFrozen(SCHEMA);
  for (const example of ["frozen-token", "frozen-user", "Hong Kong", "@example"]) expect(types).not.toContain(example);
});

test("a property or a parameter may be called example", () => {
  const copy = frozenCopy();
  copy.edit(
    SPEC,
    "      required: [why]\n      properties:\n",
    "      required: [why]\n      properties:\n        example: { type: string }\n",
  );
  expect(copy.generate().stderr).toBe("");
  expect(copy.read(SCHEMA)).toMatch(/\bexample\?: string;/);
});

const ORDER_OPERATION = `
  /places/{letters}/orders:
    post:
      operationId: createOrder
      summary: Order something
      description: Orders something of a place.
      tags: [Places]
      parameters:
        - name: letters
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
  const copy = frozenCopy();
  copy.edit(SPEC, "\ncomponents:\n", `${ORDER_OPERATION}\ncomponents:\n`);
  expect(copy.generate()).toMatchObject({ status: 0, stderr: "" });
  expect(copy.generate("--check").status).toBe(0);

  copy.write(
    "packages/client/src/order.ts",
    `import { createRawClient } from "./create-raw-client.ts";
     const client = createRawClient({ baseUrl: "https://api.example" });
     const { data } = await client.POST("/places/{letters}/orders", { params: { path: { letters: "HKG" } }, body: { quantity: 1 } });
     export const id: string | undefined = data?.id;
     // @ts-expect-error: the body needs a quantity.
     client.POST("/places/{letters}/orders", { params: { path: { letters: "HKG" } }, body: {} });
    `,
  );
  expect(copy.typecheck("packages/client")).toEqual({ status: 0, stdout: "", stderr: "" });

  const { stdout, stderr } = copy.evaluate(`
    import { createMockEngine } from "./packages/mock-server/src/mock-engine.ts";
    const { handle } = createMockEngine();
    const call = (pathname, headers, body) =>
      handle({ method: "POST", pathname, search: "", headers: { "content-type": "application/json", ...headers }, readBytes: async () => new TextEncoder().encode(JSON.stringify(body)) });
    const issued = await call("/sessions", { authorization: "M800Auth test-security-token" }, { username: "testusername" });
    const authorization = "Bearer " + JSON.parse(issued.body).access_token;
    const replies = [
      await call("/places/HKG/orders", {}, { quantity: 1 }),
      await call("/places/HKG/orders", { authorization }, { quantity: 1, start: "2026-01-31" }),
      await call("/places/hongkong/orders", { authorization }, { quantity: 1 }),
      await call("/places/HKG/orders", { authorization }, { quantity: 0 }),
      await call("/places/HKG/orders", { authorization }, { quantity: 1, start: "2026-01-32" }),
    ];
    console.log(JSON.stringify(replies.map(({ status, body }) => [status, JSON.parse(body)])));
  `);
  expect(stderr).toBe("");
  const invalid = (message: string) => [400, { why: expect.stringContaining(message) }];
  expect(JSON.parse(stdout)).toEqual([
    [401, expect.anything()],
    [201, { id: expect.stringMatching(/^[0-9a-f-]{36}$/), quantity: expect.any(Number) }],
    invalid("/path/letters must match pattern"),
    invalid("/quantity must be >= 1"),
    invalid('/start must match format "date"'),
  ]);
});

test("a list of another shape is told by the file to edit, and takes an edit of its template", () => {
  const copy = frozenCopy();
  copy.edit(SPEC, "        letters:\n          type: string\n", "        iso:\n          type: string\n");
  copy.edit(SPEC, "required: [letters, title, dial]", "required: [iso, title, dial]");
  const { status, stderr } = copy.generate();
  expect(status).toBe(1);
  expect(stderr).toContain("writes this file from countries.yaml beside it: edit that.");
  expect(stderr.trimEnd().split("\n").length).toBeLessThanOrEqual(21);
  copy.edit("openapi/examples/countries.yaml", "letters:", "iso:");
  expect(copy.generate()).toMatchObject({ status: 0, stderr: "" });
  expect(JSON.parse(copy.read("openapi/examples/countries.gen.json")).value.places[0]).toHaveProperty("iso");
});

test("a description in files is published as one", () => {
  const copy = frozenCopy();
  const document = parse(copy.read(SPEC));
  const { Place } = document.components.schemas;
  document.components.schemas.Place = { $ref: "./place.yaml" };
  copy.write("openapi/place.yaml", stringify(Place));
  copy.write(SPEC, stringify(document));
  expect(copy.generate()).toMatchObject({ status: 0, stderr: "" });
  const published = copy.read("packages/client/src/generated/phone-number.gen.yaml");
  expect(published.match(/\$ref: *["']?[^"'#\s]/)).toBeNull();
  expect(published).toContain("Hong Kong");
  expect(copy.read(SCHEMA)).toContain("dial: string");
});

test("a description in JSON gives what the same in YAML gives, and two are refused", () => {
  const copy = frozenCopy();
  const json = "openapi/phone-number.json";
  copy.write(json, JSON.stringify(parse(copy.read(SPEC))));
  expect(copy.generate().stderr).toContain(`There are both ${SPEC} and ${json}: delete one.`);
  copy.remove(SPEC);
  expect(copy.generate()).toMatchObject({ status: 0, stderr: "" });
  for (const path of GENERATED) {
    expect(copy.read(path).replaceAll(json, SPEC)).toBe(readFrozen(path));
  }
});

test("a description in OpenAPI 3.0 means by its own words what they mean there", () => {
  const copy = frozenCopy();
  copy.edit(SPEC, "openapi: 3.1.0", "openapi: 3.0.3");
  copy.edit(SPEC, "  summary: What the tests of the generator edit.\n", "");
  copy.edit(SPEC, "    identifier: MIT\n", "");
  copy.write(SPEC, copy.read(SPEC).replaceAll(/^ +examples: \[.*\n/gm, ""));
  copy.edit(
    SPEC,
    "          type: integer\n          minimum: 1\n",
    "          type: integer\n          minimum: 0\n          exclusiveMinimum: true\n",
  );
  copy.edit(
    SPEC,
    "        dial:\n          type: string\n",
    "        dial:\n          type: string\n          nullable: true\n",
  );
  expect(copy.generate()).toMatchObject({ status: 0, stderr: "" });
  expect(copy.read(SCHEMA)).toContain("dial: string | null;");
  expect(copy.read("packages/mock-server/src/generated/validators.gen.ts")).toContain("exclusiveMinimum");
});
