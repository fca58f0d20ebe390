import { expect, test } from "vitest";
import { serveSpec } from "../../test/serve-spec.ts";
import { compileSpec } from "../compile/compile-spec.ts";

/** Which of the paths an API finds for a request, and the values that its templates have. */
async function found(paths: readonly string[], asked: string) {
  const operations = paths.map((path) => {
    const parameters = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => ({
      name,
      in: "path",
      required: true,
      schema: { type: "string" },
    }));
    return [path, { get: { operationId: path, parameters, responses: { 204: { description: "" } } } }] as const;
  });
  const api = serveSpec(compileSpec({ openapi: "3.1.0", paths: Object.fromEntries(operations) }));
  await api.handle({
    method: "GET",
    pathname: asked,
    search: "",
    headers: {},
    readBytes: async () => new Uint8Array(),
  });
  const { operationId, parameters } = api.requests()[0] ?? {};
  return [operationId, parameters?.path];
}

test.each<[paths: readonly string[], asked: string, want: string | undefined, values?: object]>([
  [["/a/{x}", "/a/b"], "/a/b", "/a/b"],
  [["/a/{x}", "/a/b"], "/a/c", "/a/{x}", { x: "c" }],
  [["/a/b/c", "/a/{x}/d"], "/a/b/d", "/a/{x}/d", { x: "b" }],
  [["/{x}/{y}"], "/a/b", "/{x}/{y}", { x: "a", y: "b" }],
  [["/{x}"], "/a/b", undefined],
  [["/{x}"], "/", undefined],
  [["/a/"], "/a", undefined],
  [["/a"], "/a/", undefined],
  [["/a/b"], "/a", undefined],
  [["/"], "/", "/"],
  [["/a/{x}-{y}"], "/a/1-2-3", "/a/{x}-{y}", { x: "1", y: "2-3" }],
  [["/a/{x}", "/a/{x}.json", "/a/v{x}.json"], "/a/1.json", "/a/{x}.json", { x: "1" }],
  [["/a/{x}", "/a/{x}.json", "/a/v{x}.json"], "/a/v1.json", "/a/v{x}.json", { x: "1" }],
  [["/a/{x}", "/a/{x}.json", "/a/v{x}.json"], "/a/1xjson", "/a/{x}", { x: "1xjson" }],
  [["/a/{x}-{y}", "/a/{x}.json"], "/a/1-2.json", "/a/{x}.json", { x: "1-2" }],
  [["/a/{x}.json"], "/a/b/1.json", undefined],
  [["/a/{x}(y)"], "/a/1(y)", "/a/{x}(y)", { x: "1" }],
  [["/a/x{y}"], "/a/bx1", undefined],
  [["/a/{x}y"], "/a/1yb", undefined],
  [["/a/{x}/b", "/a/{y}/c"], "/a/1/c", "/a/{y}/c", { y: "1" }],
  [["/a/{x}.b/c", "/a/{x}/d"], "/a/1.b/d", "/a/{x}/d", { x: "1.b" }],
  [["/a b"], "/a%20b", "/a b"],
  [["/%C3%A4"], "/ä", "/%C3%A4"],
  [["/a/{toString}"], "/a/1", "/a/{toString}", { toString: "1" }],
  [["/toString"], "/constructor", undefined],
])("of %o a request for %s finds %s", async (paths, asked, want, values = {}) => {
  expect(await found(paths, asked)).toEqual([want, values]);
});
