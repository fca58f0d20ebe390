import { join } from "node:path";
import { loadSpec } from "@m800/generate/load-spec";
import { createMockApi, defaultAccount } from "@m800/phone-number-mock-server";
import { expect, onTestFinished, test } from "vitest";
import { assessAssumptions, type Verdict } from "../src/assess-assumptions.ts";
import { checkGateway } from "../src/check-gateway.ts";
import { differencesOf } from "../src/render-report.ts";
import { bodyDeviations } from "./body-deviations.ts";
import type { Deviating } from "./deviation.ts";
import { type Deviation, serveGateway } from "./serve-gateway.ts";
import { statusDeviations } from "./status-deviations.ts";
import { tokenDeviations } from "./token-deviations.ts";

const { document } = await loadSpec(join(import.meta.dirname, "../../../openapi/phone-number.yaml"));

const USUAL_LIFETIME =
  "`expires_in` is 300, which is what the example of M800's Getting Started page says; its prose says 600.";

/** Checks the mock but for one deviation, with time that passes as fast as it is waited for. */
async function check(
  deviation: Deviation,
  { tokenLifetimeSeconds = 300, slowMs = 60_000, timeoutMs = 60_000, wholeLifetime = true } = {},
) {
  const api = createMockApi({ tokenLifetimeSeconds });
  const gateway = await serveGateway(api, deviation);
  onTestFinished(() => gateway.close());
  const result = await checkGateway({
    document,
    gateway: { baseUrl: gateway.baseUrl, timeoutMs },
    credentials: defaultAccount,
    clock: { now: api.clock.now, wait: async (milliseconds) => api.clock.advance(milliseconds / 1000) },
    wholeLifetime,
    slowMs,
  });
  const verdicts = assessAssumptions(result);
  return {
    calls: result.findings.length,
    differences: differencesOf(result),
    notes: result.notes.filter((note) => note !== USUAL_LIFETIME),
    pointers: (wanted: Verdict["verdict"]) =>
      verdicts.filter(({ verdict }) => verdict === wanted).map(({ pointer }) => pointer),
  };
}

test.each<Deviating>([...statusDeviations, ...bodyDeviations, ...tokenDeviations])(
  "given $given, says so and nothing else",
  async ({ deviation, differences = [], notes = [], contradicted = [], ...settings }) => {
    const { pointers, ...said } = await check(deviation, settings);
    expect(said).toMatchObject({ differences, notes });
    expect(pointers("contradicted")).toEqual(contradicted);
  },
);

test("given a gateway that is as the spec says, confirms what it saw and finds no difference", async () => {
  const { calls, differences, notes, pointers } = await check(({ answer }) => answer());
  expect({ calls, differences, notes }).toEqual({ calls: 13, differences: [], notes: [] });
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

test("waits for no token's end unless it is asked to", async () => {
  expect((await check(({ answer }) => answer(), { wholeLifetime: false })).calls).toBe(8);
});

test("confirms a header where it is seen", async () => {
  const limited = { code: "rate_limited", message: "Later." };
  const { pointers } = await check(({ operation, answer }) =>
    operation === "listCountries" ? Response.json(limited, { status: 429, headers: { "Retry-After": "2" } }) : answer(),
  );
  expect(pointers("confirmed")).toContain("/components/responses/TooManyRequests/headers/Retry-After");
});

test("contradicts the gateway's address where nothing answers", async () => {
  const { pointers, differences } = await check(() => Response.error());
  expect(pointers("contradicted")).toEqual(["/servers/0"]);
  expect(differences).toEqual([
    expect.stringMatching(/^createToken, with the account's credentials: the connection failed \(\w+\)\.$/),
  ]);
});

test("asks whether the credentials are right where they are refused", async () => {
  const refusal = { code: "invalid_credentials", message: "No." };
  const { notes, differences, pointers } = await check(({ operation, answer }) =>
    operation === "createToken"
      ? Response.json(refusal, { status: 401, headers: { "WWW-Authenticate": "M800Auth" } })
      : answer(),
  );
  expect(notes[0]).toBe("The gateway refused the account's credentials: are the M800_* variables right?");
  expect(differences[0]).toMatch(
    /^createToken, with the account's credentials: the answer is 401 .* the spec says 200\.$/,
  );
  expect(pointers("not seen")).toContain("/paths/~1token");
  expect(pointers("contradicted")).toEqual([]);
});
