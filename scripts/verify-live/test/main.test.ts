import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { defaultAccount } from "@m800/phone-number-mock-server";
import { serveMockApi } from "@m800/phone-number-mock-server/http";
import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { createReferenceApi, type ReferenceApi, SPEC } from "./create-reference-api.ts";
import { body, busy, json } from "./deviation.ts";
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

const MAIN = join(import.meta.dirname, "../src/main.ts");

const verifyLive = (env: Readonly<Record<string, string>>, ...args: string[]) =>
  run(MAIN, ["--spec", SPEC, ...args], env);

const account = {
  username: "api-user+1@example.test",
  securityToken: 's3cr3t/"token"+<1>',
  password: "pa?ss>wörd&",
};

async function gatewayEnv(deviate: Deviation) {
  const gateway = await serveGateway(createReferenceApi({ owner: account }), deviate);
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

/** The settings for the mock of the description that there is now. */
async function mockEnv() {
  const mock = await serveMockApi({ port: 0 });
  onTestFinished(() => mock.close());
  const { securityToken, username, password = "" } = defaultAccount;
  return {
    M800_BASE_URL: mock.baseUrl,
    M800_SECURITY_TOKEN: securityToken,
    M800_USERNAME: username,
    M800_PASSWORD: password,
  };
}

test("finds that the mock of this very spec is as the spec says", async () => {
  const { stdout, stderr, status } = await run(MAIN, [], await mockEnv());
  expect({ stderr, status, stdout }).toMatchObject({ stderr: "", status: 0 });
  expect(stdout).toMatch(/^All answers are as the spec says\.\n/);
});

test("reports a gateway that is as the spec says, and ends with status 0", async () => {
  const { stdout, stderr, status } = await verifyLive(
    await gatewayEnv(({ answer }) => answer()),
    "--format",
    "markdown",
  );
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  expect(stdout).toContain("**Of the spec's 13 unconfirmed assumptions, 8 confirmed, 0 contradicted, 5 not seen.**");
  expect(stdout).toContain("## Where the gateway differs from the spec\n\nNowhere, as far as was seen.\n");
  expect(stdout).toMatch(/^\| confirmed \| `components › schemas › Error` \| The shape of error answers/m);
  expect(stdout).toMatch(/^\| listCountries \| with a fresh token \| 200 \| 200 \| application\/json \| \d+ \|$/m);
});

const enveloped = body("listCountries", 200, (list) => ({ status: "<ok>", data: list }));

test("ends with status 1 where the gateway differs, on 80 columns but for the patch", async () => {
  const { stdout, status } = await verifyLive(await gatewayEnv(enveloped));
  expect(status).toBe(1);
  expect(stdout).toMatch(/^The gateway differs from the spec in 3 ways\.\n/);
  expect(stdout).toContain(
    "\n- listCountries, with a fresh token and in 1 more call: the body has the field\n  `status`, a string, which the spec does not know.\n",
  );
  const [before = "", , after = ""] = stdout.split(/^(--- a\/.*?)\n\n(?=Worth knowing)/ms);
  for (const line of `${before}${after}`.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
});

test("says at the top that it could not check, and ends with status 2", async () => {
  const env = await gatewayEnv(() => busy(503));
  const text = await verifyLive(env);
  expect(text).toMatchObject({ status: 2, stdout: expect.stringMatching(/^IT COULD NOT CHECK\. /) });
  expect(text.stdout.replaceAll("\n", " ")).toContain(
    "13 unconfirmed assumptions, 0 confirmed, 0 contradicted, 13 not",
  );
  const markdown = await verifyLive(env, "--format", "markdown");
  expect(markdown).toMatchObject({ status: 2, stdout: expect.stringMatching(/^# .*\n\n\*\*It could not check\. /) });
});

test("checks a gateway whole that serves one call in a while and says when it serves the next", async () => {
  let isOpen = false;
  const env = await gatewayEnv(({ answer }) => {
    isOpen = !isOpen;
    return isOpen ? busy(429, "0") : answer();
  });
  const { stdout, status } = await verifyLive(env, "--format", "json");
  expect({ status, ...JSON.parse(stdout) }).toMatchObject({ status: 0, differences: [], gaps: [] });
  expect(JSON.parse(stdout).calls).toHaveLength(20);
});

test("tells a program everything, as JSON", async () => {
  const { stdout, status } = await verifyLive(await gatewayEnv(enveloped), "--format", "json");
  expect({ status, ...JSON.parse(stdout) }).toMatchObject({
    status: 1,
    exit: { status: 1, reason: "The gateway differs from the spec in 3 ways." },
    differences: [
      {
        operation: "listCountries",
        calls: expect.arrayContaining(["with a fresh token"]),
        message: "the body lacks the field `countries`",
        places: ["/components/schemas/CountryList", "/paths/~1countries/get/responses/200"],
      },
      { message: "the body has the field `status`, a string, which the spec does not know" },
      { message: expect.stringMatching(/^the body has the field `data`, an object/) },
    ],
    assumptions: expect.arrayContaining([
      expect.objectContaining({ pointer: "/paths/~1countries/get/responses/200", verdict: "contradicted" }),
    ]),
  });
});

test("tells a CI everything, as JUnit XML", async () => {
  const { stdout, status } = await verifyLive(await gatewayEnv(enveloped), "--format", "junit");
  expect(status).toBe(1);
  expect(stdout).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites>\n {2}<testsuite name="live check"/);
  expect(stdout).toContain('<property name="exit reason" value="The gateway differs from the spec in 3 ways."/>');
  expect(stdout).toMatch(
    /<testcase classname="call\.listCountries" name="with a fresh token: 200, expected 200" time="[\d.]+">\n {6}<failure type="difference" message="the body lacks the field `countries`">#\/components\/schemas\/CountryList/,
  );
  expect(stdout).toMatch(
    /<testcase classname="assumption" name="paths › \/countries › get › responses › 200: .*">\n {6}<failure/,
  );
  expect(malformedIn(stdout)).toEqual([]);
});

/** What is not well-formed about a document, in the order of its elements. */
function malformedIn(xml: string): string[] {
  const open: string[] = [];
  const faults: string[] = [...xml.replaceAll(/<[^>]*>/g, "").matchAll(/&(?!(amp|lt|gt|quot|#10);)|</g)].map(String);
  for (const [, close, name = "", self] of xml.matchAll(/<(\/?)([\w-]+)[^>]*?(\/?)>/g)) {
    if (close === "/" && open.pop() !== name) faults.push(name);
    if (close === "" && self === "") open.push(name);
  }
  return [...faults, ...open];
}

test("its patch can be applied, and its edits to a spec in JSON too", async () => {
  const folder = temporaryFolder();
  const env = await gatewayEnv(enveloped);
  const { patch } = JSON.parse((await verifyLive(env, "--format", "json")).stdout);
  writeFileSync(join(folder, "right.patch"), patch);
  mkdirSync(join(folder, "scripts/verify-live/test"), { recursive: true });
  const patched = join(folder, "scripts/verify-live/test/spec.yaml");
  cpSync(SPEC, patched);
  execFileSync("git", ["apply", "right.patch"], { cwd: folder });
  expect((await run(MAIN, ["--spec", patched], env)).status).toBe(0);

  const json = join(folder, "spec.json");
  writeFileSync(json, JSON.stringify(parse(readFileSync(SPEC, "utf8")), undefined, 2));
  expect((await run(MAIN, ["--spec", json, "--record", json], env)).status).toBe(1);
  expect((await run(MAIN, ["--spec", json], env)).status).toBe(0);
  expect(JSON.stringify(JSON.parse(readFileSync(json, "utf8")))).toContain('"seen":{"summary":"Seen from the gateway');
});

test.each([
  {
    given: "the list in an envelope",
    deviation: enveloped,
    want: ["-        countries:", "+        status:\n+          type: string", '$ref: "#/components/schemas/Country"'],
  },
  {
    given: "a bare list",
    deviation: body("listCountries", 200, ({ countries: list }) => list),
    want: ['+      type: array\n+      items:\n+        $ref: "#/components/schemas/Country"'],
  },
  {
    given: "a number as prefix",
    deviation: body("listCountries", 200, () => ({ countries: [{ code: "HKG", name: "Hong Kong", prefix: 852 }] })),
    want: ["+          type: integer"],
  },
  {
    given: "a token in an envelope",
    deviation: body("createToken", 200, (fields) => ({ code: 0, data: { ...fields, issued_by: "x" } })),
    want: ["+            issued_by:\n+              type: string"],
  },
  {
    given: "errors of another shape",
    deviation: (async ({ answer }) => {
      const response = await answer();
      return response.ok
        ? response
        : json(response.status, { error: await response.json() }, Object.fromEntries(response.headers));
    }) satisfies Deviation,
    want: ["+        error:\n+          type: object"],
  },
])(
  "given $given, writes the spec as it would be right, with which the check ends green",
  async ({ deviation, want }) => {
    const env = await gatewayEnv(deviation);
    const file = join(temporaryFolder(), "right.yaml");
    const before = await verifyLive(env, "--record", file, "--format", "markdown");
    expect(before.status).toBe(1);
    for (const lines of want) expect(before.stdout).toContain(lines);
    const after = await run(MAIN, ["--spec", file], env);
    expect(after).toMatchObject({ status: 0, stderr: "" });
  },
);

test("prints and records no secret, however the gateway sends it back", async () => {
  const forms = ["utf8", "base64", "base64url", "hex"] as const;
  const tokens = new Set<string>();
  const env = await gatewayEnv(async ({ request, operation, answer }, api) => {
    for (const token of tokensOf(api)) tokens.add(token);
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
  expect(stdout).toMatch(/has the\s+field\s+`[^`]*\*\*\*/);
  expect(readFileSync(file, "utf8")).toMatch(/message: .*\*\*\*/);

  const printed = stdout + stderr + readFileSync(file, "utf8");
  expect(tokens.size).toBe(2);
  for (const secret of [...Object.values(account), ...tokens]) expect(printed).not.toContain(secret);
});

function tokensOf(api: ReferenceApi): string[] {
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
  const { stderr, status } = await run(MAIN, ["--record", spec], await mockEnv());
  expect({ stderr, status }).toEqual({
    stderr: `The spec as it would be right, with examples of what was seen, is in ${spec}.\n`,
    status: 0,
  });
  expect(readFileSync(spec, "utf8")).toMatch(/^ +seen:$/m);

  const generate = join(root, "scripts/generate/src/main.ts");
  expect(await run(generate, [])).toMatchObject({ status: 0, stderr: "" });
  expect(await run(generate, ["--check"])).toEqual({ status: 0, stdout: "", stderr: "" });
  expect(readFileSync(join(root, "packages/mock-server/src/generated/api.gen.ts"), "utf8")).toContain('"seen"');
  expect(await run(join(root, "scripts/generate/src/lint-spec.ts"), [])).toMatchObject({ status: 0 });
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
