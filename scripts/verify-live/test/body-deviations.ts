import { body, type Deviating, type Fields, json, replaced } from "./deviation.ts";
import type { Deviation } from "./serve-gateway.ts";

/** Gateways that differ in the bodies of answers other than tokens. */
export const bodyDeviations: readonly Deviating[] = [
  {
    given: "another name for a field",
    differences: [
      "listCountries, with a fresh token and in 5 more calls: `countries[*]` lacks the field `code`; perhaps `countryCode` is its name (3 times).",
      "listCountries, with a fresh token and in 5 more calls: `countries[*]` has the field `countryCode`, a string, which the spec does not know (3 times).",
    ],
    contradicted: ["/paths/~1countries/get/responses/200"],
    deviation: countries(({ code, ...rest }) => ({ countryCode: code, ...rest })),
  },
  {
    given: "a field more",
    differences: [
      "listCountries, with a fresh token and in 5 more calls: `countries[*]` has the field `mcc`, a string, which the spec does not know (3 times).",
    ],
    deviation: countries((country) => ({ ...country, mcc: "454" })),
  },
  {
    given: "a number for a string",
    differences: [
      "listCountries, with a fresh token and in 5 more calls: `countries[*].prefix` is a number where the spec says string (3 times).",
    ],
    contradicted: ["/paths/~1countries/get/responses/200"],
    deviation: countries((country) => ({ ...country, prefix: Number(country.prefix) })),
  },
  {
    given: "a plus sign before prefixes",
    differences: [
      'listCountries, with a fresh token and in 5 more calls: `countries[*].prefix` breaks the spec: it must match pattern "^[1-9][0-9]{0,2}$" (3 times).',
    ],
    contradicted: ["/paths/~1countries/get/responses/200"],
    deviation: countries((country) => ({ ...country, prefix: `+${country.prefix}` })),
  },
  {
    given: "codes of two letters for codes of three",
    notes: ["listCountries: `countries[*].code` has 2 characters in 3 of 3 places; in the spec's examples it has 3."],
    deviation: countries((country) => ({ ...country, code: String(country.code).slice(0, 2) })),
  },
  {
    given: "a list without the object around it",
    differences: [
      "listCountries, with a fresh token and in 5 more calls: the body is an array where the spec says object: `{ code: string, name: string, prefix: string }[]`.",
    ],
    contradicted: ["/paths/~1countries/get/responses/200"],
    deviation: body("listCountries", 200, ({ countries: list }) => list),
  },
  {
    given: "JSON in another spelling",
    deviation: listed(
      (text) => new Response(text, { headers: { "content-type": "Application/JSON ; charset=UTF-8" } }),
    ),
  },
  {
    given: "a list without a media type",
    differences: [
      "listCountries, with a fresh token and in 5 more calls: the body is JSON: `{ countries: { code: string, name: string, prefix: string }[] }` where the spec says application/json.",
    ],
    contradicted: ["/paths/~1countries/get/responses/200"],
    deviation: listed((text) => new Response(new TextEncoder().encode(text))),
  },
  {
    given: "errors of another shape",
    differences: [
      "listCountries, with a token that was never issued and in 2 more calls: the body lacks the field `code`.",
      "listCountries, with a token that was never issued and in 2 more calls: the body lacks the field `message`.",
      "listCountries, with a token that was never issued and in 2 more calls: the body has the field `error`, a string, which the spec does not know.",
    ],
    contradicted: ["/components/schemas/Error"],
    deviation: replaced("listCountries", 401, () =>
      json(401, { error: "invalid_token" }, { "www-authenticate": "Bearer" }),
    ),
  },
  {
    given: "JSON called text",
    differences: [
      "listCountries, with a fresh token and in 5 more calls: the body is text/plain: `{ countries: { code: string, name: string, prefix: string }[] }` where the spec says application/json.",
    ],
    contradicted: ["/paths/~1countries/get/responses/200"],
    deviation: async ({ operation, answer }) => {
      const response = await answer();
      return operation === "listCountries" && response.ok
        ? new Response(await response.text(), { headers: { "content-type": "text/plain" } })
        : response;
    },
  },
  {
    given: "JSON cut short",
    differences: ["listCountries, with a fresh token and in 5 more calls: the body cannot be parsed as JSON."],
    contradicted: ["/paths/~1countries/get/responses/200"],
    deviation: async ({ operation, answer }) => {
      const response = await answer();
      return operation === "listCountries" && response.ok
        ? new Response((await response.text()).slice(0, 99), { headers: { "content-type": "application/json" } })
        : response;
    },
  },
  {
    given: "JSON nested without end",
    differences: ["listCountries, with a fresh token and in 5 more calls: the body cannot be parsed as JSON."],
    contradicted: ["/paths/~1countries/get/responses/200"],
    deviation: replaced(
      "listCountries",
      200,
      () => new Response("[".repeat(20_000) + "]".repeat(20_000), { headers: { "content-type": "application/json" } }),
    ),
  },
  {
    given: "an empty body",
    differences: [
      "listCountries, with a fresh token and in 5 more calls: the body is empty where the spec says application/json.",
    ],
    contradicted: ["/paths/~1countries/get/responses/200"],
    deviation: replaced(
      "listCountries",
      200,
      () => new Response("", { headers: { "content-type": "application/json" } }),
    ),
  },
];

/** Changes each country of the list. */
function countries(change: (country: Fields) => Fields): Deviation {
  return body("listCountries", 200, ({ countries: list }) => ({ countries: (list as Fields[]).map(change) }));
}

/** Answers the list's text otherwise. */
function listed(by: (text: string) => Response): Deviation {
  return async ({ operation, answer }) => {
    const response = await answer();
    return operation === "listCountries" && response.ok ? by(await response.text()) : response;
  };
}
