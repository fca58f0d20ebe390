import { expect, test } from "vitest";
import { answerPreflight, corsHeaders } from "./cors.ts";

const origin = "https://app.example";

test("lets pages of the named origins read, and no others", () => {
  const headers = { "access-control-allow-origin": origin, "access-control-expose-headers": "*", vary: "Origin" };
  expect(corsHeaders({ origin }, ["https://other.example", origin])).toEqual(headers);
  expect(corsHeaders({ origin }, ["https://app.example.org"])).toBeUndefined();
  expect(corsHeaders({}, [origin])).toBeUndefined();
});

const asking = { origin, "access-control-request-method": "PUT", "access-control-request-headers": "x-a,x-b" };

test("answers a browser that asks whether it may send a request", () => {
  const headers = {
    "access-control-allow-methods": "PUT",
    "access-control-allow-headers": "x-a,x-b",
    "access-control-max-age": "600",
  };
  expect(answerPreflight("OPTIONS", asking, true)).toEqual({ status: 204, headers });
  const { "access-control-request-headers": _, ...bare } = asking;
  expect(answerPreflight("OPTIONS", bare, true)?.headers["access-control-allow-headers"]).toBe("");
  const message = `Pages of ${origin} may not read this mock API: name the origin in allowedOrigins, or --cors.`;
  expect(answerPreflight("OPTIONS", asking, false)).toEqual({
    status: 403,
    headers: { "content-type": "application/json", connection: "close" },
    body: JSON.stringify({ code: "cross_origin", message }),
    refusal: message,
  });
});

test.each([
  { method: "PUT", headers: asking },
  { method: "OPTIONS", headers: { origin } },
  { method: "OPTIONS", headers: { "access-control-request-method": "PUT" } },
])("leaves to the API what is no such question: $method $headers", ({ method, headers }) => {
  for (const isAllowed of [true, false]) expect(answerPreflight(method, headers, isAllowed)).toBeUndefined();
});
