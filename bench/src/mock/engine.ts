import { createMockApi, defaultAccount } from "@m800/phone-number-mock-server";
import { compileSpec } from "@m800/phone-number-mock-server/compile";
import { listOperation, tokenOperation } from "@m800/phone-number-openapi/operations";
import { fromOpenApi } from "@mswjs/source/open-api";
import { getResponse } from "msw";
import { compare, print } from "../compare.ts";
import { countries } from "./countries.ts";

const CALLS = 1_000;

/** `api.fetch` beside a stub that makes the same Request and Response objects, and on 10 and 1,000 operations. */
export async function benchEngine(): Promise<void> {
  const api = createMockApi();
  const response = await api.fetch(`${api.baseUrl}${tokenOperation.path}`, {
    method: tokenOperation.method,
    headers: { Authorization: `M800Auth ${defaultAccount.securityToken}`, "Content-Type": "application/json" },
    body: JSON.stringify({ username: defaultAccount.username }),
  });
  const { access_token: token } = await response.json();
  const authorized = { headers: { Authorization: `Bearer ${token}` } };
  const unauthorized = { headers: { Authorization: "Bearer x" } };
  const list = JSON.stringify(countries);
  const refusal = JSON.stringify({ code: "invalid_token", message: "The access token is unknown." });
  const url = `${api.baseUrl}${listOperation.path}`;

  print(
    "A small answer by api.fetch, and its .json()",
    "µs",
    await compare(
      {
        "a stub with a prebuilt body": () => time(() => stub(url, unauthorized, refusal)),
        "api.fetch": () => time(() => api.fetch(url, unauthorized)),
      },
      9,
    ),
  );
  print(
    "The countries by api.fetch, and their .json()",
    "µs",
    await compare(
      {
        "a stub that stringifies": () => time(() => stub(url, authorized, JSON.stringify(countries))),
        "a stub with a prebuilt body": () => time(() => stub(url, authorized, list)),
        "api.fetch": () => time(() => api.fetch(url, authorized)),
      },
      9,
    ),
  );

  const [ten, thousand] = [thingsApi(10), thingsApi(1_000)];
  const [ours10, ours1000] = [mockOf(ten), mockOf(thousand)];
  const [source10, source1000] = [await sourceOf(ten), await sourceOf(thousand)];
  print(
    "An operation by api.fetch, by the number of operations",
    "µs",
    await compare(
      {
        "10, the first": () => time(() => ours10(`${BASE_URL}/things0/7`)),
        "10, the last": () => time(() => ours10(`${BASE_URL}/things9/7`)),
        "1,000, the first": () => time(() => ours1000(`${BASE_URL}/things0/7`)),
        "1,000, the last": () => time(() => ours1000(`${BASE_URL}/things999/7`)),
        "@mswjs/source, 10, the last": () => time(() => source10(`${BASE_URL}/things9/7`), 100),
        "@mswjs/source, 1,000, the last": () => time(() => source1000(`${BASE_URL}/things999/7`), 100),
      },
      9,
    ),
  );
}

async function stub(url: string, init: RequestInit, body: string): Promise<Response> {
  const request = new Request(url, init);
  return new Response(body, { headers: { "content-type": request.url.endsWith("s") ? "application/json" : "" } });
}

async function time(call: () => Promise<Response>, calls: number = CALLS): Promise<number> {
  const startedAt = performance.now();
  for (let count = 0; count < calls; count++) await (await call()).json();
  return ((performance.now() - startedAt) * 1000) / calls;
}

const BASE_URL = "https://api.invalid";

function mockOf(document: object): typeof fetch {
  return createMockApi({ spec: compileSpec(document), baseUrl: BASE_URL }).fetch;
}

/** MSW's own handlers from a document, asked without its interception, which would cost as much with ours. */
async function sourceOf(document: object) {
  const handlers = await fromOpenApi(JSON.stringify(document));
  return async (url: string): Promise<Response> => {
    const response = await getResponse(handlers, new Request(url));
    if (!response?.ok) throw new Error(`@mswjs/source has no answer to ${url}.`);
    return response;
  };
}

function thingsApi(count: number): object {
  const schema = { type: "object", required: ["id"], properties: { id: { type: "integer" } } };
  const operation = {
    parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" } }],
    responses: { 200: { content: { "application/json": { schema } } } },
  };
  const paths = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`/things${index}/{id}`, { get: operation }]),
  );
  return { openapi: "3.1.0", info: { title: "Things", version: "1" }, servers: [{ url: BASE_URL }], paths };
}
