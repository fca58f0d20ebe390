import { busy, type Deviating, firstTime, html } from "./deviation.ts";

const FOR_NOW = "came instead of what the call was for";

/** Gateways that are busy, broken or not there, for some calls or for all. */
export const busyDeviations: readonly Deviating[] = [
  ...[429, 500, 503].map((status) => ({
    given: `nothing but ${status} for the list`,
    gaps: [`listCountries, with a fresh token: ${status} ${FOR_NOW}. Run the check again later.`],
    deviation: (({ operation, answer }) =>
      operation === "listCountries" ? busy(status) : answer()) satisfies Deviating["deviation"],
  })),
  {
    given: "an outage in HTML",
    differences: [
      "listCountries, with a fresh token: the body is text/html, an HTML page where the spec says application/json.",
    ],
    gaps: [`listCountries, with a fresh token: 503 ${FOR_NOW}. Run the check again later.`],
    contradicted: ["/components/responses/Unavailable"],
    status: 2,
    deviation: ({ operation, answer }) => (operation === "listCountries" ? html(503) : answer()),
  },
  {
    given: "an outage with a status that the spec does not have",
    differences: [
      "listCountries, with a fresh token: the answer is 502 (text/html, an HTML page), a status that the spec does not have: it has 200, 400, 401, 429, 500, 503.",
    ],
    gaps: [`listCountries, with a fresh token: 502 ${FOR_NOW}. Run the check again later.`],
    status: 2,
    deviation: ({ operation, answer }) => (operation === "listCountries" ? html(502) : answer()),
  },
  {
    given: "no answer",
    gaps: ["listCountries, with a fresh token: no whole answer within 2 s."],
    timeoutMs: 2000,
    deviation({ operation, answer }, api) {
      if (operation !== "listCountries") return answer();
      api.clock.advance(2);
      return new Promise(() => {});
    },
  },
  {
    given: "a connection that breaks",
    gaps: ["listCountries, with a fresh token: the connection failed (UND_ERR_SOCKET)."],
    deviation: ({ operation, answer }) => (operation === "listCountries" ? Response.error() : answer()),
  },
  {
    given: "an outage for whoever sends a token that it does not know",
    gaps: [`listCountries, with a token that was never issued: 503 ${FOR_NOW}. Run the check again later.`],
    deviation: ({ operation, request, answer }) =>
      operation === "listCountries" && request.headers.get("authorization")?.includes("unknown") ? busy(503) : answer(),
  },
  {
    given: "an outage beside a difference, when all that was to succeed did",
    differences: [
      "listCountries, with a fresh token and in 5 more calls: `countries[*]` has the field `mcc`, a string, which the spec does not know.",
    ],
    gaps: [`createToken, with an empty object as body: 500 ${FOR_NOW}. Run the check again later.`],
    status: 1,
    deviation: async ({ operation, answer }) => {
      const response = await answer();
      if (response.status === 400) return busy(500);
      if (operation !== "listCountries" || !response.ok) return response;
      return Response.json({ countries: [{ code: "HKG", name: "Hong Kong", prefix: "852", mcc: "454" }] });
    },
  },
  {
    given: "an outage at the second token",
    gaps: [
      `createToken, without the password, which is documented as optional: 503 ${FOR_NOW}. Run the check again later.`,
    ],
    deviation: async ({ operation, answer }, api) => {
      const response = await answer();
      return operation === "createToken" && response.ok && api.tokens.issued().length > 1 ? busy(503) : response;
    },
  },
  {
    given: "a wait that is too long",
    gaps: [
      `listCountries, with a fresh token: 503 ${FOR_NOW}, with \`Retry-After: 86400\`. Run the check again later.`,
    ],
    deviation: ({ operation, answer }) => (operation === "listCountries" ? busy(503, "86400") : answer()),
  },
  {
    given: "a wait for a longer time than it said",
    notes: [
      "listCountries, with a fresh token: 429 came first. It was asked again after the 3 s that `Retry-After` said.",
    ],
    gaps: [`listCountries, with a fresh token: 429 ${FOR_NOW}, with \`Retry-After: 3\`. Run the check again later.`],
    deviation: ({ operation, answer }) => (operation === "listCountries" ? busy(429, "3") : answer()),
  },
  {
    given: "a start that takes as long as it says, and not less",
    notes: [
      "createToken, with the account's credentials: 503 came first. It was asked again after the 60 s that `Retry-After` said.",
    ],
    deviation: ({ answer }, api) => (api.clock.now() < 60_000 ? busy(503, "60") : answer()),
  },
  {
    given: "a wait that is longer than a minute by a second",
    gaps: [
      "listCountries was not called: there was no usable access token.",
      `createToken, with the account's credentials: 503 ${FOR_NOW}, with \`Retry-After: 61\`. Run the check again later.`,
    ],
    deviation: () => busy(503, "61"),
  },
  {
    given: "a wait until a date by its own clock",
    notes: [
      "createToken, with the account's credentials: 503 came first. It was asked again after the 7 s that `Retry-After` said.",
    ],
    deviation: firstTime("createToken", () => {
      const answer = busy(503, "Tue, 01 Jan 2030 00:00:07 GMT");
      answer.headers.set("date", "Tue, 01 Jan 2030 00:00:00 GMT");
      return answer;
    }),
  },
];
