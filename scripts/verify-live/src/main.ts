import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { loadSpec } from "@m800/generate/load-spec";
import { checkGateway } from "./check-gateway.ts";
import { createMask } from "./mask-secrets.ts";
import { recordExamples } from "./record-examples.ts";
import { differencesOf, renderReport } from "./render-report.ts";
import { readSettings } from "./settings.ts";

const HELP = `Calls the real gateway and holds its answers against openapi/phone-number.yaml.

Usage: pnpm verify:live [options]

The variables M800_BASE_URL, M800_SECURITY_TOKEN, M800_USERNAME and M800_PASSWORD
(if the account has one) say which gateway, and as whom. It makes some ten calls,
changes nothing, and prints a report in Markdown with every secret masked.

  --lifetime       also use a token until it expires: takes as long as one lives
  --record FILE    write the spec to FILE with examples of what was seen added;
                   openapi/phone-number.yaml itself will do: see git diff
  --timeout N      longest wait for an answer in seconds (default: 30)
  --slow N         seconds from which an answer is reported as slow (default: 5)
  --help           this text

Exit status: 0 if all answers are as the spec says, 1 if not, 2 if it could not check.
`;

const SPEC = join(import.meta.dirname, "../../../openapi/phone-number.yaml");

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      lifetime: { type: "boolean", default: false },
      record: { type: "string" },
      timeout: { type: "string", default: "30" },
      slow: { type: "string", default: "5" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const { baseUrl, credentials } = readSettings(process.env);
  const { document, hash } = await loadSpec(SPEC);
  const check = await checkGateway({
    document,
    gateway: { baseUrl, timeoutMs: milliseconds("--timeout", values.timeout) },
    credentials,
    clock: { now: () => performance.now(), wait: (duration) => setTimeout(duration) },
    wholeLifetime: values.lifetime,
    slowMs: milliseconds("--slow", values.slow),
  });

  const { securityToken, username, password = "" } = credentials;
  const mask = createMask([securityToken, username, password, ...check.issued]);
  const date = new Date().toISOString().slice(0, 10);
  process.stdout.write(mask(renderReport(check, { baseUrl, specHash: hash, date })));
  if (values.record !== undefined) {
    await writeFile(values.record, recordExamples(await readFile(SPEC, "utf8"), check.findings, mask));
    console.error(`The spec with examples of what was seen is in ${values.record}.`);
  }
  return differencesOf(check).length === 0 ? 0 : 1;
}

function milliseconds(flag: string, value: string): number {
  const seconds = Number(value);
  if (!(seconds > 0 && seconds <= 3600))
    throw new Error(`${flag} takes a number of seconds up to 3600, not "${value}".`);
  return seconds * 1000;
}
