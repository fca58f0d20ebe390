import { createPhoneNumberClient } from "@m800/phone-number-auth";
import { listOperation } from "@m800/phone-number-openapi/operations";
import createClient from "openapi-fetch";

const { path } = listOperation;

type Paths = {
  readonly [Path in typeof path]: { get: { responses: { 200: { content: { "application/json": unknown } } } } };
};

/** The ways to make one authenticated call, the plainest first. */
export function createClients(
  baseUrl: string,
  fetch?: typeof globalThis.fetch,
): Record<string, () => Promise<unknown>> {
  const options = fetch ? { baseUrl, fetch } : { baseUrl };
  const authorization = { Authorization: "Bearer abc" };
  const plain = createClient<Paths>(options);
  const withHeader = createClient<Paths>({ ...options, headers: authorization });
  const withMiddleware = createClient<Paths>(options);
  withMiddleware.use({ onRequest: ({ request }) => request.headers.set("Authorization", "Bearer abc") });
  const ours = createPhoneNumberClient({
    ...options,
    getToken: async () => ({ access_token: "abc", expires_in: 86_400 }),
  });
  return {
    "openapi-fetch with a hand-set header": () => withHeader.GET(path),
    "openapi-fetch without authentication": () => plain.GET(path),
    "openapi-fetch with a one-line middleware": () => withMiddleware.GET(path),
    createPhoneNumberClient: () => ours.GET(path),
  };
}
