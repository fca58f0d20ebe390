import { readFile, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { findSpec } from "@m800/generate/find-spec";
import { loadSpec } from "@m800/generate/load-spec";
import { upgrade } from "@m800/mock-engine/compile";
import { createTwoFilesPatch } from "diff";
import { amendSpec } from "./amend-spec.ts";
import { checkGateway } from "./check-gateway.ts";
import { createReport, type Report } from "./create-report.ts";
import { createMask } from "./mask-secrets.ts";
import { recordExamples } from "./record-examples.ts";
import { renderJunit } from "./render-junit.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { renderText } from "./render-text.ts";
import { withServerPath } from "./server-path.ts";
import { readSettings } from "./settings.ts";

const HELP = `Calls the real gateway and holds its answers against the OpenAPI description.

Usage: pnpm verify:live [options]

The variables M800_BASE_URL, M800_SECURITY_TOKEN, M800_USERNAME and M800_PASSWORD
(if the account has one) say which gateway, and as whom. It makes some ten calls,
changes nothing, and prints a report with every secret masked. Where the gateway is
busy and says Retry-After, it waits for up to a minute and asks once more.

  --format F       text, for a terminal; markdown, to paste into an issue; json; or
                   junit, for a CI (default: text)
  --lifetime       also use a token until it expires: takes as long as one lives
  --record FILE    write the spec to FILE as it would be right, with examples of what
                   was seen; openapi/phone-number.yaml itself will do: see git diff
  --spec FILE      the description (default: openapi/phone-number.yaml)
  --timeout N      longest wait for an answer in seconds (default: 30)
  --slow N         seconds from which an answer is reported as slow (default: 5)
  --help           this text

Exit status: 0 if all that could be confirmed was, and nothing differs; 1 if the
gateway differs from the spec; 2 if it could not be checked, or not whole: no answer,
a busy or broken gateway, refused credentials.
`;

const FORMATS = {
  text: renderText,
  markdown: renderMarkdown,
  json: (report: Report) => `${JSON.stringify(report, undefined, 2)}\n`,
  junit: renderJunit,
};

const ROOT = join(import.meta.dirname, "../../..");

/** Takes what a program prints, as its streams do. */
interface Output {
  write(text: string): unknown;
}

/** Runs the check as the command does that has these arguments. Returns its exit status. */
export async function verifyLive(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  stdout: Output,
  stderr: Output,
): Promise<number> {
  try {
    return await check(args, env, stdout, stderr);
  } catch (error) {
    stderr.write(`${error instanceof Error ? error.message : error}\n`);
    return 2;
  }
}

async function check(...[args, env, stdout, stderr]: Parameters<typeof verifyLive>): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      format: { type: "string", default: "text" },
      spec: { type: "string" },
      lifetime: { type: "boolean", default: false },
      record: { type: "string" },
      timeout: { type: "string", default: "30" },
      slow: { type: "string", default: "5" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    stdout.write(HELP);
    return 0;
  }
  if (!isFormat(values.format))
    throw new Error(`--format takes ${Object.keys(FORMATS).join(", ")}, not "${values.format}".`);
  const timeoutMs = milliseconds("--timeout", values.timeout);
  const slowMs = milliseconds("--slow", values.slow);
  const { baseUrl, credentials } = readSettings(env);
  const spec = values.spec ?? join(ROOT, findSpec(ROOT));
  const { document, hash } = await loadSpec(spec);
  const result = await checkGateway({
    document: upgrade(document),
    gateway: { baseUrl: withServerPath(baseUrl, document), timeoutMs },
    credentials,
    // A timer may end a millisecond early.
    clock: {
      now: () => performance.now(),
      date: Date.now,
      wait: (duration) => setTimeout(Math.ceil(duration) + 1),
      deadline: (duration) => AbortSignal.timeout(duration),
    },
    wholeLifetime: values.lifetime,
    slowMs,
  });

  const { securityToken, username, password = "" } = credentials;
  const mask = createMask([securityToken, username, password, ...result.issued]);
  const yaml = await readFile(spec, "utf8");
  const amended = amendSpec(yaml, result, (name) => mask(name) !== name);
  const report = createReport(
    result,
    {
      baseUrl,
      specHash: hash,
      date: new Date().toISOString().slice(0, 10),
      patch: patchOf(spec, yaml, amended),
    },
    mask,
  );
  stdout.write(FORMATS[values.format](report));
  if (values.record !== undefined) {
    await writeFile(values.record, recordExamples(amended, result.findings, mask));
    stderr.write(`The spec as it would be right, with examples of what was seen, is in ${values.record}.\n`);
  }
  return report.exit.status;
}

function isFormat(value: string): value is keyof typeof FORMATS {
  return Object.hasOwn(FORMATS, value);
}

/** The change of a description as a unified diff, to apply at the root of the repository; empty if there is none. */
function patchOf(path: string, before: string, after: string): string {
  if (before === after) return "";
  const name = relative(ROOT, resolve(path)).replaceAll("\\", "/");
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after).replace(/^=+\n/, "");
}

function milliseconds(flag: string, value: string): number {
  const seconds = Number(value);
  if (!(seconds > 0 && seconds <= 3600))
    throw new Error(`${flag} takes a number of seconds up to 3600, not "${value}".`);
  return seconds * 1000;
}
