import { expect, test } from "vitest";
import { closeness, closest, concreteOf, essenceOf, isJson, isPlainText, isText } from "./media-type.ts";
import { negotiate } from "./negotiate.ts";

test.each([
  ["application/json", "application/json"],
  ["Application/JSON ; charset=utf-8", "application/json"],
  ["*/*", "image/png"],
  ["image/*", "image/png"],
  ["application/*+json", "application/problem+json"],
  ["application/json;v=1", "application/json"],
  ["application/json;V=1", 'application/json; v="1"'],
  ["application/json;v=12", 'application/json;v="12"'],
  ["application/json;v=1;w=2", "application/json;w=2;v=1"],
  ["application/json;v=1;w=2", "application/json;w=2"],
  ["application/json", "application/json;v=2"],
  ["application/json;charset=utf-8", "application/json;charset=latin1"],
  ["multipart/form-data;boundary=a", "multipart/form-data;boundary=b"],
  ["text/html;q=0.5", "text/html;q=0.1"],
])("%s describes %s", (described, given) => {
  expect(closeness(described, given)).toBeGreaterThan(0);
});

test.each([
  ["image/*", "imagery/png"],
  ["image/*", "text/image/png"],
  ["image/png", "image/jpeg"],
  ["application/*+json", "application/json"],
  ["application/*+json", "text/problem+json"],
  ["application/json;v=1", "application/json;v=2"],
  ["application/json;v=12", "application/json;v=13"],
  ['application/json;profile="a b"', 'application/json;profile="a c"'],
])("%s does not describe %s", (described, given) => {
  expect(closeness(described, given)).toBe(0);
});

test.each([
  { given: "image/png", described: ["*/*", "image/*", "image/png;v=1", "image/png"] },
  { given: "image/png;v=1", described: ["*/*", "image/*", "image/png;v=1;w=2", "image/png", "image/png;v=1"] },
  { given: "image/svg+xml", described: ["*/*", "image/*", "image/*+xml", "image/svg+xml;v=1", "image/svg+xml"] },
])("$given is described the more closely, the later in $described", ({ given, described }) => {
  const scores = described.map((type) => closeness(type, given));
  expect(scores).toEqual([...new Set(scores)].sort((one, other) => one - other));
});

test("finds what is said of the closest, the first of equals", () => {
  const described = [
    ["*/*", "any"],
    ["image/*", "image"],
    ["image/png", "png"],
    ["image/png", "again"],
  ] as const;
  const found = ["image/png", "image/jpeg", "text/css"].map((type) => closest(type, described));
  expect(found).toEqual(["png", "image", "any"]);
  expect(closest("text/css", described.slice(1))).toBeUndefined();
});

test.each([
  ["*/*", "application/json"],
  ["application/*", "application/json"],
  ["application/*+json", "application/json"],
  ["application/*+xml", "application/xml"],
  ["text/*", "text/plain"],
  ["image/*", "image/png"],
  ["audio/*", "audio/mpeg"],
  ["video/*", "video/mp4"],
  ["font/*", "font/woff2"],
  ["model/*", "application/octet-stream"],
  ["text/csv", "text/csv"],
  ["text/csv;header=*", "text/csv;header=*"],
])("sends of %s the type %s", (range, want) => {
  expect(concreteOf(range)).toBe(want);
});

test("tells JSON, text and plain text by their names", () => {
  const types = [
    "application/json",
    "application/problem+JSON; charset=utf-8",
    "text/json",
    "application/jsonp",
    "application/vnd.json-seq",
    "TEXT/Plain;charset=utf-8",
    "text/css",
    "context/css",
    "application/xml",
    "application/xmlish",
    "image/svg+xml",
    "application/graphql",
    "image/png",
  ];
  expect(types.filter(isJson)).toEqual(types.slice(0, 3));
  expect(types.filter(isPlainText)).toEqual(["TEXT/Plain;charset=utf-8"]);
  expect(types.filter((type) => !isText(type))).toEqual(["context/css", "application/xmlish", "image/png"]);
  expect(essenceOf(" Text/HTML ; a=b")).toBe("text/html");
});

const BOTH = ["application/json", "text/plain"];
test.each<[accept: string | undefined, described: readonly string[], want: string | undefined]>([
  [undefined, BOTH, "application/json"],
  ["", BOTH, "application/json"],
  [" ", BOTH, "application/json"],
  ["text/plain", BOTH, "text/plain"],
  ["text/plain;q=0.5, */*;q=0.4", BOTH, "text/plain"],
  ["text/plain;q=0.4, */*;q=0.5", BOTH, "application/json"],
  ["application/json; q=0.4, text/plain ; q=0.5", BOTH, "text/plain"],
  ["text/*;q=0.9,application/json;Q=0.8", BOTH, "text/plain"],
  ["*/*;q=0.1, text/plain;q=0", BOTH, "application/json"],
  ["*/*, application/json;q=0.2", BOTH, "text/plain"],
  ["text/plain;q=0", BOTH, undefined],
  ["text/plain;q=", BOTH, "text/plain"],
  ["text/plain;q=x", BOTH, "text/plain"],
  ["text/plain;q=.", BOTH, undefined],
  ["image/png", BOTH, undefined],
  ["image/jpeg", ["image/*"], "image/jpeg"],
  ["image/jpeg;q=0.5, image/webp", ["image/*"], "image/webp"],
  ["image/*", ["image/*"], "image/png"],
  ["text/css", ["image/*"], undefined],
  ["Image/JPEG;q=0.5", ["image/*"], "image/jpeg"],
  ["application/json;v=2", ["application/json;v=1", "application/json;v=2"], "application/json;v=2"],
  ["application/json;v=3, application/json", ["application/json;v=1", "application/json;v=2"], "application/json;v=1"],
  ["application/json;v=2", ["application/json", "application/json;v=2"], "application/json;v=2"],
  ["application/json;v=2", ["application/json"], "application/json"],
])("of an Accept header %s, where there are %o, it likes %s best", (accept, described, want) => {
  expect(negotiate(accept, described)?.sent).toBe(want);
});

test("says which described range a type is sent for", () => {
  expect(negotiate("image/jpeg", ["text/css", "image/*"])).toEqual({ described: "image/*", sent: "image/jpeg" });
});
