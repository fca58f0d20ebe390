import { expect, test } from "vitest";
import { readBody } from "./read-body.ts";

const JSON_TYPE = "application/json";
const utf8 = (text: string) => new TextEncoder().encode(text);
const NOT_UTF8 = "JSON must be (RFC 8259, section 8.1)";

test.each([JSON_TYPE, "application/json; charset=utf-8", 'application/json ; Charset = "UTF8"; q=1'])(
  "JSON in UTF-8, called %s, has nothing wrong",
  (contentType) => {
    const text = '{ "é": [1, null, { "é": {} }, {}] }';
    expect(readBody(utf8(text), contentType)).toEqual({
      text,
      json: JSON.parse(text),
      isReadable: true,
      faults: [],
      remarks: [],
    });
  },
);

test.each([
  {
    given: "Latin-1 that says so",
    bytes: [0x22, 0xe9, 0x22],
    type: `${JSON_TYPE}; charset=ISO-8859-1`,
    json: "é",
    faults: [`the body is not in UTF-8, as its charset iso-8859-1 says: ${NOT_UTF8}`],
  },
  {
    given: "UTF-16 that says so",
    bytes: [0x31, 0x00],
    type: `${JSON_TYPE};charset=utf-16le`,
    json: 1,
    faults: [`the body is not in UTF-8, as its charset utf-16le says: ${NOT_UTF8}`],
  },
  {
    given: "Latin-1 that does not say so",
    bytes: [0x22, 0xe9, 0x22],
    type: JSON_TYPE,
    json: "\ufffd",
    isReadable: false,
    faults: [`the body is not in UTF-8: ${NOT_UTF8}`],
  },
  {
    given: "bytes in a charset that nobody knows",
    bytes: [0x22, 0xe9, 0x22],
    type: `${JSON_TYPE}; charset=q`,
    json: "\ufffd",
    isReadable: false,
    faults: [`the body is not in UTF-8, as its charset q says: ${NOT_UTF8}`],
  },
  {
    given: "what is no JSON at all",
    bytes: [0xe9],
    type: "text/plain",
    json: undefined,
    isReadable: false,
    faults: [],
  },
  {
    given: "what is no JSON by its type alone",
    bytes: [0xe9],
    type: "application/jsonx",
    json: undefined,
    isReadable: false,
    faults: [],
  },
  {
    given: "what is JSON by its type alone",
    bytes: [0xe9],
    type: "application/problem+JSON ;q=1",
    json: undefined,
    isReadable: false,
    faults: [`the body is not in UTF-8: ${NOT_UTF8}`],
  },
])("$given is read as far as it can be, and faulted if JSON", ({ bytes, type, json, isReadable = true, faults }) => {
  expect(readBody(new Uint8Array(bytes), type)).toMatchObject({ json, isReadable, faults, remarks: [] });
});

test.each([
  { type: "text/plain; charset=iso-8859-1", want: "Ã©" },
  { type: "text/plain; charset=q", want: "é" },
  { type: "text/plain", want: "é" },
])("text of $type is read as it says, if anybody knows it", ({ type, want }) => {
  expect(readBody(utf8("é"), type)).toMatchObject({ text: want, isReadable: true });
});

const BOM = "the body begins with a byte order mark, which JSON must not have (RFC 8259, section 8.1)";
const twice = (name: string) =>
  `the name \`${name}\` comes twice in one object: what a client reads depends on its parser (RFC 8259, section 4)`;

test.each([
  {
    body: '"é"',
    type: `${JSON_TYPE}; charset=latin1`,
    want: ["the Content-Type has the charset latin1: JSON must be in UTF-8 (RFC 8259, section 8.1)"],
  },
  { body: "\ufeff{}", type: JSON_TYPE, want: [BOM] },
  { body: "\ufeffa", type: "text/plain", want: [] },
  { body: "\uffbf", type: JSON_TYPE, want: [] },
  { body: "\ufec0", type: JSON_TYPE, want: [] },
  { body: '{"a":1,"b":{"c":1,"c":2},"a":2,"a":3}', type: JSON_TYPE, want: [twice("a"), twice("c")] },
  { body: '[{"a":1},{"a":1,"b":2,"1":1}]', type: JSON_TYPE, want: [] },
  { body: '{"a\\"":1,"a\\"":2}', type: JSON_TYPE, want: [twice('a\\"')] },
  { body: '{"a":1,"a":', type: JSON_TYPE, want: [] },
])("of $body as $type it remarks $want", ({ body, type, want }) => {
  expect(readBody(utf8(body), type).remarks.toSorted()).toEqual(want.toSorted());
});

test("bytes that only look like a byte order mark are none", () => {
  expect(readBody(new Uint8Array([0x41, 0xbb, 0xbf]), JSON_TYPE).remarks).toEqual([]);
});

test("a very long text is not looked through for names that come twice", () => {
  const longText = (length: number) => `{"a":"","a":"${"x".repeat(length - 15)}"}`;
  expect(readBody(utf8(longText(1_000_000)), JSON_TYPE).remarks).toEqual([twice("a")]);
  expect(readBody(utf8(longText(1_000_001)), JSON_TYPE).remarks).toEqual([]);
});

test.each(["[]", '{"a":}'])("what is nested more than 200 deep is taken for no JSON: %s", (pair) => {
  const [open = "", close = ""] = pair === "[]" ? ["[", "]"] : ['{"a":', "}"];
  const nested = (depth: number) => `${open.repeat(depth)}1${close.repeat(depth)}`;
  expect(readBody(utf8(nested(200)), JSON_TYPE).json).toEqual(JSON.parse(nested(200)));
  expect(readBody(utf8(nested(201)), JSON_TYPE).json).toBeUndefined();
});
