import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { defaultAccount } from "@m800/phone-number-mock-server";
import { tokenOperation } from "@m800/phone-number-openapi/operations";
import { expect, onTestFinished, test } from "vitest";
import { type Description, operationsOf } from "../src/description.ts";
import { samplesOf } from "../src/samples-of.ts";

// The programs that the front door and the API's reference show, each of which is run as it stands.

const ROOT = join(import.meta.dirname, "../../..");
const DOCS = join(ROOT, "docs");
const description: Description = JSON.parse(readFileSync(join(DOCS, ".vitepress/dist/openapi.json"), "utf8"));

const execute = promisify(execFile);

/** Runs a program in TypeScript beside the dependencies of the guides, and returns what it prints. */
async function run(program: string, env: Record<string, string> = {}): Promise<string> {
  mkdirSync(join(DOCS, ".snippets"), { recursive: true });
  const folder = mkdtempSync(join(DOCS, ".snippets/run-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "program.ts");
  writeFileSync(file, program);
  return (await execute(process.execPath, [file], { env })).stdout;
}

/** Starts the mock, and returns the environment in which clients call it. */
async function startMock(): Promise<Record<string, string>> {
  const mock = spawn(process.execPath, [
    join(ROOT, "packages/mock-server/dist/cli.js"),
    "--port",
    "0",
    "--log",
    "json",
  ]);
  onTestFinished(() => void mock.kill());
  const [line] = await once(createInterface(mock.stdout), "line");
  const { securityToken, username } = defaultAccount;
  const { PATH = "" } = process.env;
  return {
    PATH,
    M800_BASE_URL: JSON.parse(line).baseUrl,
    M800_SECURITY_TOKEN: securityToken,
    M800_USERNAME: username,
  };
}

test("the front door's program runs without an account", async () => {
  const [, program = ""] = /^```ts\n(.*?)^```$/ms.exec(readFileSync(join(DOCS, "index.md"), "utf8")) ?? [];
  expect(await run(program)).toMatch(/^\d{3} countries$/m);
});

test.for(operationsOf(description))(
  "the samples of $operation.operationId are answered by the mock",
  async (placed) => {
    const env = await startMock();
    const [typescript, curl] = samplesOf(description, placed);
    expect(await run(typescript?.source ?? "", env)).toContain("countries");
    const issued = samplesOf(
      description,
      operationsOf(description).find(({ operation }) => operation.operationId === tokenOperation.operationId) ?? placed,
    )[1];
    const token = JSON.parse((await execute("sh", ["-c", issued?.source ?? ""], { env })).stdout).access_token;
    const { stdout } = await execute("sh", ["-c", curl?.source ?? ""], { env: { ...env, M800_ACCESS_TOKEN: token } });
    expect(Object.keys(JSON.parse(stdout))).not.toContain("code");
  },
);
