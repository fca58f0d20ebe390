import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { serveMockApi } from "@m800/phone-number-mock-server/http";
import { expect, onTestFinished, test } from "vitest";

/** Runs the example as a program of its own. */
async function runExample(env: Record<string, string>) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts")], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { stdout, stderr, status };
}

async function served(tokenLifetimeSeconds: number) {
  const api = await serveMockApi({ tokenLifetimeSeconds });
  onTestFinished(() => api.close());
  return api;
}

const credentials = { M800_SECURITY_TOKEN: "test-security-token", M800_USERNAME: "testusername" };

test("lists ten countries and outlives its token unnoticed, all on one screen", async () => {
  const api = await served(1);
  const { stdout, stderr, status } = await runExample({ M800_BASE_URL: api.baseUrl, ...credentials });
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  expect(stdout).toMatch(/^Code {2}Name +Prefix {2}Flag$/m);
  expect(stdout.match(/^[A-Z]{3} .+ \+\d+ {2}\p{RI}\p{RI}$/gmu)).toHaveLength(10);
  const more = Number(/^… and (\d+) more$/m.exec(stdout)?.[1]);
  expect(more).toBeGreaterThan(100);

  expect(stdout).toMatch(/token 1 acquired for the first call/);
  expect(stdout).toMatch(/token \d replaces one about to expire, while calls go on/);
  expect(stdout).toMatch(/token \d replaces one that expired/);
  const [, calls, answered, tokens] =
    /^Calls made: (\d+)\. Answered: (\d+)\. Tokens acquired: (\d+)\.$/m.exec(stdout) ?? [];
  expect(answered).toBe(calls);
  expect(Number(answered)).toBe(api.requests("listCountries").filter(({ status }) => status === 200).length);
  expect(Number(tokens)).toBe(api.tokens.issued().length);
  const lines = stdout.split("\n");
  expect(lines.length).toBeLessThan(24);
  for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(80);
});

test("does not wait for the end of a token that lives long", async () => {
  const api = await served(300);
  const { stdout, status } = await runExample({ M800_BASE_URL: api.baseUrl, ...credentials });
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Calls made: 1\. Answered: 1\. Tokens acquired: 1\.$/m);
});

test("ends with status 1 and a reason, without settings", async () => {
  const { stderr, status } = await runExample({});
  expect(status).toBe(1);
  expect(stderr).toBe(
    "ERR_CONFIGURATION: baseUrl, or M800_BASE_URL, must be the gateway's https URL, from M800's welcome e-mail, without user name, query and fragment.\n",
  );
});

test("ends with status 1 and a reason, with wrong credentials", async () => {
  const { baseUrl } = await served(300);
  const wrong = { ...credentials, M800_SECURITY_TOKEN: "wrong-s3cr3t" };
  const { stderr, status } = await runExample({ M800_BASE_URL: baseUrl, ...wrong });
  expect(status).toBe(1);
  expect(stderr).toBe(
    "ERR_CREDENTIALS_REJECTED: The token endpoint refused the credentials (401). Check the security token, username and password.\n",
  );
});
