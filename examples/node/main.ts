import { setTimeout as pause } from "node:timers/promises";
import { styleText } from "node:util";
import { AuthError, type AuthEvent, createPhoneNumberClient } from "@m800/phone-number-auth";
import { countryTable } from "./country-table.ts";

const REASONS = {
  none: "acquired for the first call",
  due: "replaces one about to expire, while calls go on",
  dead: "replaces one that expired, before the call was sent",
  rejected: "replaces one that the API refused, and the call is sent again",
};

const startedAt = performance.now();
const seen = { calls: 0, answered: 0, tokens: 0 };
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

  const countries = await listCountries(client);
  console.log(`\n${countryTable(countries, 10)}\n`);
  if (lifetimeMs <= 5_000) await watchTokensGo(client);
  const { calls, answered, tokens } = seen;
  console.log(`\n${styleText("bold", `Calls made: ${calls}. Answered: ${answered}. Tokens acquired: ${tokens}.`)}`);
}

async function listCountries(client: Client) {
  seen.calls++;
  const { data, error, response } = await client.GET("/countries");
  if (!data) throw new Error(`The API gave no countries: ${response.status} ${JSON.stringify(error)}`);
  seen.answered++;
  return data.countries;
}

/** Outlives a token twice: while calls go on, and during a silence. */
async function watchTokensGo(client: Client): Promise<void> {
  say(`calls go on, ten per token, for longer than one lives (${lifetimeMs / 1000} s)`);
  for (const end = performance.now() + 1.1 * lifetimeMs; performance.now() < end; await pause(lifetimeMs / 10)) {
    await listCountries(client);
  }
  say("silence, for longer than a token lives");
  await pause(1.1 * lifetimeMs);
  await listCountries(client);
  say("one more call, answered like the others");
}

function report(event: AuthEvent): void {
  if (event.type === "token-failed") say(`no token: ${event.error.message}`);
  if (event.type !== "token-acquired") return;
  seen.tokens++;
  lifetimeMs = event.lifetimeMs;
  say(`${styleText("green", `token ${seen.tokens}`)} ${REASONS[event.reason]}`);
}

function say(message: string): void {
  const time = `${((performance.now() - startedAt) / 1000).toFixed(2).padStart(6)} s`;
  console.log(`${styleText("dim", time)}  ${message}`);
}
