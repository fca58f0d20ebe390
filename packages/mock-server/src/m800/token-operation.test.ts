import { compileSpec } from "@m800/mock-engine/compile";
import { expect, test } from "vitest";
import { isSecuredBy, tokenOperationOf } from "./token-operation.ts";

const operation = (operationId: string, ...schemes: string[]) => ({
  post: { operationId, security: schemes.map((scheme) => ({ [scheme]: [] })), responses: { 204: { description: "" } } },
});
const { api } = compileSpec({
  openapi: "3.1.0",
  paths: {
    "/open": operation("open"),
    "/broken": operation("broken", "missing"),
    "/key": operation("key", "key"),
    "/call": operation("call", "session"),
    "/grant": operation("grant", "session", "secret"),
    "/again": operation("again", "secret"),
  },
  components: {
    securitySchemes: {
      key: { type: "apiKey", in: "header", name: "m800auth" },
      session: { type: "http", scheme: "Bearer" },
      secret: { type: "http", scheme: "M800AUTH" },
    },
  },
});

test("finds the first operation that M800's scheme secures, past those whose security cannot be told", () => {
  expect(tokenOperationOf(api)?.operationId).toBe("grant");
  expect(tokenOperationOf({ ...api, operations: api.operations.slice(0, 4) })).toBeUndefined();
});

test("tells by which scheme an operation is secured", () => {
  const secured = (scheme: string) => api.operations.filter((each) => isSecuredBy(each, scheme));
  expect(secured("bearer").map(({ operationId }) => operationId)).toEqual(["call", "grant"]);
});
