#!/usr/bin/env node

import { readFile } from "node:fs/promises";
import { parseArgs, styleText } from "node:util";
import type { Fault, MockSpec, OperationDescription } from "@m800/mock-engine";
import manifest from "../package.json" with { type: "json" };
import { api } from "./generated/api.gen.ts";
import { defaultAccount, parseAccounts } from "./m800/accounts.ts";
import { tokenOperationOf } from "./m800/token-operation.ts";
import { type Exchange, type ServedMockApi, serveMockApi } from "./serve-mock-api.ts";

const HELP = `Serves a mock of the M800 Phone Number API over HTTP.

Usage: m800-mock-server [options]

  --port N            port to listen on (default: 0, any free one)
  --host ADDRESS      address to listen on (default: 127.0.0.1)
  --allow-remote      allow a --host that other machines can reach
  --cors ORIGIN       let pages of this origin call the API (repeatable)
  --token-lifetime N  lifetime of an access token in seconds (default: 300)
  --accounts FILE     JSON: [{ username, securityToken, password?, countries? }]
                      (default: ${Object.values(defaultAccount).join(", ")})
  --spec FILE         serve this OpenAPI 3.0 or 3.1 document, JSON or YAML,
                      instead of M800's API
  --latency MS        delay of every answer in milliseconds
  --fault FIELDS      trouble for requests, as kind=status,status=503,rate=0.1
                      (repeatable)
                      kinds: network-error, timeout, status, truncate, garbage,
                      slow (with delayMs)
                      for some: operation=ID, nth=N, rate=0..1
  --seed N            decides which requests a rate meets (default: 1)
  --log FORMAT        text, json or none (default: text)
  --version           the version of this command
  --help              this text
`;

const logs: Readonly<Record<string, (exchange: Exchange) => void>> = {
  text({ method, path, status, refusal, durationMs }) {
    const colour = status === 0 || status >= 500 ? "red" : status >= 400 ? "yellow" : "green";
    const reason = refusal === undefined ? "" : styleText("dim", `  ${refusal}`);
    console.log(`${styleText(colour, String(status || "---"))} ${method} ${path} ${durationMs.toFixed(1)} ms${reason}`);
  },
  json: (exchange) => console.log(JSON.stringify(exchange)),
  none() {},
};

/** Longer delays end at once, in Node. */
const MAX_TIMER_MS = 2 ** 31 - 1;

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "0" },
      host: { type: "string", default: "127.0.0.1" },
      "allow-remote": { type: "boolean", default: false },
      cors: { type: "string", multiple: true, default: [] },
      "token-lifetime": { type: "string", default: "300" },
      accounts: { type: "string" },
      spec: { type: "string" },
      latency: { type: "string" },
      fault: { type: "string", multiple: true, default: [] },
      seed: { type: "string", default: "1" },
      log: { type: "string", default: "text" },
      version: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  if (values.version) {
    console.log(manifest.version);
    return;
  }
  const accounts = values.accounts === undefined ? [defaultAccount] : await readAccounts(values.accounts);
  const log = logs[values.log];
  if (!log) throw new RangeError(`--log takes ${Object.keys(logs).join(", ")}, not "${values.log}".`);
  const delays =
    values.latency === undefined
      ? []
      : [`kind=slow,delayMs=${wholeNumber("--latency", values.latency, 0, MAX_TIMER_MS)}`];
  const spec = values.spec === undefined ? undefined : await loadSpec(values.spec);
  const server = await serveMockApi({
    ...(spec && { spec }),
    port: wholeNumber("--port", values.port, 0, 65_535),
    host: values.host,
    allowRemote: values["allow-remote"],
    allowedOrigins: values.cors,
    tokenLifetimeSeconds: wholeNumber("--token-lifetime", values["token-lifetime"], 1, Number.MAX_SAFE_INTEGER),
    accounts,
    seed: wholeNumber("--seed", values.seed, 0, Number.MAX_SAFE_INTEGER),
    onReply: log,
  });
  try {
    for (const fields of [...delays, ...values.fault]) addFault(server, fields);
  } catch (error) {
    await server.close();
    throw error;
  }
  const { baseUrl } = server;
  if (values.log === "json") console.log(JSON.stringify({ baseUrl }));
  else {
    console.log(`M800 mock API at ${baseUrl} (Ctrl-C to stop)`);
    const operation = tokenOperationOf(spec?.api ?? api);
    if (operation && values.accounts === undefined) console.log(howToUse(baseUrl, operation));
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void server.close());
}

/** For the default account, which is no secret: what a program's environment needs, and a first request. */
function howToUse(baseUrl: string, { method, path }: OperationDescription): string {
  const { securityToken, username, password } = defaultAccount;
  return `
  Use it from a program:
    export M800_BASE_URL=${baseUrl}
    export M800_SECURITY_TOKEN=${securityToken}
    export M800_USERNAME=${username} M800_PASSWORD=${password}

  Or get a token by hand:
    curl -X ${method} ${baseUrl}${path} \\
      -H "Authorization: M800Auth ${securityToken}" \\
      -H "Content-Type: application/json" -d '{"username":"${username}"}'
`;
}

/** Adds a fault written as `name=value,…`. */
function addFault({ faults }: ServedMockApi, fields: string): void {
  const fault = Object.fromEntries(
    fields.split(",").map((field) => {
      const [name = "", value = ""] = field.split("=");
      return [name, ["kind", "operation"].includes(name) ? value : Number(value || Number.NaN)];
    }),
  );
  try {
    // It checks what it is given.
    faults.add(fault as unknown as Fault<never>);
  } catch (error) {
    throw new Error(`--fault ${fields}: ${error instanceof Error ? error.message : error}`);
  }
}

function wholeNumber(flag: string, value: string, minimum: number, maximum: number): number {
  const number = Number(value);
  if (value.trim() !== "" && Number.isInteger(number) && number >= minimum && number <= maximum) return number;
  throw new RangeError(`${flag} takes a whole number from ${minimum} to ${maximum}, not "${value}".`);
}

/** Loaded only where it is asked for, since the compiler takes its time to load. */
async function loadSpec(path: string): Promise<MockSpec> {
  const { readSpec } = await import("@m800/mock-engine/read-spec");
  try {
    return await readSpec(path);
  } catch (error) {
    throw new Error(`--spec ${path}: ${error instanceof Error ? error.message : error}`);
  }
}

async function readAccounts(path: string) {
  const text = await readFile(path, "utf8");
  try {
    return parseAccounts(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof TypeError ? error.message : "it is not valid JSON.";
    throw new Error(`--accounts ${path}: ${reason}`);
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return `${error.message}. Stop what listens there, or choose another --port.`;
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" || code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") {
    return `${error.message}\nRun m800-mock-server --help for the options.`;
  }
  // What is an option of `serveMockApi` is a flag here.
  return error.message.replace("allowRemote", "--allow-remote");
}
