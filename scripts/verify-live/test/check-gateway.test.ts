import { expect, onTestFinished, test } from "vitest";
import { assessAssumptions, type Verdict } from "../src/assess-assumptions.ts";
import { checkGateway } from "../src/check-gateway.ts";
import { differencesOf, inWords } from "../src/differences.ts";
import { outcomeOf } from "../src/outcome.ts";
import { bodyDeviations } from "./body-deviations.ts";
import { busyDeviations } from "./busy-deviations.ts";
import { account, createReferenceApi, document } from "./create-reference-api.ts";
import { busy, type Deviating, firstTime } from "./deviation.ts";
import { driftDeviations } from "./drift-deviations.ts";
import { type Deviation, serveGateway } from "./serve-gateway.ts";
import { statusDeviations } from "./status-deviations.ts";
import { tokenDeviations } from "./token-deviations.ts";

const USUAL_LIFETIME =
  "`expires_in` is 300, which is what the example of M800's Getting Started page says; its prose says 600.";

/** Checks a gateway with one deviation, with time that passes as fast as it is waited for. */
async function check(
  deviation: Deviation,
  { tokenLifetimeSeconds = 300, slowMs = 60_000, timeoutMs = 60_000, wholeLifetime = true } = {},
) {
  const api = createReferenceApi({ tokenLifetimeSeconds });
  const gateway = await serveGateway(api, deviation);
  onTestFinished(() => gateway.close());
  const result = await checkGateway({
    document,
    gateway: { baseUrl: gateway.baseUrl, timeoutMs },
    credentials: account,
    clock: api.clock,
    wholeLifetime,
    slowMs,
  });
  const verdicts = assessAssumptions(result);
  return {
    calls: result.findings.length,
    differences: differencesOf(result).map(inWords),
    gaps: outcomeOf(result).gaps,
    status: outcomeOf(result).status,
    issued: result.issued,
    notes: result.notes.filter((note) => note !== USUAL_LIFETIME),
    pointers: (wanted: Verdict["verdict"]) =>
      verdicts.filter(({ verdict }) => verdict === wanted).map(({ pointer }) => pointer),
  };
}

test.each<Deviating>([
  ...statusDeviations,
  ...busyDeviations,
  ...bodyDeviations,
  ...driftDeviations,
  ...tokenDeviations,
])(
  "given $given, says so and nothing else",
  async ({ deviation, differences = [], notes = [], gaps = [], contradicted = [], ...settings }) => {
    const { pointers, status, ...said } = await check(deviation, settings);
    expect(said).toMatchObject({ differences, notes, gaps });
    expect(status).toBe(settings.status ?? (differences.length > 0 ? 1 : gaps.length > 0 ? 2 : 0));
    expect(pointers("contradicted")).toEqual(contradicted);
  },
);

test("given a gateway that is as the spec says, confirms what it saw and finds no difference", async () => {
  const { calls, differences, notes, gaps, status, pointers } = await check(({ answer }) => answer());
  expect({ calls, differences, notes, gaps, status }).toEqual({
    calls: 15,
    differences: [],
    notes: [],
    gaps: [],
    status: 0,
  });
  expect(pointers("contradicted")).toEqual([]);
  expect(pointers("confirmed")).toEqual([
    "/servers/0",
    "/paths/~1token",
    "/paths/~1token/post/responses/401",
    "/paths/~1countries",
    "/paths/~1countries/get/responses/200",
    "/paths/~1countries/get/responses/401",
    "/components/schemas/Error",
    "/components/responses/BadRequest",
  ]);
  expect(pointers("not seen")).toEqual([
    "/components/responses/TooManyRequests",
    "/components/responses/TooManyRequests/headers/Retry-After",
    "/components/responses/InternalError",
    "/components/responses/Unavailable",
    "/components/responses/Unavailable/headers/Retry-After",
  ]);
});

test("calls the list with the token, with another and with none", async () => {
  const sent: (string | null)[] = [];
  await check(
    ({ operation, request, answer }) => {
      if (operation === "listCountries") sent.push(request.headers.get("authorization"));
      return answer();
    },
    { wholeLifetime: false },
  );
  expect(sent).toEqual([
    expect.stringMatching(/^Bearer reference\.0\./),
    "Bearer verify-live-unknown",
    null,
    expect.stringMatching(/^Bearer reference\.0\./),
  ]);
});

test("remembers what must not be printed: each token, and every text beside one that is long enough to be one", async () => {
  const { issued } = await check(
    async ({ operation, answer }) => {
      const response = await answer();
      if (operation !== "createToken" || !response.ok) return response;
      return Response.json({
        access_token: "q~7x",
        beside: [{ refresh_token: "12345678" }, null, 12_345_678, "1234567"],
        expires_in: 300,
      });
    },
    { wholeLifetime: false },
  );
  expect(issued).toEqual(["12345678", "q~7x", "12345678", "q~7x"]);
});

test.each(["to ken", "tokén", ""])("sends no token that no header can carry: %j", async (token) => {
  const { gaps } = await check(({ operation, answer }) =>
    operation === "createToken" ? Response.json({ access_token: token, expires_in: 300 }) : answer(),
  );
  expect(gaps).toEqual(["listCountries was not called: there was no usable access token."]);
});

test("waits for no token's end unless it is asked to", async () => {
  expect((await check(({ answer }) => answer(), { wholeLifetime: false })).calls).toBe(10);
});

test("confirms a header where it is seen, and the call is served later", async () => {
  const { pointers, status } = await check(firstTime("listCountries", () => busy(429, "2")));
  expect(pointers("confirmed")).toContain("/components/responses/TooManyRequests/headers/Retry-After");
  expect(status).toBe(0);
});

test.each([503, 429, 500])("counts nothing as confirmed where %s is all that it gets", async (status) => {
  const { pointers, ...said } = await check(() => busy(status));
  expect(pointers("confirmed")).toEqual([]);
  expect(pointers("contradicted")).toEqual([]);
  expect(said).toMatchObject({ status: 2, differences: [], calls: 1 });
});

test("could not check where nothing answers, and contradicts nothing", async () => {
  const { pointers, differences, gaps, status } = await check(() => Response.error());
  expect({ contradicted: pointers("contradicted"), differences, status }).toEqual({
    contradicted: [],
    differences: [],
    status: 2,
  });
  expect(gaps).toContainEqual(
    expect.stringMatching(/^createToken, with the account's credentials: the connection failed \(\w+\)\.$/),
  );
});

test("asks whether the credentials are right where they are refused, and tries no others", async () => {
  const refusal = { code: "invalid_credentials", message: "No." };
  const { gaps, differences, pointers, status, calls } = await check(({ operation, answer }) =>
    operation === "createToken"
      ? Response.json(refusal, { status: 401, headers: { "WWW-Authenticate": "M800Auth" } })
      : answer(),
  );
  expect(gaps[0]).toBe("The gateway refused the account's credentials: are the M800_* variables right?");
  expect(differences[0]).toMatch(
    /^createToken, with the account's credentials: the answer is 401 .* the spec says 200\.$/,
  );
  expect(pointers("not seen")).toContain("/paths/~1token");
  expect({ contradicted: pointers("contradicted"), status, calls }).toEqual({ contradicted: [], status: 2, calls: 1 });
});

test.each(["security token", "username", "password"])(
  "given a gateway that does not look at the %s, finds the token that it gives away",
  async (part) => {
    const { differences, status } = await check(async ({ operation, request, answer }, api) => {
      if (operation !== "createToken") return answer();
      const sent: Record<string, unknown> = await request.clone().json();
      const body = {
        ...sent,
        ...(part !== "security token" && part in sent && { [part]: Reflect.get(account, part) }),
      };
      const headers = new Headers(request.headers);
      if (part === "security token") headers.set("authorization", `M800Auth ${account.securityToken}`);
      return api.fetch(new Request(request, { headers, body: JSON.stringify(body) }));
    });
    expect(differences).toEqual([
      `createToken, with a wrong ${part}, and the rest right: the answer is 200 (application/json: \`{ access_token: string, expires_in: number }\`) where the spec says 401.`,
    ]);
    expect(status).toBe(1);
  },
);
