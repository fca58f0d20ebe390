import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { createMockApi, defaultAccount } from "@m800/phone-number-mock-server";
import { type ServedMockApi, serveMockApi } from "@m800/phone-number-mock-server/http";
import { expect, onTestFinished, test, vi } from "vitest";
import worker from "./cloudflare-worker.ts";
import { createAppClient } from "./react-native.ts";

const settings = {
  M800_SECURITY_TOKEN: defaultAccount.securityToken,
  M800_USERNAME: defaultAccount.username,
};

async function servedApi(): Promise<ServedMockApi> {
  const api = await serveMockApi();
  onTestFinished(() => api.close());
  return api;
}

/** Runs a server as a program of its own, and tells its address. */
async function runServer(file: string, api: ServedMockApi): Promise<string> {
  const child = spawn(process.execPath, [join(import.meta.dirname, file)], {
    env: { PATH: process.env.PATH, PORT: "0", M800_BASE_URL: api.baseUrl, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const complaints = text(child.stderr);
  onTestFinished(async () => {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  });
  for await (const line of createInterface(child.stdout)) {
    const [, port] = /port: (\d+)/.exec(line) ?? [];
    if (port !== undefined) return `http://127.0.0.1:${port}`;
  }
  throw new Error(`${file} ended: ${await complaints}`);
}

const COUNTRY = { code: "HKG", name: "Hong Kong", prefix: "852" };

for (const file of ["express-server.ts", "fastify-server.ts", "hono-server.ts", "koa-server.ts"]) {
  test(`${file} lists the countries, and gives tokens to sessions only`, async () => {
    const api = await servedApi();
    const address = await runServer(file, api);

    const { countries } = await (await fetch(`${address}/countries`)).json();
    expect(countries).toContainEqual(COUNTRY);

    const stranger = await fetch(`${address}/token`, { method: "POST" });
    expect({ status: stranger.status, body: await stranger.json() }).toMatchObject({
      status: 403,
      body: { code: "forbidden" },
    });
    const guest = await fetch(`${address}/token`, { method: "POST", headers: { Cookie: "session=of-the-test" } });
    expect(await guest.json()).toMatchObject({ access_token: api.tokens.issued()[0]?.token });
    expect(guest.headers.get("Cache-Control")).toBe("no-store");
    expect(api.requests("createToken")).toHaveLength(1);
  });
}

test("cloudflare-worker.ts shares one token between requests, and replaces one that was revoked", async () => {
  const api = await servedApi();
  const env = { ...settings, M800_BASE_URL: api.baseUrl };
  const call = async () => (await worker.fetch(new Request("https://worker.example/"), env)).json();
  expect((await call()).countries).toContainEqual(COUNTRY);
  expect((await call()).countries).toContainEqual(COUNTRY);
  expect(api.requests("createToken")).toHaveLength(1);

  api.tokens.revokeAll();
  expect((await call()).countries).toContainEqual(COUNTRY);
  expect(api.requests("createToken")).toHaveLength(2);
});

test("cloudflare-worker.ts finds the server's code under the conditions that Wrangler bundles with", async () => {
  const api = await servedApi();
  const env = { ...settings, M800_BASE_URL: api.baseUrl };
  const script = `
    const { default: worker } = await import("./cloudflare-worker.ts");
    const response = await worker.fetch(new Request("https://worker.example/"), ${JSON.stringify(env)});
    process.stdout.write(String(response.status));
  `;
  const conditions = ["workerd", "worker", "browser"].map((condition) => `--conditions=${condition}`);
  const child = spawn(process.execPath, [...conditions, "--input-type=module", "--eval", script], {
    cwd: import.meta.dirname,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect({ stdout, stderr }).toEqual({ stdout: "200", stderr: "" });
});

test("react-native.ts hands a native fetch nothing but an address and plain options", async () => {
  const api = createMockApi();
  const { token } = await issueToken(api);
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    expect([url, init.headers]).toEqual(["https://app.example/token", { Authorization: "Bearer of-the-session" }]);
    return Response.json({ access_token: token, expires_in: 300 });
  });
  const native = vi.fn((url: string, init: RequestInit = {}) => api.fetch(url, init));
  const client = createAppClient(api.baseUrl, "https://app.example/token", () => "of-the-session", native);

  const { data } = await client.GET("/countries");
  expect(data?.countries).toContainEqual(COUNTRY);
  await client.request("post", "/orders" as never, { body: { n: [1, 2] } } as never);
  expect(native.mock.calls.map(([url, init]) => [url, init?.body, Object(init?.headers).authorization])).toEqual([
    [`${api.baseUrl}/countries`, null, `Bearer ${token}`],
    [`${api.baseUrl}/orders`, '{"n":[1,2]}', `Bearer ${token}`],
  ]);
});

async function issueToken(api: ReturnType<typeof createMockApi>) {
  const answer = await api.fetch(`${api.baseUrl}/token`, {
    method: "POST",
    headers: { Authorization: `M800Auth ${defaultAccount.securityToken}`, "Content-Type": "application/json" },
    body: JSON.stringify({ username: defaultAccount.username }),
  });
  expect(answer.status).toBe(200);
  const [issued] = api.tokens.issued();
  if (!issued) throw new Error("No token was issued.");
  return issued;
}

test("every program here is at most 40 lines long", () => {
  const programs = globSync("*.ts", { cwd: import.meta.dirname }).filter((file) => !/\.(test|config)\.ts$/.test(file));
  expect(programs).toHaveLength(6);
  for (const program of programs) {
    const lines = readFileSync(join(import.meta.dirname, program), "utf8")
      .trimEnd()
      .split("\n");
    expect(lines.length, program).toBeLessThanOrEqual(40);
  }
});
