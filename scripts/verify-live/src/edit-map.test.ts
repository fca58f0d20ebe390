import { expect, test } from "vitest";
import { editMap } from "./edit-map.ts";
import { renameKey } from "./rename-key.ts";

const YAML = `# What it is
paths:
  /a~b/c:   { get: [ x,  y ] }   # kept
  /deep:
    get:
      tags: [one, two]
      text: >-
        Words that   are
        folded.
      "200": {a: 1}
last: 1
`;

test("changes one object, and lays nothing else out again", () => {
  const changed = editMap(YAML, "/paths/~1deep/get", (map) => {
    map.set("more", { list: ["x".repeat(60), "y".repeat(60)], of: "z ".repeat(60).trim() });
    map.delete("text");
  });
  expect(changed).toBe(`# What it is
paths:
  /a~b/c:   { get: [ x,  y ] }   # kept
  /deep:
    get:
      tags: [one, two]
      "200": { a: 1 }
      more:
        list:
          - ${"x".repeat(60)}
          - ${"y".repeat(60)}
        of: ${"z ".repeat(60).trim()}
last: 1
`);
});

test("changes an object in one line in that line", () => {
  expect(editMap(YAML, "/paths/~1a~0b~1c", (map) => map.set("put", ["z"]))).toContain(
    "\n  /a~b/c:   { get: [ x, y ], put: [ z ] }   # kept\n",
  );
});

test.each(["/paths/~1nowhere", "/last", "/paths/~1deep/get/tags"])("leaves alone what is no object: %s", (pointer) => {
  expect(editMap(YAML, pointer, (map) => map.set("a", 1))).toBe(YAML);
});

test("lays JSON out as JSON", () => {
  expect(editMap(' {"a":{"b":[1]},"c":2}', "/a", (map) => map.set("d", 3))).toBe(
    `${JSON.stringify({ a: { b: [1], d: 3 }, c: 2 }, undefined, 2)}\n`,
  );
});

test("gives a key another name, in its own quotes, and no other that is alike", () => {
  expect(renameKey(YAML, "/paths/~1deep/get", "200", "201")).toBe(YAML.replace('"200"', '"201"'));
  expect(renameKey("a:\n  200: 1\n  b: 200\n", "/a", "200", "404")).toBe("a:\n  404: 1\n  b: 200\n");
  for (const pointer of ["/paths/~1deep/get", "/last", "/nowhere"])
    expect(renameKey(YAML, pointer, "2", "3")).toBe(YAML);
});
