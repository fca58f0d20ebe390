import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { connectMockServer } from "../src/connect-mock-server.ts";

const CLI = join(import.meta.dirname, "../dist/cli.js");

/** Runs the built command to its end. */
async function run(...args: string[]) {
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { stdout, stderr, status };
}

/** Starts the built command and waits for its address. */
async function startWith(env: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const first = (await lines.next()).value ?? "";
  return { child, lines, first, baseUrl: /http:[^\s"]+/.exec(first)?.[0] ?? "" };
}

const REFERENCE = join(import.meta.dirname, "reference-api.json");

const start = (...args: string[]) => startWith({}, "--spec", REFERENCE, ...args);

/** The next lines, as far as the first that matches. */
async function readUntil(lines: AsyncIterator<string>, pattern: RegExp): Promise<string> {
  const { value, done } = await lines.next();
  if (done) throw new Error(`The command ended before it said ${pattern}.`);
  return `${value}\n${pattern.test(value) ? "" : await readUntil(lines, pattern)}`;
}

const askForToken = (baseUrl: string, securityToken: string, username: string) =>
  fetch(`${baseUrl}/token`, {
    method: "POST",
    headers: { Authorization: `M800Auth ${securityToken}`, "Content-Type": "application/json" },
    body: JSON.stringify({ username }),
  });

test("serves, logs each request, and ends cleanly on SIGINT", async () => {
  const { child, lines, first, baseUrl } = await start("--token-lifetime", "42");
  expect(first).toMatch(/^M800 mock API at http:\/\/127\.0\.0\.1:\d+ \(Ctrl-C to stop\)$/);
  const response = await askForToken(baseUrl, "test-security-token", "testusername");
  expect(await response.json()).toMatchObject({ expires_in: 42 });
  expect(await readUntil(lines, / ms$/)).toMatch(/^200 POST \/token \d+\.\d ms$/m);
  child.kill("SIGINT");
  // Windows has no signals: there the process just ends.
  expect(await once(child, "exit")).toEqual(process.platform === "win32" ? [null, "SIGINT"] : [0, null]);
});

test("tells what to use it with: settings, and a request that gets a token", async () => {
  const { lines, baseUrl } = await start("--token-lifetime", "42");
  const said = await readUntil(lines, / -d /);
  expect(said).toContain(`export M800_BASE_URL=${baseUrl}\n`);
  // A shell takes the command apart, and this process sends it.
  const script = `curl() { printf '%s\\n' "$@"; }\n${said.slice(said.indexOf("curl"))}`;
  const words = execFileSync("sh", ["-c", script], { encoding: "utf8" }).split("\n");
  const [, method = "", url = "", , authorization = "", , contentType = "", , body = ""] = words;
  const headers = [authorization, contentType].map((header) => header.split(": "));
  const response = await fetch(url, { method, headers: Object.fromEntries(headers), body });
  expect(await response.json()).toMatchObject({ expires_in: 42 });
});

test("keeps the secrets of your own accounts to itself", async () => {
  const file = join(await mkdtemp(join(tmpdir(), "m800 mock ")), "accounts.json");
  await writeFile(file, JSON.stringify([{ username: "ann", securityToken: "canary" }]));
  const { lines, baseUrl } = await start("--accounts", file);
  await fetch(`${baseUrl}/asked`);
  expect(await readUntil(lines, /asked/)).not.toMatch(/canary|ann|test-security-token/);
});

test.each([
  { env: {}, want: "404 GET" },
  { env: { FORCE_COLOR: "1" }, want: "\u001b[33m404\u001b[39m GET" },
])("colours what it logs as $env asks: a pipe not by itself", async ({ env, want }) => {
  const { lines, baseUrl } = await startWith(env);
  await fetch(`${baseUrl}/asked`);
  expect((await readUntil(lines, /asked/)).split("\n").at(-2)).toContain(want);
});

test("says which version it is", async () => {
  const { stdout, status } = await run("--version");
  expect({ stdout, status }).toEqual({ stdout: `${manifest.version}\n`, status: 0 });
});

test("reads accounts from a file", async () => {
  const file = join(await mkdtemp(join(tmpdir(), "m800 mock ")), "accounts.json");
  await writeFile(file, JSON.stringify([{ username: "ann", securityToken: "a" }]));
  const { baseUrl } = await start("--accounts", file);
  expect((await askForToken(baseUrl, "a", "ann")).status).toBe(200);
  expect((await askForToken(baseUrl, "test-security-token", "testusername")).status).toBe(401);
});

test("serves another document, with the files that it refers to", async () => {
  const folder = await mkdtemp(join(tmpdir(), "m800 spec "));
  const schema = { $ref: "./pet.json" };
  const operation = { operationId: "getPet", responses: { 200: { content: { "application/json": { schema } } } } };
  const document = { openapi: "3.1.0", info: { title: "Pets", version: "1" }, paths: { "/pet": { get: operation } } };
  await writeFile(join(folder, "spec.json"), JSON.stringify(document));
  await writeFile(
    join(folder, "pet.json"),
    JSON.stringify({ type: "object", required: ["name"], properties: { name: { const: "Rex" } } }),
  );
  const { baseUrl } = await start("--spec", join(folder, "spec.json"));
  expect(await (await fetch(`${baseUrl}/pet`)).json()).toEqual({ name: "Rex" });
});

/** A document of one operation, in a file of its own. */
async function writeSpec(operation: object) {
  const file = join(await mkdtemp(join(tmpdir(), "m800 spec ")), "spec.json");
  const write = (changed: object) =>
    writeFile(file, JSON.stringify({ openapi: "3.1.0", info: {}, paths: { "/pet": { get: changed } } }, null, 1));
  await write(operation);
  return { file, write };
}

test("lets another process drive it, by the address and the secret that it prints", async () => {
  const { lines } = await start("--control");
  const [, url = "", secret = ""] =
    /^Control at (\S+) with the secret (\S+)$/m.exec(await readUntil(lines, /^Control/)) ?? [];
  const mock = await connectMockServer(url, secret);
  expect(await mock.requests()).toEqual([]);
  await askForToken(mock.baseUrl, "test-security-token", "testusername");
  expect(await mock.tokens.issued()).toHaveLength(1);
});

test("takes the control's secret from the environment, and tells it in JSON too", async () => {
  const secret = "a-secret-of-our-own";
  const { first } = await startWith({ M800_MOCK_CONTROL_SECRET: secret }, "--control", "--log", "json");
  expect(JSON.parse(first).control).toEqual({ url: expect.stringContaining("http://127.0.0.1:"), secret });
});

test("serves a document anew when it changes, at the same port, and keeps the last that can be served", async () => {
  const { file, write } = await writeSpec({ responses: { 200: { description: "" } } });
  const child = spawn(process.execPath, [CLI, "--spec", file, "--watch"], { stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const baseUrl = /http:\S+/.exec(await readUntil(createInterface(child.stdout)[Symbol.asyncIterator](), /^M800/))?.[0];
  const told = createInterface(child.stderr)[Symbol.asyncIterator]();
  const status = async () => (await fetch(`${baseUrl}/pet`)).status;
  expect(await status()).toBe(200);
  await write({ responses: { 202: { description: "" } } });
  await readUntil(told, /^Serving .*spec\.json anew\.$/);
  expect(await status()).toBe(202);
  await writeFile(file, "{");
  await readUntil(told, /^--spec /);
  expect(await status()).toBe(202);
});

test("tells a document's faults at the start, and ends with them if it is to be strict", async () => {
  const operation = { responses: { 200: { $ref: "#/components/responses/Nowhere" } } };
  const { file } = await writeSpec(operation);
  const strict = await run("--spec", file, "--strict");
  expect(strict.status).toBe(1);
  expect(strict.stderr).toContain("spec.json:");
  expect(strict.stderr).toContain("#/components/responses/Nowhere");
  const child = spawn(process.execPath, [CLI, "--spec", file], { stdio: ["ignore", "ignore", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  expect(`${await readUntil(createInterface(child.stderr)[Symbol.asyncIterator](), /Nowhere/)}`).toBe(strict.stderr);
});

test("makes the trouble it is told to, and logs it as JSON", async () => {
  const { lines, first, baseUrl } = await start(
    ...["--fault", "kind=status,status=503,operation=createToken,nth=1", "--fault", "kind=truncate,nth=2"],
    ...["--latency", "20", "--seed", "7", "--log", "json"],
  );
  expect(JSON.parse(first)).toEqual({ baseUrl });
  const ask = () => askForToken(baseUrl, "test-security-token", "testusername");
  expect((await ask()).status).toBe(503);
  await expect((await ask()).text()).rejects.toThrow("terminated");
  expect((await ask()).status).toBe(200);
  const logged = [];
  for (let count = 0; count < 3; count++) logged.push(JSON.parse((await lines.next()).value ?? ""));
  expect(logged).toMatchObject([{ status: 503 }, { status: 200 }, { method: "POST", path: "/token", status: 200 }]);
  for (const { durationMs } of logged) expect(durationMs).toBeGreaterThan(18);
});

test("explains itself", async () => {
  const { stdout, status } = await run("--help");
  expect(status).toBe(0);
  for (const flag of [
    "--port",
    "--host",
    "--allow-remote",
    "--token-lifetime",
    "--accounts",
    "--cors",
    "--latency",
    "--fault",
  ])
    expect(stdout).toContain(flag);
  for (const line of stdout.split("\n")) expect(line.length, line).toBeLessThanOrEqual(80);
});

test("says that a port is taken, and what to do", async () => {
  const squatter = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void squatter.close());
  await once(squatter, "listening");
  const address = squatter.address();
  const port = typeof address === "object" && address ? String(address.port) : "";
  expect(await run("--port", port)).toEqual({
    stdout: "",
    stderr: `listen EADDRINUSE: address already in use 127.0.0.1:${port}. Stop what listens there, or choose another --port.\n`,
    status: 1,
  });
});

test.each([
  { args: ["--port", "eighty"], want: '--port takes a whole number from 0 to 65535, not "eighty".' },
  { args: ["--token-lifetime", "0"], want: "--token-lifetime takes a whole number from 1 to" },
  { args: ["--host", "0.0.0.0"], want: "Pass --allow-remote to serve there." },
  { args: ["--accounts", "nowhere.json"], want: "ENOENT: no such file or directory, open 'nowhere.json'" },
  { args: ["--fault", "kind=fire"], want: "--fault kind=fire: A fault's kind is one of network-error, timeout," },
  {
    args: ["--fault", "kind=status,status=lots"],
    want: "A fault of kind status cannot be sent: a status is a whole number from 200 to 599, not NaN.",
  },
  { args: ["--fault", "kind=timeout,often=1"], want: "A fault of kind timeout has no often: it has kind, operation," },
  { args: ["--latency", "soon"], want: '--latency takes a whole number from 0 to 2147483647, not "soon".' },
  { args: ["--watch"], want: "--watch is about a document: name it with --spec." },
  { args: ["--control", "--control-port", "x"], want: "--control-port takes a whole number" },
  { args: ["--cors", "localhost"], want: '"localhost" is not an origin' },
  { args: ["--log", "xml"], want: '--log takes text, json, none, not "xml".' },
  { args: ["--spec", "package.json"], want: "--spec package.json: The document is not OpenAPI 3.0 or 3.1" },
  { args: ["--spec", "nowhere.yaml"], want: "--spec nowhere.yaml: ENOENT" },
  { args: ["--prot", "80"], want: "Run m800-mock-server --help for the options." },
])("refuses $args, saying why", async ({ args, want }) => {
  const { stderr, status } = await run(...args);
  expect(status).toBe(1);
  expect(stderr).toContain(want);
  expect(stderr).not.toContain("    at ");
});
