#!/usr/bin/env node

import { readFile } from "node:fs/promises";
import { parseArgs, styleText } from "node:util";
import type { MockSpec, OperationDescription } from "@m800/mock-engine";
import manifest from "../package.json" with { type: "json" };
import { addFault } from "./add-fault.ts";
import type { Exchange } from "./create-api-server.ts";
import { api } from "./generated/api.gen.ts";
import { HELP } from "./help.ts";
import { keepHeapSmall } from "./keep-heap-small.ts";
import { defaultAccount, parseAccounts } from "./m800/accounts.ts";
import { tokenOperationOf } from "./m800/token-operation.ts";
import { type ServedMockApi, serveMockApi } from "./serve-mock-api.ts";
import { watchSpec } from "./watch-spec.ts";

const logs: Readonly<Record<string, ((exchange: Exchange) => void) | undefined>> = {
  text({ method, path, status, refusal, durationMs }) {
    const colour = status === 0 || status >= 500 ? "red" : status >= 400 ? "yellow" : "green";
    const reason = refusal === undefined ? "" : styleText("dim", `  ${refusal}`);
    console.log(`${styleText(colour, String(status || "---"))} ${method} ${path} ${durationMs.toFixed(1)} ms${reason}`);
  },
  json: (exchange) => console.log(JSON.stringify(exchange)),
  none: undefined,
};

/** Longer delays end at once, in Node. */
const MAX_TIMER_MS = 2 ** 31 - 1;

keepHeapSmall();
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
      strict: { type: "boolean", default: false },
      watch: { type: "boolean", default: false },
      control: { type: "boolean", default: false },
      "control-port": { type: "string", default: "0" },
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
  const onReply = logs[values.log];
  if (!Object.hasOwn(logs, values.log))
    throw new RangeError(`--log takes ${Object.keys(logs).join(", ")}, not "${values.log}".`);
  const delays =
    values.latency === undefined
      ? []
      : [`kind=slow,delayMs=${wholeNumber("--latency", values.latency, 0, MAX_TIMER_MS)}`];
  const { spec: file, watch, strict } = values;
  for (const [flag, isGiven] of Object.entries({ "--watch": watch, "--strict": strict })) {
    if (isGiven && file === undefined) throw new RangeError(`${flag} is about a document: name it with --spec.`);
  }
  const spec = file === undefined ? undefined : await loadSpec(file, strict);
  const server = await serveMockApi({
    ...(spec && { spec }),
    port: wholeNumber("--port", values.port, 0, 65_535),
    host: values.host,
    allowRemote: values["allow-remote"],
    allowedOrigins: values.cors,
    tokenLifetimeSeconds: wholeNumber("--token-lifetime", values["token-lifetime"], 1, Number.MAX_SAFE_INTEGER),
    accounts,
    seed: wholeNumber("--seed", values.seed, 0, Number.MAX_SAFE_INTEGER),
    control: values.control && {
      port: wholeNumber("--control-port", values["control-port"], 0, 65_535),
      secret: process.env.M800_MOCK_CONTROL_SECRET,
    },
    ...(onReply && { onReply }),
  });
  try {
    for (const fields of [...delays, ...values.fault]) addFault(server.faults, fields);
  } catch (error) {
    await server.close();
    throw error;
  }
  const { baseUrl, control } = server;
  if (values.log === "json") console.log(JSON.stringify({ baseUrl, control }));
  else {
    console.log(`M800 mock API at ${baseUrl} (Ctrl-C to stop)`);
    if (control) console.log(`Control at ${control.url} with the secret ${control.secret}`);
    const operation = tokenOperationOf(spec?.api ?? api);
    if (operation && values.accounts === undefined) console.log(howToUse(baseUrl, operation));
  }
  const unwatch = file !== undefined && watch ? watchSpec(file, () => reload(server, file, strict)) : () => {};
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      unwatch();
      void server.close();
    });
  }
}

/** A document that cannot be served, as it may be while it is written, leaves the last one in its place. */
async function reload(server: ServedMockApi, file: string, isStrict: boolean): Promise<void> {
  try {
    server.reload(await loadSpec(file, isStrict));
    console.error(`Serving ${file} anew.`);
  } catch (error) {
    console.error(explain(error));
  }
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

function wholeNumber(flag: string, value: string, minimum: number, maximum: number): number {
  const number = Number(value);
  if (value.trim() !== "" && Number.isInteger(number) && number >= minimum && number <= maximum) return number;
  throw new RangeError(`${flag} takes a whole number from ${minimum} to ${maximum}, not "${value}".`);
}

/** Loaded only where it is asked for, since the compiler takes its time to load. */
async function loadSpec(path: string, isStrict: boolean): Promise<MockSpec> {
  const { readSpec } = await import("@m800/mock-engine/read-spec");
  const { problems, ...spec } = await readSpec(path).catch((error: unknown) => {
    throw new Error(`--spec ${path}: ${error instanceof Error ? error.message : error}`);
  });
  if (isStrict && problems.length > 0) throw new Error(problems.join("\n"));
  for (const problem of problems) console.error(problem);
  return spec;
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
