import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { operationsOf } from "@m800/generate/contract";
import { listOperation, tokenOperation } from "@m800/phone-number-openapi/operations";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "../../free-port.ts";
import { bearerOf, M800_AUTH, type Served, serveEveryFeature, serveM800 } from "./served.ts";

const PRISM = createRequire(import.meta.url).resolve("@stoplight/prism-cli/dist/index.js");

interface Violation {
  readonly location: readonly string[];
  readonly message: string;
}

/** Puts Prism in front of a mock server. Returns what calls it, and says what Prism finds wrong on both ways. */
async function throughPrism({ document, api }: Served) {
  onTestFinished(() => api.close());
  const file = join(mkdtempSync(join(tmpdir(), "m800 prism ")), "openapi.json");
  writeFileSync(file, JSON.stringify(document));
  const port = String(await freePort());
  const child = spawn(process.execPath, [PRISM, "proxy", file, api.baseUrl, "--port", port], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill());
  let isListening = false;
  for await (const line of createInterface(child.stdout)) {
    isListening = line.includes("Prism is listening");
    if (isListening) break;
  }
  expect(isListening).toBe(true);
  child.stdout.resume();
  return async (path: string, init?: RequestInit) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
    const violations: Violation[] = JSON.parse(response.headers.get("sl-violations") ?? "[]");
    const of = (way: string) => violations.filter(({ location }) => location[0] === way).map(({ message }) => message);
    return { status: response.status, request: of("request"), response: of("response") };
  };
}

const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  headers: { "Content-Type": "application/json", ...headers },
  body: JSON.stringify(body),
});

test("Prism finds no answer of M800's mock untrue, whatever its status", async () => {
  const served = await serveM800();
  const call = await throughPrism(served);
  const authorization = await bearerOf(served.api);
  const token = json({ username: "testusername" }, { Authorization: M800_AUTH });
  const list = { headers: { Authorization: authorization } };
  const { path: tokenPath } = tokenOperation;
  const { path: listPath } = listOperation;
  const wants = [
    { path: tokenPath, init: token, isRefused: false },
    { path: tokenPath, init: json({}, { Authorization: M800_AUTH }), isRefused: true },
    { path: tokenPath, init: json({ username: "nobody" }, { Authorization: M800_AUTH }), isRefused: true },
    { path: listPath, init: list, isRefused: false },
    { path: listPath, init: { headers: { Authorization: "Bearer unknown" } }, isRefused: true },
  ];
  for (const { path, init, isRefused } of wants) {
    const { status, response } = await call(path, init);
    expect({ path, isRefused: status >= 400 && status < 500, response }).toEqual({ path, isRefused, response: [] });
  }
  const described = (path: string, method: string) =>
    operationsOf(served.document)
      .filter((found) => found.path === path && found.method === method.toLowerCase())
      .flatMap(({ operation }) => Object.keys(operation.responses ?? {}).map(Number));
  for (const [{ operationId, path, method }, init] of [
    [tokenOperation, token] as const,
    [listOperation, list] as const,
  ]) {
    const statuses = described(path, method).filter((status) => status >= 400);
    expect(statuses.length).toBeGreaterThan(0);
    for (const status of statuses) {
      Reflect.apply(served.api.respondWith, undefined, [operationId, { status }, { times: 1 }]);
      expect(await call(path, init)).toMatchObject({ status, response: [] });
    }
  }
});

test("Prism and the mock agree on which requests a document allows, and on the answers", async () => {
  const call = await throughPrism(await serveEveryFeature());
  const form = (body: string) => ({
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body,
  });
  // Prism encodes the commas that it hands on, so that a list of several in one value would be none.
  const good: [path: string, init?: RequestInit][] = [
    ["/colors/blue"],
    ["/colors/favourite"],
    ["/labels/.7"],
    ["/matrices/;id=7"],
    ["/search?limit=5&tags=a&tags=b&ids=1&near[x]=1&near[label]=home"],
    ["/pets", { headers: { Accept: "application/json" } }],
    ["/pets", json({ kind: "cat", lives: 9 })],
    ["/pets", json({ kind: "dog", trick: null })],
    ["/trees", json({ id: 1, children: [{ id: 2, children: [{ id: 3 }] }] })],
    ["/closed", { ...json({ a: 1, b: "x" }), method: "PUT" }],
    ["/users", json({ name: "ann", password: "12345678" })],
    ["/forms", form("to=ann&count=2")],
    ["/notes", { method: "POST", headers: { "Content-Type": "text/plain" }, body: "a note" }],
    ["/guarded", { headers: { "X-Key": "any" } }],
  ];
  for (const [path, init] of good) {
    const { status, ...violations } = await call(path, init);
    expect({ path, isTaken: status < 300, ...violations }).toEqual({ path, isTaken: true, request: [], response: [] });
  }
  const bad: [path: string, init?: RequestInit][] = [
    ["/colors/BLUE"],
    ["/labels/.seven"],
    ["/matrices/;id=0"],
    ["/search"],
    ["/search?limit=101"],
    ["/search?limit=5&near[label]=home"],
    ["/pets", json({ kind: "cat", lives: 10 })],
    ["/trees", json({ id: 1, children: [{ id: 2, children: [{}] }] })],
    ["/closed", { ...json({ b: "x" }), method: "PUT" }],
    ["/users", json({ name: "ann" })],
    ["/forms", form("to=ann&count=two")],
    ["/guarded"],
  ];
  for (const [path, init] of bad) {
    const { status, request, response } = await call(path, init);
    expect({ path, isRefused: status >= 400 && status < 500, isFound: request.length > 0, response }).toEqual({
      path,
      isRefused: true,
      isFound: true,
      response: [],
    });
  }
});
