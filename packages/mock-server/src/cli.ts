#!/usr/bin/env node
import { readFile } from "node:fs/promises";
import { parseArgs, styleText } from "node:util";
import { defaultAccount, parseAccounts } from "./m800/accounts.ts";
import { serveMockApi } from "./serve-mock-api.ts";

const HELP = `Serves a mock of the M800 Phone Number API over HTTP.

Usage: m800-mock-server [options]

  --port N              port to listen on (default: 0, any free one)
  --host ADDRESS        address to listen on (default: 127.0.0.1)
  --allow-remote        allow a --host that other machines can reach
  --token-lifetime N    lifetime of an access token in seconds (default: 300)
  --accounts FILE       JSON array of { username, securityToken, password? }
                        (default: ${defaultAccount.username}, ${defaultAccount.securityToken}, ${defaultAccount.password})
  --help                this text
`;

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
      "token-lifetime": { type: "string", default: "300" },
      accounts: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const accounts = values.accounts === undefined ? [defaultAccount] : await readAccounts(values.accounts);
  const server = await serveMockApi({
    port: wholeNumber("--port", values.port, 0, 65_535),
    host: values.host,
    allowRemote: values["allow-remote"],
    tokenLifetimeSeconds: wholeNumber("--token-lifetime", values["token-lifetime"], 1, Number.MAX_SAFE_INTEGER),
    accounts,
    onReply: ({ method, path, status, durationMs }) => {
      const colour = status < 400 ? "green" : status < 500 ? "yellow" : "red";
      console.log(`${styleText(colour, String(status))} ${method} ${path} ${durationMs.toFixed(1)} ms`);
    },
  });
  console.log(`M800 mock API at ${server.baseUrl} (Ctrl-C to stop)`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void server.close());
}

function wholeNumber(flag: string, value: string, minimum: number, maximum: number): number {
  const number = Number(value);
  if (value.trim() !== "" && Number.isInteger(number) && number >= minimum && number <= maximum) return number;
  throw new RangeError(`${flag} takes a whole number from ${minimum} to ${maximum}, not "${value}".`);
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
  return error.message;
}
