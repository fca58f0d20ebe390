import { body, type Deviating, type Fields, json, replaced } from "./deviation.ts";

const withHeader =
  (name: string, value: string): Deviating["deviation"] =>
  async ({ operation, answer }) => {
    const response = await answer();
    if (operation !== "listCountries" || !response.ok) return response;
    return new Response(response.body, { headers: { ...Object.fromEntries(response.headers), [name]: value } });
  };

const inBytes =
  (encode: (text: string) => Uint8Array<ArrayBuffer>, contentType = "application/json"): Deviating["deviation"] =>
  async ({ operation, answer }) => {
    const response = await answer();
    if (operation !== "listCountries" || !response.ok) return response;
    const text = JSON.stringify({ countries: [{ code: "CIV", name: "Côte d'Ivoire", prefix: "225" }] });
    return new Response(encode(text), { headers: { "content-type": contentType } });
  };

const latin1 = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const utf8 = (text: string) => new Uint8Array(Buffer.from(text));
const paged =
  'listCountries: it answers in pages: `Link` has a rel="next" (RFC 8288), and a client of the spec reads the first page alone.';
const notUtf8 = "JSON must be (RFC 8259, section 8.1)";

/** Gateways that do what nobody would notice for long. */
export const driftDeviations: readonly Deviating[] = [
  {
    given: "Latin-1 that says so",
    differences: [
      `listCountries, with a fresh token and in 5 more calls: the body is not in UTF-8, as its charset iso-8859-1 says: ${notUtf8}.`,
    ],
    deviation: inBytes(latin1, "application/json; charset=iso-8859-1"),
  },
  {
    given: "Latin-1 that does not say so",
    differences: [`listCountries, with a fresh token and in 5 more calls: the body is not in UTF-8: ${notUtf8}.`],
    deviation: inBytes(latin1),
  },
  {
    given: "UTF-8 that is called otherwise",
    notes: ["listCountries: the Content-Type has the charset latin1: JSON must be in UTF-8 (RFC 8259, section 8.1)."],
    deviation: inBytes(utf8, 'application/json;CHARSET="Latin1"'),
  },
  {
    given: "UTF-16",
    differences: [
      `listCountries, with a fresh token and in 5 more calls: the body is not in UTF-8, as its charset utf-16 says: ${notUtf8}.`,
    ],
    deviation: inBytes(
      (text) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le")),
      "application/json; charset=utf-16",
    ),
  },
  {
    given: "a byte order mark",
    notes: ["listCountries: the body begins with a byte order mark, which JSON must not have (RFC 8259, section 8.1)."],
    deviation: inBytes((text) => utf8(`\ufeff${text}`)),
  },
  {
    given: "a name twice, in two spellings, deep inside",
    notes: [
      "listCountries: the name `code` comes twice in one object: what a client reads depends on its parser (RFC 8259, section 4).",
    ],
    deviation: inBytes((text) => utf8(text.replace('"code"', '"\\u0063ode":"HKG","code"'))),
  },
  {
    given: "a name twice in a token's answer",
    notes: [
      "createToken: the name `expires_in` comes twice in one object: what a client reads depends on its parser (RFC 8259, section 4).",
    ],
    deviation: async ({ operation, answer }) => {
      const response = await answer();
      if (operation !== "createToken" || !response.ok) return response;
      const text = (await response.text()).replace("{", '{"expires_in":1,');
      return new Response(text, { headers: { "content-type": "application/json" } });
    },
  },
  ...[
    '</countries?page=2>; rel="next"',
    "<?page=2>;REL=Next",
    '<?a=1,2>; title="a, b; rel=next"; rel=prev, <?p=2>; rel="last next"',
  ].map((link) => ({ given: `pages, told as ${link}`, notes: [paged], deviation: withHeader("link", link) })),
  ...['<?page=1>; rel="prev"', '<?a>; title="rel=next"', "<?rel=next>; rel=self; rel=next"].map((link) => ({
    given: `no next page in ${link}`,
    deviation: withHeader("link", link),
  })),
  {
    given: "a deprecation",
    notes: ["listCountries: it is deprecated (RFC 9745): `Deprecation: @1767225600`, since 2026-01-01."],
    deviation: withHeader("deprecation", "@1767225600"),
  },
  {
    given: "an end to come",
    notes: ["listCountries: it will go away (RFC 8594): `Sunset: Wed, 31 Dec 2026 23:59:59 GMT`."],
    deviation: withHeader("sunset", "Wed, 31 Dec 2026 23:59:59 GMT"),
  },
  {
    given: "an empty list",
    notes: ["listCountries: `countries` is empty, so that nothing was seen of what it lists."],
    deviation: body("listCountries", 200, () => ({ countries: [] })),
  },
  {
    given: "the list in an envelope",
    differences: [
      "listCountries, with a fresh token and in 5 more calls: the body lacks the field `countries`.",
      "listCountries, with a fresh token and in 5 more calls: the body has the field `status`, a string, which the spec does not know.",
      "listCountries, with a fresh token and in 5 more calls: the body has the field `data`, an object, which the spec does not know: `{ countries: { code: string, name: string, prefix: string, tags?: string[], more?: { deep: null | boolean } }[], server_time: number }`.",
    ],
    contradicted: ["/paths/~1countries/get/responses/200"],
    deviation: body("listCountries", 200, ({ countries: list }) => ({
      status: "ok",
      data: {
        countries: (list as Fields[]).map((country, index) =>
          index === 0 ? country : { ...country, tags: ["a"], more: { deep: index === 1 ? null : true } },
        ),
        server_time: 5,
      },
    })),
  },
  {
    given: "a token in envelopes",
    differences: [
      "createToken, with the account's credentials and in 1 more call: the body lacks the field `access_token`.",
      "createToken, with the account's credentials and in 1 more call: the body lacks the field `expires_in`.",
      "createToken, with the account's credentials and in 1 more call: the body has the field `code`, the number 0, which the spec does not know.",
      "createToken, with the account's credentials and in 1 more call: the body has the field `data`, an object, which the spec does not know: `{ result: { access_token: string, expires_in: number, issued_by: string }[] }`.",
    ],
    deviation: body("createToken", 200, (fields) => ({ code: 0, data: { result: [{ ...fields, issued_by: "x" }] } })),
  },
  {
    given: "a failure that calls itself 200",
    differences: [
      "createToken, with the account's credentials and in 4 more calls: the body lacks the field `access_token`.",
      "createToken, with the account's credentials and in 4 more calls: the body lacks the field `expires_in`.",
      "createToken, with the account's credentials and in 4 more calls: the body has the field `code`, the number 1001, which the spec does not know.",
      "createToken, with the account's credentials and in 4 more calls: the body has the field `message`, a string, which the spec does not know.",
      "createToken, with a wrong security token, and the rest right and in 2 more calls: the answer is 200 (application/json: `{ code: 1001, message: string }`) where the spec says 401.",
      "createToken, with an empty object as body: the answer is 200 (application/json: `{ code: 1001, message: string }`) where the spec says 400.",
    ],
    gaps: ["listCountries was not called: there was no usable access token."],
    contradicted: ["/paths/~1token/post/responses/401", "/components/responses/BadRequest"],
    deviation: ({ operation, answer }) =>
      operation === "createToken" ? json(200, { code: 1001, message: "No." }) : answer(),
  },
  {
    given: "a number as token",
    differences: [
      "createToken, with the account's credentials: `access_token` is a number where the spec says string.",
    ],
    gaps: ["listCountries was not called: there was no usable access token."],
    deviation: replaced("createToken", 200, () => json(200, { access_token: 12345, expires_in: 300 })),
  },
];
