import { readFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { assessAssumptions } from "../src/assess-assumptions.ts";
import { checkGateway } from "../src/check-gateway.ts";
import { differencesOf, inWords } from "../src/differences.ts";
import { outcomeOf } from "../src/outcome.ts";
import { withServerPath } from "../src/server-path.ts";
import { account, createReferenceApi, SPEC } from "./create-reference-api.ts";
import { body, type Fields, json } from "./deviation.ts";
import { type Deviation, serveGateway } from "./serve-gateway.ts";

const yaml = readFileSync(SPEC, "utf8");
const usual: Deviation = ({ answer }) => answer();

const ERROR =
  /( {4}Error:\n {6}type: object\n.*?)( {6}required: \[code, message\]\n {6}properties:\n)(.*?)(?=\n {2}responses:)/s;
const LIST = /( {4}CountryList:\n {6}type: object\n {6}description: .*?\n).*?(?=\n {4}Country:)/s;

/** A guess of the description that is wrong, put right by an edit of it, and a gateway that does as it says then. */
interface Flip {
  readonly flip: string;
  readonly edits: readonly (readonly [find: string | RegExp, replaceBy: string])[];
  readonly gateway: Deviation;
  /** How the check ends without the edit. */
  readonly unedited?: 0;
}

const renamed =
  (paths: Readonly<Record<string, string>>): Deviation =>
  ({ request }, api) => {
    const { origin, pathname } = new URL(request.url);
    return api.fetch(new Request(`${origin}${paths[pathname] ?? `/none${pathname}`}`, request));
  };

const otherErrors =
  (change: (body: Fields) => object, type = "application/json"): Deviation =>
  async ({ answer }) => {
    const response = await answer();
    if (response.ok) return response;
    const headers = { ...Object.fromEntries(response.headers), "content-type": type };
    return json(response.status, change((await response.json()) as Fields), headers);
  };

const flips: readonly Flip[] = [
  {
    flip: "another path for tokens",
    edits: [["\n  /token:", "\n  /auth/v1/token:"]],
    gateway: renamed({ "/auth/v1/token": "/token", "/countries": "/countries" }),
  },
  {
    flip: "another path for the list",
    edits: [["\n  /countries:", "\n  /v2/numbers/countries:"]],
    gateway: renamed({ "/token": "/token", "/v2/numbers/countries": "/countries" }),
  },
  {
    flip: "a path prefix in servers",
    edits: [['url: "{gateway}"', 'url: "{gateway}/phone/v1"']],
    gateway: renamed({ "/phone/v1/token": "/token", "/phone/v1/countries": "/countries" }),
  },
  {
    flip: "201 for tokens",
    edits: [[/(createToken.*?)"200":/s, '$1"201":']],
    gateway: async ({ operation, answer }) => {
      const response = await answer();
      return operation === "createToken" && response.ok ? json(201, await response.json()) : response;
    },
  },
  {
    flip: "other names for operations and tags",
    edits: [
      [/createToken/g, "requestAccessToken"],
      [/listCountries/g, "findCountries"],
      [/m800Auth/g, "securityToken"],
    ],
    gateway: usual,
    unedited: 0,
  },
  {
    flip: "403 for 401",
    edits: [[/"401":/g, '"403":']],
    gateway: async ({ answer }) => {
      const response = await answer();
      return response.status === 401
        ? new Response(response.body, { status: 403, headers: response.headers })
        : response;
    },
  },
  {
    flip: "422 for 400",
    edits: [[/"400":/g, '"422":']],
    gateway: async ({ answer }) => {
      const response = await answer();
      return response.status === 400
        ? new Response(response.body, { status: 422, headers: response.headers })
        : response;
    },
  },
  {
    flip: "no challenge",
    edits: [[/ {10}headers:\n {12}WWW-Authenticate:\n.*?(?=\n {10}content:)/gs, "          x-headers: none"]],
    gateway: async ({ answer }) => {
      const response = await answer();
      return json(response.status, await response.json());
    },
  },
  {
    flip: "errors in an object",
    edits: [
      [
        ERROR,
        "$1      required: [error]\n      properties:\n        error: { type: object, required: [code, message], properties: { code: { type: string }, message: { type: string } } }\n",
      ],
    ],
    gateway: otherErrors((error) => ({ error })),
  },
  {
    flip: "problems as in RFC 9457",
    edits: [
      [
        ERROR,
        "$1      required: [title]\n      properties:\n        title: { type: string }\n        status: { type: integer }\n        detail: { type: string }\n",
      ],
      [/application\/json(?=:\n +schema:\n +\$ref: "#\/components\/schemas\/Error")/g, "application/problem+json"],
    ],
    gateway: otherErrors(() => ({ title: "No.", status: 400 }), "application/problem+json; charset=utf-8"),
  },
  {
    flip: "a bare list",
    edits: [[LIST, '    CountryList:\n      type: array\n      items: { $ref: "#/components/schemas/Country" }\n']],
    gateway: body("listCountries", 200, ({ countries: list }) => list),
  },
  {
    flip: "data and total",
    edits: [
      [
        LIST,
        '$1      required: [data, total]\n      properties:\n        data: { type: array, items: { $ref: "#/components/schemas/Country" } }\n        total: { type: integer }\n',
      ],
    ],
    gateway: body("listCountries", 200, ({ countries: list }) => ({ data: list, total: (list as Fields[]).length })),
  },
  {
    flip: "other names of fields",
    edits: [
      ["required: [code, name, prefix]", "required: [iso, name, callingCode]"],
      [/\n {8}code:(?=\n {10}type: string\n {10}pattern)/, "\n        iso:"],
      ["\n        prefix:", "\n        callingCode:"],
    ],
    gateway: body("listCountries", 200, ({ countries: list }) => ({
      countries: (list as Fields[]).map(({ code, name, prefix }) => ({ iso: code, name, callingCode: prefix })),
    })),
  },
  {
    flip: "numbers as prefixes",
    edits: [[/( {8}prefix:\n {10}type: )string\n {10}pattern: .*\n/, "$1integer\n"]],
    gateway: body("listCountries", 200, ({ countries: list }) => ({
      countries: (list as Fields[]).map((country) => ({ ...country, prefix: Number(country.prefix) })),
    })),
  },
  {
    flip: "a token in an envelope",
    edits: [
      [
        /( {4}AccessToken:\n)(.*?)(?=\n {4}CountryList:)/s,
        "$1      type: object\n      required: [code, data]\n      properties:\n        code: { type: integer }\n        data: { type: object, required: [access_token, expires_in], properties: { access_token: { type: string }, expires_in: { type: integer } } }\n",
      ],
    ],
    gateway: body("createToken", 200, (fields) => ({ code: 0, data: fields })),
  },
  {
    flip: "an operation more, with what it takes in examples",
    unedited: 0,
    edits: [
      [
        "\ncomponents:\n",
        `
  /countries/{code}/numbers:
    parameters:
      - { name: code, in: path, required: true, schema: { type: string }, example: H/K }
    get:
      operationId: listNumbers
      parameters:
        - { name: kind, in: query, required: true, schema: { type: array, items: { type: string }, examples: [[a, b&c]] } }
        - { name: X-Account, in: header, required: true, schema: { type: string, default: mine } }
        - { name: page, in: query, schema: { type: integer }, example: 2 }
      responses:
        "200": { description: Them., content: { application/json: { schema: { type: array, items: { type: string } } } } }
        "401": { description: No. }
components:
`,
      ],
    ],
    gateway: ({ request, answer }, api) => {
      const { pathname, search } = new URL(request.url);
      if (!pathname.endsWith("/numbers")) return answer();
      const isKnown = api.tokens
        .issued()
        .some(({ token }) => request.headers.get("authorization") === `Bearer ${token}`);
      if (!isKnown) return new Response(null, { status: 401 });
      return pathname === "/countries/H%2FK/numbers" && search === "?kind=a&kind=b%26c"
        ? json(200, ["85212345678"])
        : json(404, {});
    },
  },
];

async function check(spec: string, gateway: Deviation) {
  const api = createReferenceApi();
  const served = await serveGateway(api, gateway);
  onTestFinished(() => served.close());
  const document = parse(spec);
  return checkGateway({
    document,
    gateway: { baseUrl: withServerPath(served.baseUrl, document), timeoutMs: 60_000 },
    credentials: account,
    clock: api.clock,
    wholeLifetime: true,
    slowMs: 60_000,
  });
}

test.each(flips)(
  "given $flip, an edit of the spec is all that the check needs to end with 0",
  async ({ edits, gateway, unedited = 1 }) => {
    const flipped = edits.reduce((text, [find, by]) => text.replace(find, by), yaml);
    expect(flipped).not.toBe(yaml);

    expect(outcomeOf(await check(yaml, gateway)).status).toBe(unedited);

    const after = await check(flipped, gateway);
    expect({ differences: differencesOf(after).map(inWords), ...outcomeOf(after) }).toMatchObject({
      differences: [],
      status: 0,
      gaps: [],
    });
    expect(assessAssumptions(after).filter(({ verdict }) => verdict === "contradicted")).toEqual([]);
  },
);

test.each([
  {
    operation: "post: { operationId: orderNumber, responses: {} }",
    want: "orderNumber was not called: it may change something.",
  },
  {
    operation:
      "get: { operationId: readNumber, parameters: [{ name: id, in: query, required: true, schema: { type: string } }], responses: {} }",
    want: "readNumber was not called: the spec has no example for what it takes.",
  },
  {
    operation: "get: { operationId: readStatus, security: [], responses: {} }",
    want: "readStatus was not called: it takes no access token.",
  },
])("says why an operation was not called: $want", async ({ operation, want }) => {
  const { notes, findings } = await check(
    yaml.replace("\ncomponents:\n", `\n  /more: { ${operation} }\ncomponents:\n`),
    usual,
  );
  expect(notes).toContain(want);
  expect(new Set(findings.map(({ exchange }) => exchange.operation.operationId))).toEqual(
    new Set(["createToken", "listCountries"]),
  );
});

test("takes no harm from a not found example value", async () => {
  const operation =
    'get: { operationId: readNumber, parameters: [{ name: id, in: query, required: true, schema: { type: string }, example: "1" }], responses: { "200": { description: It. }, "401": { description: No. }, "404": { description: None. } } }';
  const spec = yaml.replace("\ncomponents:\n", `\n  /more: { ${operation} }\ncomponents:\n`);
  const result = await check(spec, ({ request, answer }) => {
    if (!request.url.includes("/more")) return answer();
    const isKnown = request.headers.get("authorization")?.startsWith("Bearer reference.") ?? false;
    return new Response(null, { status: isKnown ? 404 : 401 });
  });
  expect(outcomeOf(result).status).toBe(0);
  expect(result.notes).toContain(
    "readNumber, with a fresh token and the spec's example values: 404 came for the spec's example values. Examples that exist at the gateway would show more.",
  );
});
