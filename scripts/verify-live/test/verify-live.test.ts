import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SPEC } from "./create-reference-api.ts";
import { busy } from "./deviation.ts";
import { enveloped, gatewayEnv, temporaryFolder, verify, verifyLive } from "./verify-live.ts";

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
  expect(text).toMatchObject({ status: 2, stdout: expect.stringMatching(/^It could not check\. /) });
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

test("reads a spec in OpenAPI 3.0, split into files", async () => {
  const folder = temporaryFolder();
  const [before = "", after = ""] = readFileSync(SPEC, "utf8")
    .replace("openapi: 3.1.0", "openapi: 3.0.3")
    .replace("minimum: 1\n", "minimum: 0\n          exclusiveMinimum: true\n")
    .split(/(?<= {4}Country:\n).*?(?= {4}Error:)/s);
  writeFileSync(
    join(folder, "country.yaml"),
    "type: object\nrequired: [code, name, prefix]\nproperties:\n  code: { type: string }\n  name: { type: string }\n  prefix: { type: string }\n",
  );
  writeFileSync(join(folder, "spec.yaml"), `${before}      $ref: ./country.yaml\n${after}`);
  const { stdout, stderr, status } = await verify(
    ["--spec", join(folder, "spec.yaml")],
    await gatewayEnv(({ answer }) => answer()),
  );
  expect({ stdout, stderr, status }).toMatchObject({ stderr: "", status: 0 });
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

test("refuses a format that it does not know", async () => {
  expect(await verifyLive({}, "--format", "yaml")).toEqual({
    stdout: "",
    stderr: '--format takes text, markdown, json, junit, not "yaml".\n',
    status: 2,
  });
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
