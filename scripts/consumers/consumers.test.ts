import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { defaultAccount } from "@m800/phone-number-mock-server";
import { serveMockApi } from "@m800/phone-number-mock-server/http";
import { listOperation, tokenOperation } from "@m800/phone-number-openapi/operations";
import { chromium } from "playwright";
import { rolldown } from "rolldown";
import { expect, onTestFinished, test, vi } from "vitest";
import { requireProgram } from "../require-program.ts";
import { refusalsOfEngines } from "./src/engines.ts";
import { startGateway } from "./src/gateway.ts";
import { installProject, installRuntime } from "./src/install.ts";

const ARCH = process.arch === "arm64" ? { node: "arm64", bun: "aarch64" } : { node: "x64", bun: "x64" };
const node = (version: string) => ({
  name: `Node ${version}`,
  packages: [`node-linux-${ARCH.node}@${version}`],
  program: `node-linux-${ARCH.node}/bin/node`,
  args: [] as string[],
});
const NODES = [node("20.20.0"), node("22.21.0"), node("24.21.0"), node("26.10.0")];
const SERVERS = [
  ...NODES,
  {
    name: "Bun 1.4.5",
    packages: [`@oven/bun-linux-${ARCH.bun}@1.4.5`],
    program: `@oven/bun-linux-${ARCH.bun}/bin/bun`,
    args: [],
  },
  {
    name: "Deno 2.9.6",
    packages: [`@deno/linux-${ARCH.node}-glibc@2.9.6`],
    program: `@deno/linux-${ARCH.node}-glibc/deno`,
    args: ["run", "--allow-net", "--allow-env", "--allow-read", "--node-modules-dir=manual"],
  },
];

if (process.platform === "linux") requireProgram("libatomic.so.1"); // Node 26 is linked with it.

const project = installProject();

async function gateway(allowedOrigins?: readonly string[]) {
  const started = await startGateway(allowedOrigins);
  onTestFinished(() => started.close());
  return started;
}

/** Runs a program to its own end. */
async function run(program: string, ...args: readonly string[]) {
  const child = spawn(program, args, { cwd: project, stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { stdout: stdout.trim(), stderr, status };
}

function executable({ name, packages, program }: (typeof SERVERS)[number]): string {
  return join(installRuntime(name.replace(" ", "-").toLowerCase(), ...packages), "node_modules", program);
}

test.for(SERVERS)("the packed packages conform on $name, and let it end", async (runtime) => {
  const { baseUrl, control } = await gateway();
  const outcome = await run(executable(runtime), ...runtime.args, join(project, "server.js"), baseUrl, control);
  expect(outcome).toEqual({ stdout: "conforms", stderr: "", status: 0 });
});

test.for(NODES.slice(1))("the packed mock serves in every way on $name", async (runtime) => {
  const { stdout, status } = await run(executable(runtime), join(project, "mock.js"));
  expect({ stdout, status }).toEqual({ stdout: "200 200 200 204", status: 0 });
});

/** Starts one of the programs on workerd, and tells how it answers a query. */
async function startWorker(program: string) {
  const folder = installRuntime("miniflare", "miniflare@4.20260730.0");
  const { Miniflare } = await import(
    pathToFileURL(createRequire(join(folder, "package.json")).resolve("miniflare")).href
  );
  const bundle = await rolldown({
    input: join(project, program),
    platform: "neutral",
    resolve: { conditionNames: ["workerd", "worker", "import"] },
  });
  const { output } = await bundle.generate({ format: "esm" });
  const worker = new Miniflare({ modules: true, script: output[0].code, compatibilityDate: "2026-07-01" });
  onTestFinished(() => worker.dispose());
  return (query: Record<string, string>): Promise<Response> =>
    worker.dispatchFetch(`http://worker.invalid/?${new URLSearchParams(query)}`);
}

test("the packed packages conform on workerd", async () => {
  const { baseUrl, control } = await gateway();
  const ask = await startWorker("worker.js");
  expect(await (await ask({ baseUrl, control })).text()).toBe("conforms");
});

test("on workerd, a client that requests share goes on after a refresh that ended with its request", async () => {
  const api = await serveMockApi({ tokenLifetimeSeconds: 100 });
  onTestFinished(() => api.close());
  const ask = await startWorker("shared-client.js");
  const { baseUrl } = api;
  const { securityToken, username } = defaultAccount;
  const { path } = listOperation;
  const statusAfter = async (ms: number) =>
    (await ask({ baseUrl, path, securityToken, username, passedMs: String(ms) })).status;
  expect(await statusAfter(0)).toBe(200);
  api.faults.add({ kind: "timeout", operation: tokenOperation.operationId, nth: 1 });
  // Due: the refresh never answers, and what waits for it is dropped with the request.
  expect(await statusAfter(85_000)).toBe(200);
  await vi.waitFor(() => expect(api.requests(tokenOperation.operationId)).toHaveLength(2));
  // Dead.
  expect(await statusAfter(20_000)).toBe(200);
  expect(api.requests(tokenOperation.operationId)).toHaveLength(3);
  expect(await statusAfter(0)).toBe(200);
  expect(api.requests(tokenOperation.operationId)).toHaveLength(3);
});

const executablePath = requireProgram("chromium");

test.skipIf(!executablePath)(
  "the packed packages conform in Chromium through Vite, without the credentials' code",
  async () => {
    const { build } = await import(pathToFileURL(createRequire(join(project, "package.json")).resolve("vite")).href);
    await build({
      root: project,
      logLevel: "error",
      build: { lib: false, rolldownOptions: { input: join(project, "page.js") } },
    });
    const assets = join(project, "dist/assets");
    const [script = ""] = readdirSync(assets).filter((file) => extname(file) === ".js");
    const code = readFileSync(join(assets, script), "utf8");
    expect(code).toContain("getToken");
    for (const trace of ["M800Auth", "M800_USERNAME"]) expect(code).not.toContain(trace);

    const page = createServer((request, response) => {
      const isScript = request.url?.endsWith(".js");
      response.setHeader("Content-Type", isScript ? "text/javascript" : "text/html");
      response.end(isScript ? code : '<script type="module" src="/page.js"></script>');
    });
    await new Promise<void>((resolve) => page.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void page.close().closeAllConnections());
    const origin = `http://127.0.0.1:${(page.address() as AddressInfo).port}`;
    const { baseUrl, control } = await gateway([origin]);
    const browser = await chromium.launch({ executablePath: executablePath ?? "", args: ["--no-sandbox"] });
    onTestFinished(() => browser.close());
    const tab = await browser.newPage();
    await tab.goto(`${origin}/?${new URLSearchParams({ baseUrl, control })}`);
    await expect.poll(() => tab.title(), { timeout: 30_000 }).not.toBe("");
    expect(await tab.title()).toBe("conforms");
  },
);

test("each package's lowest Node runs all that it depends on", () => {
  for (const name of ["client", "auth", "mock-server"]) {
    expect(refusalsOfEngines(project, `@m800/phone-number-${name}`)).toEqual([]);
  }
});

test("the tarballs hold what is needed, and nothing else", () => {
  for (const name of ["client", "auth", "mock-server"]) {
    const folder = join(project, "node_modules/@m800", `phone-number-${name}`);
    expect(readdirSync(folder).sort()).toEqual(
      ["LICENSE", "README.md", "control", "dist", "package.json"].filter((file) => existsSync(join(folder, file))),
    );
    expect(readFileSync(join(folder, "package.json"), "utf8")).not.toContain("workspace:");
  }
});
