import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs, styleText } from "node:util";

const HELP = `Sets everything up and runs the main job:
spec -> packages -> mock API -> a program that calls it.

Usage: npm start -- [options]

  --port N         port of the mock API (default: 0, any free one)
  --keep           leave the mock API serving until Ctrl-C
  --base-url URL   call this gateway instead of the mock, with the credentials
                   of M800_SECURITY_TOKEN, M800_USERNAME and M800_PASSWORD
  --help           this text
`;

const ROOT = join(import.meta.dirname, "..");

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "0" },
      keep: { type: "boolean", default: false },
      "base-url": { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const gateway = values["base-url"];
  if (gateway !== undefined) requireCredentials();

  // Two runs, since turbo looks at the generated files once, at its start.
  const steps = [
    { says: "Checking the spec and generating from it", tasks: ["@m800/phone-number-openapi#lint:spec", "generate"] },
    { says: "Building the packages", tasks: ["build", "--filter=@m800/example-node^..."] },
  ];
  for (const { says, tasks } of steps) {
    const startedAt = performance.now();
    console.log(styleText("dim", `${says} …`));
    const status = await runQuietly("turbo", ["run", ...tasks, "--output-logs=errors-only"]);
    if (status !== 0) return status;
    console.log(styleText("dim", `  done in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`));
  }
  if (gateway !== undefined) return runExample({ M800_BASE_URL: gateway });
  return withMock(values.port, values.keep);
}

async function withMock(port: string, keep: boolean): Promise<number> {
  const mock = spawn(
    process.execPath,
    [join(ROOT, "packages/mock-server/dist/cli.js"), "--port", port, "--token-lifetime", "1"],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = once(mock, "exit");
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => mock.kill());
  try {
    const baseUrl = await addressOf(mock);
    if (baseUrl === undefined) return 1;
    console.log(`\nA mock API serves at ${baseUrl}, with tokens that live for 1 s.\nA program calls it:\n`);
    const status = await runExample({
      M800_BASE_URL: baseUrl,
      M800_SECURITY_TOKEN: "test-security-token",
      M800_USERNAME: "testusername",
    });
    if (!keep) return status;
    console.log(`\nThe mock API goes on serving at ${baseUrl}. Ctrl-C to stop.`);
    mock.stdout.pipe(process.stdout);
    await ended;
    return status;
  } finally {
    mock.kill();
    await ended;
  }
}

/** The address that the mock server announces in its first line; undefined if it ends before. */
async function addressOf(mock: ChildProcess): Promise<string | undefined> {
  if (!mock.stdout) return undefined;
  for await (const line of createInterface(mock.stdout)) {
    const [address] = /http:\/\/\S+/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  return undefined;
}

function runExample(env: Record<string, string>): Promise<number> {
  return statusOf(spawnAtRoot(process.execPath, [join(ROOT, "examples/node/main.ts")], "inherit", env));
}

/** Runs a program that is heard only if it fails. */
async function runQuietly(command: string, args: readonly string[]): Promise<number> {
  const child = spawnAtRoot(command, args, "pipe");
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => said.push(chunk));
  const status = await statusOf(child);
  if (status !== 0) process.stderr.write(Buffer.concat(said));
  return status;
}

function spawnAtRoot(
  command: string,
  args: readonly string[],
  output: "inherit" | "pipe",
  env: Record<string, string> = {},
): ChildProcess {
  return spawn(command, args, {
    cwd: ROOT,
    stdio: ["inherit", output, output],
    env: { TURBO_TELEMETRY_DISABLED: "1", ...process.env, ...env },
    shell: process.platform === "win32" && command === "turbo",
  });
}

async function statusOf(child: ChildProcess): Promise<number> {
  const [status] = await once(child, "close");
  return typeof status === "number" ? status : 1;
}

function requireCredentials(): void {
  const missing = ["M800_SECURITY_TOKEN", "M800_USERNAME"].filter((name) => !process.env[name]);
  if (missing.length > 0)
    throw new Error(`Set ${missing.join(" and ")} to what M800's welcome e-mail says, then try again.`);
}
