import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test, vi } from "vitest";
import { lastRelease } from "./last-release.ts";
import { ROOT } from "./root.ts";
import { ToolError } from "./tool-error.ts";
import { typeDiff } from "./type-diff.ts";

const folder = () => mkdtemp(join(tmpdir(), "m800 tools "));

test("types that do not compile are a failed tool, and no breaking change", async () => {
  const types = await readFile(join(ROOT, "packages/client/src/generated/schema.gen.ts"), "utf8");
  const document = { openapi: "3.1.0", info: { title: "t", version: "1.0.0" } };
  await expect(typeDiff({ document, types }, { types })).resolves.toEqual([]);
  await expect(typeDiff({ document, types: "export {};" }, { types })).rejects.toThrow(ToolError);
  await expect(typeDiff({ document, types }, { types: "export type paths = {" })).rejects.toThrow(ToolError);
});

/** A registry that answers all alike. */
async function registry(status: number) {
  const server = createServer((_, response) =>
    response.writeHead(status, { "Content-Type": "application/json" }).end("{}"),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("It does not listen.");
  vi.stubEnv("npm_config_registry", `http://127.0.0.1:${address.port}/`);
  vi.stubEnv("npm_config_fetch_retries", "0");
}

test("a registry that fails is a failed tool, and not the absence of a release", async () => {
  await registry(503);
  await expect(lastRelease(await folder())).rejects.toThrow(ToolError);
});

test("a registry without the package leads to the last tag, if there is one", async () => {
  await registry(404);
  const last = await lastRelease(await folder());
  expect(last?.name ?? "@m800/phone-number-client@").toMatch(/^@m800\/phone-number-client@/);
});

test("a git revision is taken as it is", async () => {
  const last = await lastRelease(await folder(), "HEAD");
  expect(last).toMatchObject({ name: "HEAD", versions: { client: expect.stringMatching(/^\d+\.\d+\.\d+/) } });
  expect(await readFile(last?.spec ?? "", "utf8")).toMatch(/^openapi: 3\./m);
});

test.each([
  { args: ["spec:diff", "--base", "no-such-revision"], status: 3, want: "no-such-revision" },
  { args: ["spec:dif"], status: 2, want: "There is no command spec:dif." },
  { args: ["spec:diff", "--bse", "main"], status: 2, want: "--bse" },
])("`$args` ends with status $status and says why", async ({ args, status, want }) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts"), ...args]);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  expect({ stdout, code }).toEqual({ stdout: "", code: status });
  expect(stderr).toContain(want);
  expect(stderr).not.toContain("    at ");
});
