import { tokenOperation } from "@m800/phone-number-openapi/operations";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createAuthFetch } from "../../src/create-auth-fetch.ts";
import { AuthError } from "../../src/errors.ts";
import { IS_WHOLE } from "./fleet.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const BASE_URL = "https://api.example";

/** Calls twice against a token endpoint that answers in this way, and once more at the end of what it may believe. */
async function run(body: BodyInit, headers: Record<string, string> = {}) {
  const sent: string[] = [];
  let tokenRequests = 0;
  const authFetch = createAuthFetch({
    baseUrl: BASE_URL,
    credentials: { securityToken: "s3cr3t", username: "u" },
    retry: false,
    fetch: async (input, init) => {
      if (input === `${BASE_URL}${tokenOperation.path}`) {
        tokenRequests++;
        return new Response(body, { headers });
      }
      sent.push(new Request(input, init).headers.get("Authorization") ?? "");
      return new Response("ok");
    },
  });
  const outcomes: unknown[] = [];
  for (let call = 0; call < 2; call++) {
    outcomes.push(
      await authFetch(BASE_URL).then(
        ({ status }) => status,
        (error: unknown) => error,
      ),
    );
  }
  const requestsAtOnce = tokenRequests;
  await vi.advanceTimersByTimeAsync(86_400_000);
  await authFetch(BASE_URL).catch(() => {});
  return { outcomes, sent, requestsAtOnce, requestsNextDay: tokenRequests - requestsAtOnce };
}

async function expectRefused(body: BodyInit, headers?: Record<string, string>): Promise<void> {
  const { outcomes, sent, requestsAtOnce } = await run(body, headers);
  for (const outcome of outcomes) {
    expect(outcome).toBeInstanceOf(AuthError);
    expect(`${outcome}`).not.toContain("s3cr3t");
  }
  expect(sent).toEqual([]);
  expect(requestsAtOnce).toBe(1);
}

async function expectTaken(body: BodyInit, token: string): Promise<void> {
  const { outcomes, sent, requestsAtOnce, requestsNextDay } = await run(body);
  expect(outcomes).toEqual([200, 200]);
  expect(new Set(sent)).toEqual(new Set([`Bearer ${token}`]));
  expect([requestsAtOnce, requestsNextDay]).toEqual([1, 1]);
}

/** Raw JSON, since much of it JSON.stringify would not write. */
const GOOD_TOKENS = ['"abc"', '"a.b-c_d~e+f/g=="', '"0"', `"${"x".repeat(8_000)}"`];
const BAD_TOKENS = [
  ...[
    "",
    " ",
    "a b",
    "a\\r\\nX: y",
    "a\\n",
    "\\u0000",
    "é",
    "日本",
    "=",
    "a=b",
    "a\\u2028",
    "a,b",
    "a;b",
    "x".repeat(8_001),
  ].map((token) => `"${token}"`),
  ...["null", "7", "true", "{}", "[]", '["abc"]', '{"toString":"abc"}', `"${"x".repeat(60_000)}"`],
];
const GOOD_LIFETIMES = ["1", "300", "0.5", "86400", "86401", "1e308", "1e999", "3e2"];
const BAD_LIFETIMES = [
  "null",
  '"300"',
  '""',
  "-1",
  "-0",
  "0",
  "1e-9",
  "-1e308",
  "-1e999",
  "[]",
  "[300]",
  "{}",
  "true",
  "false",
  '"1e3"',
];
const object = (token: string | undefined, lifetime: string | undefined, more = "") =>
  `{${[more, token && `"access_token":${token}`, lifetime && `"expires_in":${lifetime}`].filter(Boolean).join(",")}}`;
const EXTRAS = ["", '"refresh_token":"r"', '"__proto__":{"access_token":"abc","expires_in":300}', '"constructor":null'];

test("takes every good token with every good lifetime, for a day at most", async () => {
  for (const token of GOOD_TOKENS) {
    for (const lifetime of GOOD_LIFETIMES) {
      for (const more of EXTRAS) await expectTaken(object(token, lifetime, more), JSON.parse(token));
    }
  }
});

test("refuses every token or lifetime that is none: nothing is kept, nothing is sent, nobody storms", async () => {
  let cases = 0;
  for (const more of EXTRAS) {
    for (const token of [...BAD_TOKENS, undefined]) {
      for (const lifetime of [...GOOD_LIFETIMES, ...BAD_LIFETIMES, undefined]) {
        await expectRefused(object(token, lifetime, more));
        cases++;
      }
    }
    for (const token of GOOD_TOKENS) {
      for (const lifetime of [...BAD_LIFETIMES, undefined]) {
        await expectRefused(object(token, lifetime, more));
        cases++;
      }
    }
  }
  expect(cases).toBeGreaterThan(1_000);
});

test("refuses what is no token response at all", async () => {
  const good = object('"abc"', "300");
  const bodies = [
    "",
    " ",
    "null",
    "7",
    '"abc"',
    "[]",
    `[${good}]`,
    "<html>",
    "access_token=abc&expires_in=300",
    "NaN",
    object('"abc"', "NaN"),
    object('"abc"', "Infinity"),
    `${good}${good}`,
    `)]}'${good}`,
    good.replace("}", " ".repeat(70_000)),
    `{"access_token":"abc","expires_in":300,"pad":"${"x".repeat(70_000)}"}`,
    `${"[".repeat(50_000)}`,
    ...Array.from({ length: good.length }, (_, length) => good.slice(0, length)),
  ];
  for (const body of bodies) await expectRefused(body);
  await expectRefused(new Uint8Array([0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 3]), { "Content-Encoding": "gzip" });
});

test("stops reading an answer that does not end", async () => {
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(body) {
      pulled++;
      body.enqueue(new Uint8Array(10_000).fill(32));
    },
  });
  await expectRefused(endless);
  expect(pulled).toBeLessThan(12);
});

test("either takes an answer for what it says, or refuses it, whatever it is", async () => {
  const response = fc.oneof(
    fc.json(),
    fc
      .record({ access_token: fc.string({ unit: "binary" }), expires_in: fc.double() })
      .map((given) => JSON.stringify(given)),
    fc
      .record({ access_token: fc.stringMatching(/^[\w.~+/-]{1,40}={0,2}$/), expires_in: fc.jsonValue() })
      .map((given) => JSON.stringify(given)),
    fc.string({ unit: "binary" }),
  );
  const LEGAL = /^[A-Za-z0-9._~+/-]+=*$/;
  await fc.assert(
    fc.asyncProperty(response, async (body) => {
      const { sent, outcomes, requestsAtOnce } = await run(body);
      for (const header of sent) expect(header.replace(/^Bearer /, "")).toMatch(LEGAL);
      for (const outcome of outcomes) expect(outcome === 200 || outcome instanceof AuthError).toBe(true);
      if (outcomes[0] !== 200) expect([sent.length <= 1, requestsAtOnce]).toEqual([true, 1]);
    }),
    { seed: 800, numRuns: IS_WHOLE ? 100_000 : 2_000 },
  );
}, 3_600_000);
