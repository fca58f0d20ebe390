import { setTimeout as pause } from "node:timers/promises";
import { AuthError, type AuthEvent, createPhoneNumberClient } from "@m800/phone-number-auth";
import { countryTable } from "./country-table.ts";

const REASONS = {
  none: "token acquired for the first call",
  due: "token about to expire: replaced in the background",
  dead: "token expired: replaced before the call was sent",
  rejected: "token refused by the API: replaced, and the call sent again",
};

const startedAt = performance.now();
const seen = { calls: 0, tokens: 0, unauthorized: 0 };
let lifetimeMs = 0;

type Client = ReturnType<typeof createPhoneNumberClient>;

try {
  await main();
} catch (error) {
  console.error(error instanceof AuthError ? `${error.code}: ${error.message}` : error);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  // The address and the credentials come from M800_BASE_URL, M800_SECURITY_TOKEN, M800_USERNAME and M800_PASSWORD.
  const client = createPhoneNumberClient({ onEvent: report });

  console.log(countryTable(await listCountries(client)));
  if (lifetimeMs <= 5_000) await watchTokensGo(client);
  console.log(
    `\nCalls made: ${seen.calls}. Tokens acquired: ${seen.tokens}. 401s seen by the caller: ${seen.unauthorized}.`,
  );
}

async function listCountries(client: Client) {
  seen.calls++;
  const { data, error, response } = await client.GET("/countries");
  if (response.status === 401) seen.unauthorized++;
  if (!data) throw new Error(`GET /countries: ${response.status} ${error?.message ?? ""}`);
  return data.countries;
}

/** Outlives a token twice: while calls go on, and during a silence. */
async function watchTokensGo(client: Client): Promise<void> {
  say(`calling ten times per token, for longer than one lives (${lifetimeMs / 1000} s)`);
  for (const end = performance.now() + 1.1 * lifetimeMs; performance.now() < end; await pause(lifetimeMs / 10)) {
    await listCountries(client);
  }
  say("silent for longer than a token lives");
  await pause(1.1 * lifetimeMs);
  await listCountries(client);
  say("called once more");
}

function report(event: AuthEvent): void {
  if (event.type === "token-failed") say(`no token: ${event.error.message}`);
  if (event.type !== "token-acquired") return;
  seen.tokens++;
  lifetimeMs = event.lifetimeMs;
  say(`${REASONS[event.reason]} (${Math.round(event.durationMs)} ms, lives ${event.lifetimeMs / 1000} s)`);
}

function say(message: string): void {
  console.log(`${((performance.now() - startedAt) / 1000).toFixed(2).padStart(6)} s  ${message}`);
}
