import { expect, test } from "vitest";
import { parse } from "yaml";
import { serveSpec } from "../../test/serve-spec.ts";
import { compileSpec } from "./compile-spec.ts";
import { upgrade } from "./upgrade.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const S = { type: "string" };
const I = { type: "integer" };
/** JSON Schema's keyword. */
const THEN = "then";
const having = (name: string, schema: object) => ({ required: [name], properties: { [name]: schema } });

/** What `POST /NAME` is answered, which takes and gives a value of the schema NAME. */
function serve(schemas: object, openapi = "3.1.0") {
  const content = (name: string) => ({ content: { "application/json": { schema: ref(name) } } });
  const names = Object.keys(schemas);
  const paths = names.map((name) => [
    `/${name}`,
    { post: { requestBody: content(name), responses: { 200: { description: "", ...content(name) } } } },
  ]);
  const api = serveSpec(compileSpec({ openapi, paths: Object.fromEntries(paths), components: { schemas } }));
  return async (name: string, body: unknown) => {
    const headers = { "Content-Type": "application/json" };
    const init = { method: "POST", headers, body: JSON.stringify(body) };
    const response = await api.fetch(`${api.baseUrl}/${name}`, init);
    if (response.ok) return { sample: await response.json() };
    const { status } = response;
    return { status, message: status === 400 ? (await response.json()).message : await response.text() };
  };
}

const CAT = { kind: "cat", lives: 9 };
const DOG = { kind: "dog", bark: "woof" };
const CHILDREN = {
  Cat: { allOf: [ref("Pet"), { type: "object", ...having("lives", I) }] },
  Dog: { allOf: [ref("Pet"), { type: "object", ...having("bark", S) }] },
};
const PET = { type: "object", ...having("kind", S) };
const mapping = { cat: "#/components/schemas/Cat", dog: "Dog" };

test.each<{ readonly Pet: object; readonly version?: string; readonly cat?: string; readonly dog?: string }>([
  { Pet: { ...PET, oneOf: [ref("Cat"), ref("Dog")] } },
  { Pet: { ...PET, anyOf: [ref("Cat"), ref("Dog")] } },
  { Pet: { ...PET, allOf: [{ oneOf: [ref("Cat"), ref("Dog")] }] } },
  {
    Pet: { ...PET, discriminator: { propertyName: "kind", mapping }, oneOf: [ref("Cat"), ref("Dog")] },
    version: "3.0.3",
    cat: "cat",
    dog: "dog",
  },
])(
  "takes a parent for one of its children, and each child for the parent: $Pet",
  async ({ Pet, version, cat = "string", dog = "string" }) => {
    const call = serve({ Pet, ...CHILDREN }, version);
    for (const name of ["Pet", "Cat"]) {
      expect(await call(name, CAT)).toEqual({ sample: { kind: cat, lives: 0 } });
      expect(await call(name, { lives: 9 })).toEqual({
        status: 400,
        message: "Request body: the value must have required property 'kind'.",
      });
      expect(await call(name, { kind: "cat", lives: "9" })).toMatchObject({
        status: 400,
        message: expect.stringMatching(/^Request body: \/lives must be integer\b/),
      });
    }
    expect(await call("Pet", DOG)).toHaveProperty("sample");
    expect(await call("Dog", DOG)).toEqual({ sample: { kind: dog, bark: "string" } });
    const misnamed = cat === CAT.kind ? "; /kind must be equal to one of the allowed values" : "";
    expect(await call("Cat", DOG)).toEqual({
      status: 400,
      message: `Request body: the value must have required property 'lives'${misnamed}.`,
    });
  },
);

test("takes a child for itself, though it would do for another, but a parent for exactly one", async () => {
  const call = serve({
    Pet: { ...PET, oneOf: [ref("Cat"), ref("Alias")] },
    Alias: ref("Dog"),
    Cat: { allOf: [ref("Pet")], properties: { lives: I } },
    Dog: { allOf: [ref("Pet")], properties: { bark: S } },
  });
  for (const [name, body] of [
    ["Cat", CAT],
    ["Dog", DOG],
    ["Alias", DOG],
  ] as const)
    expect(await call(name, body)).toHaveProperty("sample");
  expect(await call("Dog", { ...DOG, bark: 1 })).toEqual({
    status: 400,
    message: "Request body: /bark must be string.",
  });
  expect(await call("Pet", CAT)).toMatchObject({ message: expect.stringContaining("exactly one schema in oneOf") });
});

test("knows a parent's properties by any way to it, where no others are allowed", async () => {
  const call = serve({
    Living: { properties: { born: S } },
    Pet: { ...PET, allOf: [ref("Living")], anyOf: [ref("Alias")] },
    Alias: ref("Cat"),
    Cat: { allOf: [ref("Up")], properties: { lives: I }, unevaluatedProperties: false },
    Up: { ...ref("Pet"), description: "What stands beside a reference counts.", required: ["lives"] },
  });
  for (const name of ["Pet", "Alias", "Cat", "Up"]) {
    expect(await call(name, { ...CAT, born: "x" })).toHaveProperty("sample");
    for (const body of [DOG, { ...CAT, ...DOG }, { kind: "cat" }, { ...CAT, born: 1 }])
      expect([name, body, await call(name, body)]).toMatchObject([name, body, { status: 400 }]);
  }
});

test("holds a grandchild against all that it comes from, wherever it is listed, and no schema twice", async () => {
  const call = serve({
    Pet: { ...PET, oneOf: [ref("Cat"), ref("Lion")] },
    Cat: { allOf: [ref("Pet"), having("lives", I)], oneOf: [ref("Lion"), ref("Tom")] },
    Lion: { allOf: [ref("Cat"), having("mane", S)] },
    Tom: { allOf: [ref("Cat"), having("home", S)] },
  });
  const lion = { ...CAT, mane: "red" };
  const tom = { ...CAT, home: "here" };
  for (const [name, body] of [
    ["Lion", lion],
    ["Tom", tom],
    ["Cat", lion],
    ["Pet", tom],
  ] as const)
    expect(await call(name, body)).toHaveProperty("sample");
  const { kind, ...unkind } = lion;
  const { lives, ...dead } = lion;
  for (const [name, body] of [
    ["Lion", tom],
    ["Lion", unkind],
    ["Lion", dead],
    ["Tom", lion],
    ["Cat", CAT],
    ["Pet", CAT],
    ["Pet", lion],
  ] as const)
    expect([name, body, await call(name, body)]).toMatchObject([name, body, { status: 400 }]);
});

test("holds properties and items of schemas that are each other's parts against the whole", async () => {
  const call = serve({
    Pet: {
      ...PET,
      properties: { kind: S, friends: { type: "array", items: ref("Pet") } },
      oneOf: [ref("Cat"), ref("Dog")],
    },
    ...CHILDREN,
  });
  expect(await call("Pet", { ...CAT, friends: [DOG, { ...CAT, friends: [DOG] }] })).toEqual({
    sample: { kind: "string", friends: [], lives: 0 },
  });
  expect(await call("Cat", { ...CAT, friends: [{ ...DOG, friends: [{ kind: "cow" }] }] })).toMatchObject({
    message: expect.stringMatching(/^Request body: \/friends\/0\/friends\/0 must have required property 'lives';/),
  });
});

test.each<{ readonly schemas: object; readonly good: unknown; readonly bad: readonly unknown[] }>([
  { schemas: { A: { allOf: [ref("B")], minimum: 1 }, B: { allOf: [ref("A")], maximum: 5 } }, good: 3, bad: [0, 6] },
  { schemas: { A: { not: ref("B"), minimum: 1 }, B: { maximum: 5, not: { not: ref("A") } } }, good: 6, bad: [0, 3] },
  {
    schemas: { A: { ...PET, dependentSchemas: { bark: ref("B") } }, B: { allOf: [ref("A")], properties: { bark: S } } },
    good: DOG,
    bad: [{ bark: "woof" }, { ...DOG, bark: 1 }],
  },
  {
    schemas: { A: { type: "integer", if: { maximum: 9 }, else: { allOf: [ref("A")], multipleOf: 5 } } },
    good: 10,
    bad: [11, "1"],
  },
  { schemas: { A: { anyOf: [I, { allOf: [ref("A")], type: "string" }] } }, good: 1, bad: [null] },
  {
    schemas: { A: { ...I, if: { maximum: 9, allOf: [ref("A")] }, else: { multipleOf: 5 } } },
    good: 10,
    bad: [11, "1"],
  },
  {
    schemas: { A: { ...I, if: { minimum: 9 }, [THEN]: { multipleOf: 5, allOf: [ref("A")] } } },
    good: 10,
    bad: [11, "1"],
  },
  { schemas: { A: { ...ref("B"), allOf: [{ minimum: 1 }] }, B: { allOf: [ref("A"), I] } }, good: 1, bad: [0, "1"] },
  { schemas: { A: { anyOf: [ref("A"), I], type: "string" } }, good: "x", bad: [1] },
  {
    schemas: { A: { ...ref("B"), minimum: 1 }, B: { oneOf: [{ allOf: [ref("A")], type: "integer" }] } },
    good: 2,
    bad: [0, 1.5],
  },
])("a reference back to what is being evaluated asks for nothing more: $schemas", async ({ schemas, good, bad }) => {
  const call = serve(schemas);
  const names = Object.keys(schemas).filter((name) => name === "A" || "allOf" in Reflect.get(schemas, name));
  for (const name of names) {
    expect([name, await call(name, good)]).toMatchObject([name, { sample: expect.anything() }]);
    for (const body of bad) expect([name, body, await call(name, body)]).toMatchObject([name, body, { status: 400 }]);
  }
});

test("a reference to a part of a schema leads to all that this part asks for", async () => {
  const schemas = {
    Pet: { ...PET, oneOf: [{ allOf: [ref("Pet"), having("lives", I)] }, ref("Dog")] },
    Cat: { $ref: "#/components/schemas/Pet/oneOf/0" },
    Dog: CHILDREN.Dog,
  };
  const call = serve(schemas);
  for (const name of ["Pet", "Cat"]) {
    expect(await call(name, CAT)).toEqual({ sample: { kind: "string", lives: 0 } });
    expect(await call(name, { lives: 9 })).toHaveProperty("status", 400);
  }
  expect(await call("Cat", DOG)).toHaveProperty("status", 400);
});

const ALIASED_SCHEMA = `
paths:
  /x:
    post:
      requestBody:
        content: {application/json: {schema: &pet {required: [kind], anyOf: [{allOf: [*pet], required: [lives]}]}}}
      responses: {204: {description: ""}}
`;
const ALIASED_OPERATION = `
components: {schemas: {Pet: {required: [kind], anyOf: [{allOf: [$ref: "#/components/schemas/Pet"], required: [lives]}]}}}
paths:
  /x:
    post: &x
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
      responses: {204: {description: ""}}
      callbacks: {again: {"{$request.body#/url}": {post: *x}}}
`;

test.each([ALIASED_SCHEMA, ALIASED_OPERATION])("serves what YAML's aliases make a part of itself: %s", async (yaml) => {
  const { fetch, baseUrl } = serveSpec(compileSpec(parse(`openapi: 3.1.0${yaml}`)));
  const send = async (body: object) => {
    const headers = { "Content-Type": "application/json" };
    return (await fetch(`${baseUrl}/x`, { method: "POST", headers, body: JSON.stringify(body) })).status;
  };
  expect(await Promise.all([CAT, { kind: "cat" }, { lives: 9 }].map(send))).toEqual([204, 400, 400]);
});

test("leaves to the other direction what is only read, in a child and in its parent", async () => {
  const call = serve({
    Pet: { required: ["id"], properties: { id: { ...I, readOnly: true } }, oneOf: [ref("Cat")] },
    Cat: { allOf: [ref("Pet"), having("lives", I)] },
  });
  for (const name of ["Pet", "Cat"]) expect(await call(name, { lives: 9 })).toEqual({ sample: { id: 0, lives: 0 } });
});

test("reads text by schemas that are each other's parts", async () => {
  const schemas = {
    Pet: { ...PET, oneOf: [ref("Cat")] },
    Cat: { allOf: [ref("Pet"), having("lives", I)] },
    Numbers: { anyOf: [I, { allOf: [ref("Numbers")], type: "array", items: I }] },
  };
  const parameters = { Pet: { name: "pet", in: "query", style: "deepObject", explode: true, schema: ref("Pet") } };
  const get = {
    parameters: [
      { $ref: "#/components/parameters/Pet" },
      { name: "n", in: "query", schema: { $ref: "#/components/schemas/Numbers" } },
    ],
    responses: { 204: { description: "" } },
  };
  const { fetch, baseUrl } = serveSpec(
    compileSpec({ openapi: "3.0.3", paths: { "/x": { get } }, components: { schemas, parameters } }),
  );
  const statusOf = async (search: string) => (await fetch(`${baseUrl}/x?${search}`)).status;
  const good = ["pet[kind]=1&pet[lives]=9", "n=1", "n=1&n=2"];
  expect(await Promise.all(good.map(statusOf))).toEqual([204, 204, 204]);
  expect(await Promise.all(["pet[kind]=1&pet[lives]=many", "n=x", "n=1&n=x"].map(statusOf))).toEqual([400, 400, 400]);
});

test("says at a call that a part of such a schema refers to nothing, and serves the others", async () => {
  const call = serve({ Pet: { allOf: [ref("Nothing")], oneOf: [ref("Cat")] }, Cat: { allOf: [ref("Pet")] }, N: I });
  expect(await call("N", 1)).toEqual({ sample: 0 });
  expect(await call("Cat", 1)).toEqual({ status: 500, message: "#/components/schemas/Nothing leads nowhere." });
});

test("ends where many schemas are all parts of each other", async () => {
  const names = Array.from({ length: 9 }, (_, index) => `S${index}`);
  const call = serve(Object.fromEntries(names.map((name) => [name, { type: "integer", allOf: names.map(ref) }])));
  expect(await call("S0", 1)).toEqual({ sample: 0 });
  expect(await call("S0", "x")).toHaveProperty("status", 400);
});

test("leaves a document as it is in which no schema is a part of itself", () => {
  const schemas = {
    Tree: { properties: { left: ref("Tree"), any: { items: ref("Leaf") } } },
    Leaf: { oneOf: [S, ref("N")] },
    N: I,
  };
  const document = { openapi: "3.1.0", info: { title: "Test", version: "1" }, components: { schemas } };
  expect(upgrade(document)).toBe(document);
});
