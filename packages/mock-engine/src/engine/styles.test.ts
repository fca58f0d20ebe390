import { expect, test } from "vitest";
import { serveSpec } from "../../test/serve-spec.ts";
import { compileSpec } from "../compile/compile-spec.ts";

/** An API of one operation, and a way to call it. */
function serve(path: string, parameters: readonly object[]) {
  const get = { operationId: "paint", parameters, responses: { 204: { description: "" } } };
  const api = serveSpec(compileSpec({ openapi: "3.1.0", paths: { [path]: { get } } }));
  return {
    requests: api.requests,
    call: (target: string, headers: Record<string, string> = {}) => api.fetch(api.baseUrl + target, { headers }),
  };
}

// The examples of the OpenAPI specification, version 3.1.1, section 4.8.12.4.
const ARRAY = { type: "array", items: { type: "string" } };
const RGB = { R: { type: "integer" }, G: { type: "integer" }, B: { type: "integer" } };
const OBJECT = { type: "object", properties: RGB, required: ["R", "G", "B"], additionalProperties: false };
test.each([
  { style: "matrix", explode: false, place: "path", schema: { type: "string" }, sent: ";color=blue", want: "blue" },
  { style: "matrix", explode: false, place: "path", schema: ARRAY, sent: ";color=blue,black,brown" },
  { style: "matrix", explode: false, place: "path", schema: OBJECT, sent: ";color=R,100,G,200,B,150" },
  { style: "matrix", explode: true, place: "path", schema: ARRAY, sent: ";color=blue;color=black;color=brown" },
  { style: "matrix", explode: true, place: "path", schema: OBJECT, sent: ";R=100;G=200;B=150" },
  { style: "label", explode: false, place: "path", schema: { type: "string" }, sent: ".blue", want: "blue" },
  { style: "label", explode: false, place: "path", schema: ARRAY, sent: ".blue,black,brown" },
  { style: "label", explode: false, place: "path", schema: OBJECT, sent: ".R,100,G,200,B,150" },
  { style: "label", explode: true, place: "path", schema: ARRAY, sent: ".blue.black.brown" },
  { style: "label", explode: true, place: "path", schema: OBJECT, sent: ".R=100.G=200.B=150" },
  { style: "simple", explode: false, place: "path", schema: ARRAY, sent: "blue,black,brown" },
  { style: "simple", explode: false, place: "path", schema: OBJECT, sent: "R,100,G,200,B,150" },
  { style: "simple", explode: true, place: "path", schema: OBJECT, sent: "R=100,G=200,B=150" },
  { style: "simple", explode: true, place: "header", schema: OBJECT, sent: "R=100,G=200,B=150" },
  { style: "form", explode: false, place: "query", schema: ARRAY, sent: "color=blue,black,brown" },
  { style: "form", explode: false, place: "query", schema: OBJECT, sent: "color=R,100,G,200,B,150" },
  { style: "form", explode: true, place: "query", schema: ARRAY, sent: "color=blue&color=black&color=brown" },
  { style: "form", explode: true, place: "query", schema: OBJECT, sent: "R=100&G=200&B=150" },
  { style: "form", explode: false, place: "cookie", schema: ARRAY, sent: "color=blue,black,brown" },
  { style: "spaceDelimited", explode: false, place: "query", schema: ARRAY, sent: "color=blue%20black%20brown" },
  {
    style: "spaceDelimited",
    explode: false,
    place: "query",
    schema: OBJECT,
    sent: "color=R%20100%20G%20200%20B%20150",
  },
  { style: "pipeDelimited", explode: false, place: "query", schema: ARRAY, sent: "color=blue%7Cblack%7Cbrown" },
  { style: "pipeDelimited", explode: false, place: "query", schema: OBJECT, sent: "color=R%7C100%7CG%7C200%7CB%7C150" },
  {
    style: "deepObject",
    explode: true,
    place: "query",
    schema: OBJECT,
    sent: "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
  },
])("reads $sent in the $place as $style, explode $explode", async ({ style, explode, place, schema, sent, want }) => {
  const name = place === "header" ? "Color" : "color";
  const parameters = [{ name, in: place, required: true, style, explode, schema }];
  const { requests, call } = serve(place === "path" ? "/{color}" : "/", parameters);
  const path = place === "path" ? `/${sent}` : place === "query" ? `/?${sent}` : "/";
  const headers: Record<string, string> =
    place === "header" ? { color: sent } : place === "cookie" ? { cookie: sent } : {};
  expect((await call(path, headers)).status).toBe(204);
  const value = schema === ARRAY ? ["blue", "black", "brown"] : { R: 100, G: 200, B: 150 };
  const group = requests()[0]?.parameters[place as "query"];
  expect(group).toEqual({ color: want ?? value });
});

test("splits a list before it decodes the items", async () => {
  const parameters = [
    { name: "color", in: "path", required: true, schema: ARRAY },
    { name: "tag", in: "query", explode: false, schema: ARRAY },
    { name: "filter", in: "query", content: { "application/json": { schema: { type: "object" } } } },
  ];
  const { requests, call } = serve("/{color}", parameters);
  await call("/a%2Cb,c?tag=d%2Ce,f+g&filter=%7B%22x%22%3A1%7D");
  expect(requests()[0]?.parameters).toMatchObject({
    path: { color: ["a,b", "c"] },
    query: { tag: ["d,e", "f g"], filter: { x: 1 } },
  });
});
