import type { MockSpec } from "@m800/mock-engine";
import { compileSpec } from "@m800/mock-engine/compile";

const text = { type: "string" };
const json = (schema: object, examples?: object) => ({
  description: "",
  content: { "application/json": { schema, ...(examples && { examples }) } },
});
const problem = json({ type: "object", required: ["message"], properties: { message: text } });

/** An API that issues tokens as M800's does, and whose paths, ids and statuses no test of the mock has to guess. */
export const frozenApi: MockSpec = compileSpec({
  openapi: "3.1.0",
  info: { title: "Frozen", version: "1" },
  paths: {
    "/tokens": {
      post: {
        operationId: "giveToken",
        security: [{ credentials: [] }],
        requestBody: json({
          type: "object",
          required: ["username"],
          properties: { username: text, password: { ...text, format: "password" } },
        }),
        responses: {
          200: json({
            type: "object",
            required: ["access_token", "expires_in"],
            properties: { access_token: text, expires_in: { type: "integer", minimum: 1 } },
          }),
          400: problem,
          401: problem,
        },
      },
    },
    "/things": {
      get: {
        operationId: "listThings",
        security: [{ token: [] }],
        responses: {
          200: json({ type: "array", items: text }, { two: { value: ["a", "b"] }, none: { value: [] } }),
          401: problem,
          503: problem,
        },
      },
    },
  },
  components: {
    securitySchemes: { credentials: { type: "http", scheme: "M800Auth" }, token: { type: "http", scheme: "bearer" } },
  },
});

export async function askForToken(baseUrl: string): Promise<{ readonly token: string; readonly lifetime: number }> {
  const response = await fetch(`${baseUrl}/tokens`, {
    method: "POST",
    headers: { Authorization: "M800Auth test-security-token", "Content-Type": "application/json" },
    body: '{"username":"testusername"}',
  });
  const { access_token, expires_in } = await response.json();
  return { token: access_token, lifetime: expires_in };
}

export function listThings(baseUrl: string, token: string): Promise<Response> {
  return fetch(`${baseUrl}/things`, { headers: { Authorization: `Bearer ${token}` } });
}
