import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { createMockApi, defaultAccount } from "@m800/phone-number-mock-server";
import { expect, onTestFinished, test } from "vitest";
import { type Deviation, serveGateway } from "./serve-gateway.ts";

const ROOT = join(import.meta.dirname, "../../..");

async function run(script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [script, ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { stdout, stderr, status };
}

const verifyLive = (env: Readonly<Record<string, string>>, ...args: string[]) =>
  run(join(import.meta.dirname, "../src/main.ts"), args, env);

const account = {
  username: "api-user+1@example.test",
  securityToken: 's3cr3t/"token"+<1>',
  password: "pa?ss>wörd&",
};

async function gatewayEnv(deviate: Deviation) {
  const gateway = await serveGateway(createMockApi({ accounts: [defaultAccount, account] }), deviate);
  onTestFinished(() => gateway.close());
  return {
    M800_BASE_URL: gateway.baseUrl,
    M800_SECURITY_TOKEN: account.securityToken,
    M800_USERNAME: account.username,
    M800_PASSWORD: account.password,
  };
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "m800-live-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test("reports a gateway that is as the spec says, counts as its README does, and ends with status 0", async () => {
  const { stdout, stderr, status } = await verifyLive(await gatewayEnv(({ answer }) => answer()));
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  const [, count] =
    /^\*\*The spec holds (\d+) unconfirmed assumptions\.\*\*$/m.exec(
      readFileSync(join(ROOT, "openapi/README.md"), "utf8"),
    ) ?? [];
  expect(stdout).toContain(
    `**Of the spec's ${count} unconfirmed assumptions, 8 confirmed, 0 contradicted, ${Number(count) - 8} not seen.**`,
  );
  expect(stdout).toContain("## Where the gateway differs from the spec\n\nNowhere.\n");
  expect(stdout).toMatch(/^\| confirmed \| `components › schemas › Error` \| The shape of error answers/m);
  expect(stdout).toMatch(/^\| listCountries \| with a fresh token \| 200 \| 200 \| application\/json \| \d+ \|$/m);
});

test("ends with status 1 where the gateway differs", async () => {
  const env = await gatewayEnv(async ({ operation, answer }) =>
    operation === "listCountries" ? Response.json([]) : answer(),
  );
  const { stdout, status } = await verifyLive(env);
  expect(status).toBe(1);
  expect(stdout).toContain(
    "\n- listCountries, with a fresh token and in 3 more calls: the body is an array where the spec says object.\n",
  );
});

test("prints and records no secret, however the gateway sends it back", async () => {
  const forms = ["utf8", "base64", "base64url", "hex"] as const;
  const env = await gatewayEnv(async ({ request, operation, answer }, api) => {
    const { authorization = "" } = Object.fromEntries(request.headers);
    const secrets = [authorization, await request.clone().text(), ...Object.values(account), ...tokensOf(api)];
    const echoed = secrets.flatMap((secret) => [
      ...forms.map((form) => Buffer.from(secret).toString(form)),
      encodeURIComponent(secret),
    ]);
    const response = await answer();
    if (response.ok)
      return operation === "createToken"
        ? response
        : Response.json({ ...(await response.json()), [echoed.join()]: echoed });
    const body = { code: echoed.join(), message: echoed.join(" ") };
    return Response.json(response.status === 400 ? body : { ...body, [echoed.join()]: 1 }, response);
  });
  const file = join(temporaryFolder(), "recorded.yaml");
  const { stdout, stderr, status } = await verifyLive(env, "--record", file);
  expect(status).toBe(1);
  expect(stdout).toMatch(/has the field `.*\*\*\*/);
  expect(readFileSync(file, "utf8")).toMatch(/message: .*\*\*\*/);

  const printed = stdout + stderr + readFileSync(file, "utf8");
  for (const secret of Object.values(account)) expect(printed).not.toContain(secret);
  expect(printed).not.toMatch(/mock\.\d\.[0-9a-f]{32}/);
});

function tokensOf(api: ReturnType<typeof createMockApi>): string[] {
  return api.tokens.issued().map(({ token }) => token);
}

test("the examples that it records fit the spec, which generates with them", async () => {
  const root = join(temporaryFolder(), "copy");
  for (const path of ["openapi", "packages/client", "packages/mock-server", "scripts/generate"]) {
    const isSource = (source: string) => !/node_modules|dist|\.turbo|\.vitest/.test(source.slice(ROOT.length));
    cpSync(join(ROOT, path), join(root, path), { recursive: true, filter: isSource });
    symlinkSync(join(ROOT, path, "node_modules"), join(root, path, "node_modules"), "junction");
  }
  cpSync(join(ROOT, "tsconfig.base.json"), join(root, "tsconfig.base.json"));
  const spec = join(root, "openapi/phone-number.yaml");
  const { stderr, status } = await verifyLive(await gatewayEnv(({ answer }) => answer()), "--record", spec);
  expect({ stderr, status }).toEqual({ stderr: `The spec with examples of what was seen is in ${spec}.\n`, status: 0 });

  const recorded = readFileSync(spec, "utf8");
  const added =
    recorded.split("\n").length - readFileSync(join(ROOT, "openapi/phone-number.yaml"), "utf8").split("\n").length;
  expect(recorded.match(/^ +seen:$/gm)).toHaveLength(5);
  expect(added).toBeGreaterThan(20);

  const generate = join(root, "scripts/generate/src/main.ts");
  expect(await run(generate, [])).toMatchObject({ status: 0, stderr: "" });
  expect(await run(generate, ["--check"])).toEqual({ status: 0, stdout: "", stderr: "" });
  expect(readFileSync(join(root, "packages/mock-server/src/generated/api.gen.ts"), "utf8")).toContain('"seen"');
  const redocly = join(ROOT, "openapi/node_modules/@redocly/cli/bin/cli.js");
  const rules = join(root, "openapi/redocly.yaml");
  expect(await run(redocly, ["lint", spec, "--config", rules])).toMatchObject({ status: 0 });
});

test.each([
  { env: {}, want: "Set M800_BASE_URL, M800_SECURITY_TOKEN, M800_USERNAME to what M800's welcome e-mail says" },
  {
    env: { M800_BASE_URL: "https://gateway.example", M800_SECURITY_TOKEN: "s3cr3t\n" },
    want: "M800_SECURITY_TOKEN has a character that no header can carry",
  },
  { env: { M800_BASE_URL: "gateway" }, want: "M800_BASE_URL must be an absolute URL." },
  { env: { M800_BASE_URL: "http://gateway.example" }, want: "M800_BASE_URL must start with https://" },
  { env: { M800_BASE_URL: "https://u:p@gateway.example" }, want: "M800_BASE_URL must have neither credentials" },
])("given $env it cannot check: says why, with status 2", async ({ env, want }) => {
  const rest = { M800_SECURITY_TOKEN: "s3cr3t", M800_USERNAME: "u5er" };
  const { stdout, stderr, status } = await verifyLive("M800_BASE_URL" in env ? { ...rest, ...env } : env);
  expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
  expect(stderr).toContain(want);
  expect(stderr).not.toMatch(/s3cr3t|u5er| {4}at /);
});

test.each([
  ["--timeout", "soon"],
  ["--slow", "0"],
])("refuses %s %s", async (flag, value) => {
  const env = { M800_BASE_URL: "http://127.0.0.1:9", M800_SECURITY_TOKEN: "s", M800_USERNAME: "u" };
  const { stderr, status } = await verifyLive(env, flag, value);
  expect({ stderr, status }).toEqual({
    stderr: `${flag} takes a number of seconds up to 3600, not "${value}".\n`,
    status: 2,
  });
});
