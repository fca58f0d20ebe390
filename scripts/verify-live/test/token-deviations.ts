import { countries } from "./create-reference-api.ts";
import { body, type Deviating, json } from "./deviation.ts";

/** Gateways that differ in the tokens that they issue, and in how they keep them. */
export const tokenDeviations: readonly Deviating[] = [
  {
    given: "no expires_in",
    notes: ["The end of the token was not waited for: its lifetime is unknown, or longer than an hour."],
    differences: [
      "createToken, with the account's credentials and in 1 more call: the body lacks the field `expires_in`.",
    ],
    deviation: body("createToken", 200, ({ expires_in: _, ...rest }) => rest),
  },
  {
    given: "expires_in as a string",
    notes: ["The end of the token was not waited for: its lifetime is unknown, or longer than an hour."],
    differences: [
      "createToken, with the account's credentials and in 1 more call: `expires_in` is a string where the spec says integer.",
    ],
    deviation: body("createToken", 200, (fields) => ({ ...fields, expires_in: "300" })),
  },
  {
    given: "a lifetime that no page tells",
    notes: ["`expires_in` is 3600: M800's Getting Started page says 600 in its prose and 300 in its example."],
    tokenLifetimeSeconds: 3600,
    deviation: ({ answer }) => answer(),
  },
  {
    given: "a lifetime longer than anyone waits",
    notes: [
      "`expires_in` is 3601: M800's Getting Started page says 600 in its prose and 300 in its example.",
      "The end of the token was not waited for: its lifetime is unknown, or longer than an hour.",
    ],
    tokenLifetimeSeconds: 3601,
    deviation: ({ answer }) => answer(),
  },
  {
    given: "the lifetime of the prose",
    notes: ["`expires_in` is 600, which is what the prose of M800's Getting Started page says; its example says 300."],
    tokenLifetimeSeconds: 600,
    deviation: ({ answer }) => answer(),
  },
  {
    given: "another name for the token",
    differences: [
      "createToken, with the account's credentials: the body lacks the field `access_token`; perhaps `accessToken` is its name.",
      "createToken, with the account's credentials: the body has the field `accessToken`, a string, which the spec does not know.",
    ],
    gaps: ["listCountries was not called: there was no usable access token."],
    deviation: body("createToken", 200, ({ access_token: token, ...rest }) => ({ accessToken: token, ...rest })),
  },
  {
    given: "a token that no header can carry",
    differences: [
      'createToken, with the account\'s credentials: `access_token` breaks the spec: it must match pattern "^[A-Za-z0-9\\-._~+/]+=*$".',
    ],
    gaps: ["listCountries was not called: there was no usable access token."],
    deviation: body("createToken", 200, (fields) => ({ ...fields, access_token: `${fields.access_token}\n` })),
  },
  {
    given: "a token type beside the token",
    differences: [
      "createToken, with the account's credentials and in 1 more call: the body has the field `token_type`, a string, which the spec does not know.",
    ],
    deviation: body("createToken", 200, (fields) => ({ ...fields, token_type: "Bearer" })),
  },
  {
    given: "no heed to who asks",
    differences: [
      "listCountries, with a token that was never issued and in 1 more call: the answer is 200 (application/json: `{ countries: { code: string, name: string, prefix: string }[] }`) where the spec says 401.",
    ],
    contradicted: ["/paths/~1countries/get/responses/401"],
    deviation: ({ operation, answer }, api) =>
      operation === "listCountries"
        ? api.fetch(`${api.baseUrl}/countries`, {
            headers: { authorization: `Bearer ${api.tokens.issued()[0]?.token}` },
          })
        : answer(),
  },
  {
    given: "a password that must be sent",
    differences: [
      "createToken, without the password, which is documented as optional: the answer is 400 (application/json: `{ code: string, message: string }`) where the spec says 200.",
    ],
    deviation: async ({ operation, request, answer }) =>
      operation === "createToken" && !("password" in ((await request.clone().json()) as object))
        ? json(400, { code: "invalid_request", message: "The field password is missing." })
        : answer(),
  },
  {
    given: "one token at a time",
    differences: [
      "listCountries, with the first token, after a second was issued: the answer is 401: the token died early, after 0 s of the 300 s that it was issued for.",
    ],
    deviation: async ({ operation, answer }, api) => {
      const before = api.tokens.issued();
      const response = await answer();
      if (operation === "createToken" && response.ok) for (const { token } of before) api.tokens.revoke(token);
      return response;
    },
  },
  {
    given: "a token that dies early",
    differences: [
      "listCountries, with the first token, at 75 % of its lifetime: the answer is 401: the token died early, after 225 s of the 300 s that it was issued for.",
    ],
    deviation: ({ answer }, api) => {
      const [first] = api.tokens.issued();
      if (first && api.clock.now() - first.issuedAt > 200_000) api.tokens.revokeAll();
      return answer();
    },
  },
  {
    given: "a token that outlives its end",
    differences: [
      "listCountries, with the first token, 5 s after its end: the answer is 200 (application/json: `{ countries: { code: string, name: string, prefix: string }[] }`) where the spec says 401.",
    ],
    contradicted: ["/paths/~1countries/get/responses/401"],
    deviation: async ({ operation, request, answer }) =>
      operation === "listCountries" && request.headers.get("authorization")?.startsWith("Bearer reference.")
        ? json(200, countries())
        : answer(),
  },
];
