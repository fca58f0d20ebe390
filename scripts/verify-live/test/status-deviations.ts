import { type Deviating, html, json, replaced } from "./deviation.ts";

/** Gateways that differ in where they answer, with which status and headers, or whether at all. */
export const statusDeviations: readonly Deviating[] = [
  {
    given: "another path for tokens",
    differences: [
      "createToken, with the account's credentials: the answer is 404 (text/html, an HTML page): the gateway seems to have no POST /token.",
    ],
    gaps: ["listCountries was not called: there was no usable access token."],
    contradicted: ["/paths/~1token"],
    deviation: ({ operation, answer }) => (operation === "createToken" ? html(404) : answer()),
  },
  {
    given: "another path for countries",
    differences: [
      "listCountries, with a fresh token: the answer is 404 (application/json: `{ code: string, message: string }`): the gateway seems to have no GET /countries.",
    ],
    contradicted: ["/paths/~1countries"],
    deviation: ({ operation, answer }) =>
      operation === "listCountries" ? json(404, { code: "not_found", message: "No such path." }) : answer(),
  },
  {
    given: "201 for 200",
    differences: [
      "createToken, with the account's credentials and in 1 more call: the answer is 201 (application/json: `{ access_token: string, expires_in: number }`) where the spec says 200.",
    ],
    deviation: async ({ operation, answer }) =>
      operation === "createToken" && (await answer()).ok ? json(201, await (await answer()).json()) : answer(),
  },
  {
    given: "403 for 401",
    differences: [
      "createToken, with a wrong security token, and the rest right and in 2 more calls: the answer is 403 (application/json: `{ code: string, message: string }`) where the spec says 401.",
    ],
    contradicted: ["/paths/~1token/post/responses/401"],
    deviation: replaced("createToken", 401, () => json(403, { code: "forbidden", message: "No." })),
  },
  {
    given: "401 for a malformed request",
    differences: [
      "createToken, with an empty object as body: the answer is 401 (application/json: `{ code: string, message: string }`) where the spec says 400.",
    ],
    contradicted: ["/components/responses/BadRequest"],
    deviation: replaced("createToken", 400, () =>
      json(401, { code: "x", message: "No." }, { "www-authenticate": "M800Auth" }),
    ),
  },
  {
    given: "a redirect",
    differences: [
      "createToken, with the account's credentials: the answer is a redirect, 307, to https://elsewhere.example/token; the spec knows none, and a client that follows it may send its credentials there.",
    ],
    gaps: ["listCountries was not called: there was no usable access token."],
    contradicted: ["/paths/~1token"],
    deviation: ({ request, operation, answer }) =>
      operation === "createToken"
        ? new Response("", {
            status: 307,
            headers: { location: `https://elsewhere.example/token?from=${request.headers.get("authorization")}` },
          })
        : answer(),
  },
  {
    given: "a slow answer",
    notes: ["listCountries is slow: 1 answer took longer than 1 s, the slowest 1.2 s."],
    slowMs: 1000,
    deviation: ({ operation, answer }, api) => {
      if (operation === "listCountries" && api.calls("listCountries") === 0) api.clock.advance(1.2);
      return answer();
    },
  },
  {
    given: "no challenge with 401",
    differences: [
      "listCountries, with a token that was never issued and in 2 more calls: the header WWW-Authenticate is missing.",
    ],
    contradicted: ["/paths/~1countries/get/responses/401"],
    deviation: replaced("listCountries", 401, () => json(401, { code: "invalid_token", message: "No." })),
  },
  {
    given: "a challenge of another scheme",
    differences: [
      'createToken, with a wrong security token, and the rest right and in 2 more calls: the header WWW-Authenticate breaks the spec: it must match pattern "^M800Auth".',
    ],
    contradicted: ["/paths/~1token/post/responses/401"],
    deviation: replaced("createToken", 401, () =>
      json(401, { code: "x", message: "No." }, { "www-authenticate": "Basic" }),
    ),
  },
];
