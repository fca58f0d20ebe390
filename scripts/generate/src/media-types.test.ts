import { assertOpenApi } from "@m800/mock-engine/compile";
import { expect, test } from "vitest";
import { mediaTypesOf, type OperationMediaTypes } from "./media-types.ts";

const contentOf = (types: readonly string[]) => ({ content: Object.fromEntries(types.map((type) => [type, {}])) });

/** Of one operation, which takes and answers these media types. */
function typesOf(operation: object): Readonly<Record<string, OperationMediaTypes>> {
  const document: unknown = {
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    paths: { "/a": { put: operation } },
    components: {
      requestBodies: { Photo: contentOf(["image/png"]) },
      responses: { Report: contentOf(["text/csv"]), Nothing: {} },
    },
  };
  assertOpenApi(document);
  return mediaTypesOf(document);
}

test.each<{ sent: readonly string[]; sends: string | undefined }>([
  { sent: [], sends: undefined },
  { sent: ["application/json"], sends: undefined },
  { sent: ["text/plain", "application/json; charset=utf-8"], sends: "application/json; charset=utf-8" },
  { sent: ["text/plain", "application/merge-patch+json"], sends: "application/merge-patch+json" },
  { sent: ["application/merge-patch+json", "application/json"], sends: undefined },
  { sent: ["text/plain", "text/csv"], sends: "text/plain" },
  { sent: ["multipart/form-data; boundary=x"], sends: "multipart/form-data" },
])("of $sent a client sends $sends", ({ sent, sends }) => {
  expect(typesOf({ requestBody: contentOf(sent) })).toEqual(sends === undefined ? {} : { "PUT /a": { sends } });
});

test.each([
  { responses: { 200: contentOf(["application/json"]) }, other: false },
  { responses: { 200: contentOf(["application/problem+json", "text/csv"]) }, other: true },
  { responses: { 400: contentOf(["text/html"]), 402: contentOf(["text/html"]) }, other: false },
  { responses: { default: contentOf(["text/plain"]) }, other: true },
  { responses: { "2XX": { $ref: "#/components/responses/Report" } }, other: true },
  { responses: { 204: { $ref: "#/components/responses/Nothing" } }, other: false },
  { responses: {}, other: false },
])("what $responses answers is other than JSON: $other", ({ responses, other }) => {
  expect(typesOf({ responses })).toEqual(other ? { "PUT /a": { answersOther: true } } : {});
});

test("both are told, of what is referred to as well", () => {
  const operation = {
    requestBody: { $ref: "#/components/requestBodies/Photo" },
    responses: { 200: contentOf(["a/b"]) },
  };
  expect(typesOf(operation)).toEqual({ "PUT /a": { sends: "image/png", answersOther: true } });
});
