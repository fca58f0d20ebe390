import { expect, test } from "vitest";
import { mapTree } from "./map-tree.ts";

test("gives each part with its JSON Pointer, and does not look into what was changed", () => {
  const pointers: string[] = [];
  const changed = mapTree({ "a/b~c": [1, null, { x: 2 }], gone: { deep: true }, text: "t" }, (part, pointer) => {
    pointers.push(pointer);
    if (pointer === "/gone") return ["new"];
    return typeof part === "number" ? part * 10 : part;
  });
  expect(changed).toEqual({ "a/b~c": [10, null, { x: 20 }], gone: ["new"], text: "t" });
  expect(pointers).toEqual([
    "",
    "/a~1b~0c",
    "/a~1b~0c/0",
    "/a~1b~0c/1",
    "/a~1b~0c/2",
    "/a~1b~0c/2/x",
    "/gone",
    "/text",
  ]);
});
