import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { defaultAccount } from "@m800/phone-number-mock-server";
import { serveMockApi } from "@m800/phone-number-mock-server/http";
import { onTestFinished } from "vitest";
import { verifyLive as runCheck } from "../src/verify-live.ts";
import { createReferenceApi, SPEC } from "./create-reference-api.ts";
import { body } from "./deviation.ts";
import { type Deviation, serveGateway } from "./serve-gateway.ts";

export const ROOT = join(import.meta.dirname, "../../..");

export async function run(script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [script, ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { stdout, stderr, status };
}

export const MAIN = join(import.meta.dirname, "../src/main.ts");

/** Runs the check in this process. */
export async function verify(args: readonly string[], env: Readonly<Record<string, string>>) {
  const printed = { stdout: "", stderr: "" };
  const output = (stream: keyof typeof printed) => ({
    write: (text: string) => {
      printed[stream] += text;
    },
  });
  const status = await runCheck(args, env, output("stdout"), output("stderr"));
  return { ...printed, status };
}

/** Runs it against the spec of these tests. */
export const verifyLive = (env: Readonly<Record<string, string>>, ...args: string[]) =>
  verify(["--spec", SPEC, ...args], env);

/** An account whose secrets have to be escaped everywhere. */
export const account = {
  username: "api-user+1@example.test",
  securityToken: 's3cr3t/"token"+<1>',
  password: "pa?ss>wörd&",
};

/** The settings for a gateway with one deviation. */
export async function gatewayEnv(deviate: Deviation) {
  const gateway = await serveGateway(createReferenceApi({ owner: account }), deviate);
  onTestFinished(() => gateway.close());
  return {
    M800_BASE_URL: gateway.baseUrl,
    M800_SECURITY_TOKEN: account.securityToken,
    M800_USERNAME: account.username,
    M800_PASSWORD: account.password,
  };
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "m800-live-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The settings for the mock of the description that there is now. */
export async function mockEnv() {
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

/** The list in an object that the spec does not know. */
export const enveloped = body("listCountries", 200, (list) => ({ status: "<ok>", data: list }));
