import { expect, test } from "vitest";
import { frozenCopy, GENERATED, readFrozen, SPEC } from "./work-copy.ts";

/** In the description, the place where a text first stands: `line:column` of its first line. */
function placeOf(text: string): string {
  const before = readFrozen(SPEC).split(text)[0]?.split("\n") ?? [];
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
    from: '$ref: "#/components/schemas/Session"',
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
    from: "Place:\n      type: object",
    to: "Place: &place\n      not: *place\n      type: object",
    want: "The alias *place stands inside what it stands for",
    lines: 1,
  },
  { given: "broken YAML", from: "title: A frozen", to: "title: [A frozen", want: "at 5:", lines: null },
  ...["3.2.0", "2.0", "13.0"].map((version) => ({
    given: `OpenAPI ${version}`,
    from: "openapi: 3.1.0",
    to: `openapi: ${version}`,
    want: "The document is not OpenAPI 3.0 or 3.1",
    lines: null,
  })),
  {
    given: "an undeclared path parameter",
    from: "  /places:",
    to: "  /places/{id}:",
    want: "does not define the path parameter `{id}`",
    lines: 2,
  },
  {
    given: "an operation without operationId",
    from: "      operationId: listPlaces\n",
    to: "",
    want: "should contain `operationId`",
    lines: -1,
  },
])("given $given it fails, says where, and writes nothing", ({ from, to, want, lines = 0 }) => {
  const copy = frozenCopy();
  copy.edit(SPEC, from, to);
  for (const { status, stderr } of [copy.generate()]) {
    expect(status).toBe(1);
    expect(stderr).toContain(want);
    const [file, line] = placeOf(from).split(":");
    expect(stderr).toContain(lines === null ? `${file}: ` : `${file}:${Number(line) + lines}:`);
    expect(stderr).not.toContain("    at ");
  }
  for (const path of GENERATED) expect(copy.read(path)).toBe(readFrozen(path));
});

test("given a header example that breaks its schema it fails, and names it", () => {
  const copy = frozenCopy();
  copy.edit(SPEC, "example: M800Auth", "example: Basic");
  expect(copy.generate().stderr).toContain('header.WWW-Authenticate: the example "example" does not fit its schema');
});
