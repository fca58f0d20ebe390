import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test, vi } from "vitest";
import { lastRelease } from "./last-release.ts";
import { oasdiffPath } from "./oasdiff.ts";
import { ROOT, SPEC } from "./root.ts";
import { output } from "./run.ts";
import { specDiff } from "./spec-diff.ts";
import { ToolError } from "./tool-error.ts";
import { typeDiff } from "./type-diff.ts";

const SPEC_FILE = join(ROOT, SPEC);

const folder = () => mkdtemp(join(tmpdir(), "m800 tools "));

/** Puts a program first on PATH, or alone beside the system's own. */
async function fake(name: "oasdiff" | "go", script: string, path = process.env.PATH): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), `m800 ${name} `));
  await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`);
  await chmod(join(folder, name), 0o755);
  vi.stubEnv("PATH", [folder, path].join(delimiter));
}

if (process.platform !== "win32") {
  test.each([
    {
      script: "echo 'no such file' >&2; exit 102",
      want: "oasdiff could not compare the specs (status 102): no such file",
    },
    { script: "echo Hello", want: "answered what cannot be read; is another program of that name on PATH? Hello" },
    { script: 'echo \'{"an": "object"}\'', want: "answered what cannot be read" },
    { script: 'echo \'[{"id": "x", "text": "y", "level": 9}]\'', want: "answered what cannot be read" },
    { script: "kill -9 $$", want: "was ended by SIGKILL" },
  ])("an oasdiff that does `$script` is a failed tool", async ({ script, want }) => {
    await fake("oasdiff", script);
    const failure = await specDiff(SPEC_FILE, SPEC_FILE).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ToolError);
    expect(failure).toHaveProperty("message", expect.stringContaining(want));
  });

  test("without oasdiff, Go installs it once, whole, also for two runs at a time", async () => {
    const cache = await folder();
    const installs = join(await folder(), "installs");
    const script = `echo "$*" >> "${installs}"; printf '#!/bin/sh\\necho %s' whole > "$GOBIN/oasdiff"; chmod +x "$GOBIN/oasdiff"`;
    await fake("go", script, "/bin");
    const paths = await Promise.all([oasdiffPath(cache), oasdiffPath(cache)]);
    expect(await output(paths[0], [])).toBe("whole\n");
    expect(await oasdiffPath(cache)).toBe(paths[1]);
    const commands = (await readFile(installs, "utf8")).trim().split("\n");
    expect(commands).toHaveLength(2);
    expect(commands[0]).toMatch(/^install github\.com\/oasdiff\/oasdiff@v\d+\.\d+\.\d+$/);
    expect(await readdir(cache)).toEqual(["oasdiff"]);
  });

  test("a Go that cannot install oasdiff is a failed tool, and leaves nothing behind", async () => {
    const cache = await folder();
    await fake("go", "echo 'requires go >= 1.26' >&2; exit 1", "/bin");
    await expect(oasdiffPath(cache)).rejects.toThrow(/failed with status 1:\nrequires go >= 1\.26/);
    expect(await readdir(cache)).toEqual([]);
  });
}

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
  expect(await readFile(last?.spec ?? "", "utf8")).toContain("operationId: listCountries");
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
