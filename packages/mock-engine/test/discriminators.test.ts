import { expect, test } from "vitest";
import { compileSpec } from "../src/compile/compile-spec.ts";
import { serveSpec } from "./serve-spec.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const S = { type: "string" };
const I = { type: "integer" };
const BY_KIND = { propertyName: "kind" };
const mapping = { cat: "#/components/schemas/Cat", dog: "Dog" };

/** What `POST /pets` is answered, which takes and gives a pet. */
function serve(schemas: Readonly<Record<string, object>>, pet: object = ref("Pet")) {
  const content = { "application/json": { schema: pet } };
  const post = { requestBody: { required: true, content }, responses: { 200: { description: "", content } } };
  const api = serveSpec(compileSpec({ openapi: "3.0.3", paths: { "/pets": { post } }, components: { schemas } }));
  return async (body: unknown) => {
    const init = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
    const response = await api.fetch(`${api.baseUrl}/pets`, init);
    return response.ok ? response.json() : response.status;
  };
}

const OPEN = {
  Cat: { type: "object", required: ["kind"], properties: { kind: S, lives: I } },
  Dog: { type: "object", required: ["kind"], properties: { kind: S, bark: S } },
};
const CHOICE = [ref("Cat"), ref("Dog")];

test.each([
  { title: "by a mapping", Pet: { oneOf: CHOICE, discriminator: { ...BY_KIND, mapping } }, names: ["cat", "dog"] },
  { title: "any of them", Pet: { anyOf: CHOICE, discriminator: { ...BY_KIND, mapping } }, names: ["cat", "dog"] },
  { title: "by the schemas' names", Pet: { oneOf: CHOICE, discriminator: BY_KIND }, names: ["Cat", "Dog"] },
  {
    title: "by a mapping that is left empty",
    Pet: { oneOf: CHOICE, discriminator: { ...BY_KIND, mapping: null } },
    names: ["Cat", "Dog"],
  },
  {
    title: "by a mapping of one of them",
    Pet: { oneOf: CHOICE, discriminator: { ...BY_KIND, mapping: { cat: "Cat", bird: "#/components/schemas/None" } } },
    names: ["cat", "Dog"],
  },
])("a discriminator tells open schemas apart, $title", async ({ Pet, names: [cat, dog] }) => {
  const call = serve({ ...OPEN, Pet });
  const sample = { kind: cat, lives: 0 };
  expect(await call({ kind: cat, lives: 9 })).toEqual(sample);
  expect(await call({ kind: dog, lives: "as a dog, I have what I like" })).toEqual(sample);
  expect(await call({ kind: cat, lives: "nine" })).toBe(400);
  for (const kind of ["bird", "schemas", "Pet"]) expect(await call({ kind })).toBe(400);
});

test("names that the schemas have themselves count before those of the document", async () => {
  const of = (kind: object) => ({ type: "object", required: ["kind"], properties: { kind } });
  const Kind = { type: "string", enum: ["feline"] };
  const Pet = { oneOf: CHOICE, discriminator: BY_KIND };
  const call = serve({ Cat: of(ref("Kind")), Dog: of({ const: "canine" }), Kind, Pet });
  expect(await call({ kind: "canine" })).toEqual({ kind: "feline" });
  expect(await call({ kind: "Cat" })).toBe(400);

  const both = of({ enum: ["Cat", "Dog"] });
  const shared = serve({ Cat: both, Dog: both, Pet });
  expect(await shared({ kind: "Dog" })).toEqual({ kind: "Cat" });
});

const child = (parent: string, own: object) => ({ allOf: [ref(parent), { type: "object", properties: own }] });

test("a child has the names that its parent's mapping gives it and its own children", async () => {
  const schemas = {
    Pet: { type: "object", required: ["kind"], properties: { kind: S }, discriminator: { ...BY_KIND, mapping } },
    Cat: child("Pet", { lives: I }),
    Dog: child("Cat", { bark: S }),
  };
  expect(await serve(schemas, ref("Cat"))({ kind: "dog" })).toEqual({ kind: "cat", lives: 0 });
  const call = serve(schemas, ref("Dog"));
  expect(await call({ kind: "dog" })).toEqual({ kind: "dog", lives: 0, bark: "string" });
  expect(await call({ kind: "cat" })).toBe(400);
  expect(await serve(schemas, { oneOf: [ref("Dog"), child("Pet", { fins: I })] })({ kind: "dog", bark: 1 })).toEqual({
    kind: "string",
    fins: 0,
  });
});

test("a child whose parent has no mapping may have any name, and be told apart by nothing else", async () => {
  const schemas = {
    Pet: { type: "object", required: ["kind"], discriminator: BY_KIND },
    Cat: child("Pet", { lives: I }),
    Dog: child("Pet", { bark: S }),
  };
  const call = serve(schemas, { oneOf: CHOICE });
  expect(await call({ kind: "kitten", lives: 9 })).toEqual({ kind: "Cat", lives: 0 });
  expect(await call({ kind: "kitten", lives: "9", bark: 1 })).toBe(400);
  expect(await call({})).toBe(400);
});

test("children of several parents are told apart as if none had a discriminator", async () => {
  const parent = () => ({ type: "object", required: ["kind"], discriminator: { ...BY_KIND } });
  const schemas = { Pet: parent(), Car: parent(), Cat: child("Pet", { lives: I }), Van: child("Car", { load: I }) };
  const call = serve(schemas, { oneOf: [ref("Cat"), ref("Van")] });
  expect(await call({ kind: "any" })).toBe(400);
  expect(await call({ kind: "any", load: "full" })).toEqual(expect.anything());
});

test.each([
  { Pet: { ...OPEN.Cat, discriminator: "kind" } },
  { Pet: { oneOf: [ref("Cat")], discriminator: {} } },
  { Pet: { allOf: [ref("Cat")], discriminator: BY_KIND, additionalProperties: true } },
  { Pet: { oneOf: [OPEN.Cat, ref("Dog")], discriminator: BY_KIND }, want: { kind: "string", lives: 0 } },
])("a discriminator that tells nothing changes nothing: $Pet", async ({ Pet, want = { kind: "string", lives: 0 } }) => {
  expect(await serve({ ...OPEN, Pet })({ kind: "any" })).toEqual(want);
});
