import type { OpenApiDocument } from "@m800/mock-engine/compile";
import { expect, test } from "vitest";
import { contractOf } from "./contract.ts";

const statuses = (...all: number[]) => Object.fromEntries(all.map((status) => [status, {}]));

/** A description in which nothing has the names that this project's own has. */
function described(
  { token = [201, 400, 401], list = [200, 401] },
  paths: OpenApiDocument["paths"] = {},
): OpenApiDocument {
  return {
    openapi: "3.1.0",
    info: { title: "Frozen", version: "1" },
    security: [{ session: [] }],
    paths: {
      "/v9/grant": { put: { operationId: "grant", security: [{ secret: [] }], responses: statuses(...token) } },
      "/v9/places": { get: { operationId: "places", responses: statuses(...list) } },
      ...paths,
    },
    components: {
      securitySchemes: {
        secret: { $ref: "#/components/securitySchemes/first" },
        first: { type: "http", scheme: "m800AUTH" },
        session: { type: "http", scheme: "Bearer" },
      },
    },
  };
}

test("finds the token operation by its scheme, whatever its names, path and method", () => {
  expect(contractOf(described({})).token).toEqual({ method: "PUT", path: "/v9/grant", refusals: [400, 401, 403] });
});

test("takes the client errors that are described for refusals, except those that speak of path, time or load", () => {
  const token = [200, 404, 408, 422, 429, 500];
  expect(contractOf(described({ token })).token.refusals).toEqual([401, 403, 422]);
});

test.each([
  { list: [200, 401], rejections: [401] },
  { list: [200, 401, 403], rejections: [401] },
  { list: [200, 403], rejections: [403] },
  { list: [200], rejections: [401] },
])("with $list described, a token is rejected by $rejections", ({ list, rejections }) => {
  expect(contractOf(described({ list })).rejections).toEqual(rejections);
});

test("an operation without a token says nothing of rejections", () => {
  const paths = { "/open": { get: { security: [], responses: statuses(200, 401) } } };
  expect(contractOf(described({ list: [200, 403] }, paths)).rejections).toEqual([403]);
});

test("says what is missing where no operation has the scheme, and which they are where two have", () => {
  const document = described({});
  expect(() => contractOf({ ...document, paths: {} })).toThrow("secure one by a security scheme of `type: http`");
  const paths = { "/other": { post: { security: [{ secret: [] }] } } };
  expect(() => contractOf(described({}, paths))).toThrow("M800Auth secures PUT /v9/grant and POST /other: one alone");
});
