import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { loadSpec } from "@m800/generate/load-spec";
import { schemaTypes } from "@m800/schema-types";
import { expect, onTestFinished, test } from "vitest";
import { PACKAGES, PUBLISHED, packageName } from "../src/packages.ts";
import { output } from "../src/run.ts";

// The commands as a maintainer and the workflows run them: in a repository of their own, with base.yaml as its spec.

const HERE = join(import.meta.dirname, "..");
const CHANGE = { from: "maximum: 100, default: 50", to: "maximum: 50, default: 50" };

/** A repository with the commands in it, and one commit on main. */
async function repository(version = "0.1.0") {
  const root = await mkdtemp(join(tmpdir(), "m800 commands "));
  const release = join(root, "scripts/release");
  await mkdir(release, { recursive: true });
  await cp(join(HERE, "src"), join(release, "src"), { recursive: true });
  await writeFile(join(release, "package.json"), '{ "type": "module" }');
  await symlink(join(HERE, "node_modules"), join(release, "node_modules"));
  const write = async (path: string, content: string) => {
    await mkdir(join(root, path, ".."), { recursive: true });
    await writeFile(join(root, path), content);
  };
  const git = (...args: string[]) => output("git", args, { cwd: root });
  const spec = join(root, "openapi/phone-number.yaml");

  /** Changes the spec, and generates what the commands look at. */
  const edit = async (from = "", to = "") => {
    await write("openapi/phone-number.yaml", (await readFile(join(HERE, "test/base.yaml"), "utf8")).replace(from, to));
    const { document, hash } = await loadSpec(spec);
    for (const key of ["client", "mock-server"]) {
      await write(`packages/${key}/src/generated/spec.gen.ts`, `export const specHash: string = "${hash}";\n`);
    }
    await write("packages/client/src/generated/schema.gen.ts", await schemaTypes(document));
  };
  for (const key of PUBLISHED) {
    await write(`packages/${key}/package.json`, JSON.stringify({ name: packageName(key), version }));
  }
  await write(
    "package.json",
    JSON.stringify({ repository: { type: "git", url: "git+https://github.com/m800/numbers.git" } }),
  );
  await write(".changeset/config.json", JSON.stringify({ baseBranch: "main" }));
  await write(".gitignore", "node_modules\n");
  await edit();
  await git("init", "--quiet", "--initial-branch", "main");
  await git("config", "user.name", "Test");
  await git("config", "user.email", "test@localhost");
  await git("add", "--all");
  await git("commit", "--quiet", "--message", "Start");

  async function command(file: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    const child = spawn(process.execPath, [join(release, "src", file), ...args], { env: { ...process.env, ...env } });
    const [stdout, stderr, [status]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, "close"),
    ]);
    return { status, stdout, stderr };
  }
  const bumps = (bump: string) => PACKAGES.map((key) => `"${packageName(key)}": ${bump}\n`).join("");
  return {
    root,
    git,
    write,
    edit,
    command,
    main: (...args: string[]) => command("main.ts", args),
    changeset: (bump: string) => write(".changeset/by-hand.md", `---\n${bumps(bump)}---\n\nText.\n`),
  };
}

test("check:changeset refuses a change of the spec without a changeset, and with one too low", async () => {
  const { edit, main, changeset } = await repository();
  const check = () => main("check:changeset", "--base", "HEAD");
  expect(await check()).toMatchObject({ status: 0, stderr: "" });
  await edit(CHANGE.from, CHANGE.to);
  const missing = await check();
  expect(missing).toMatchObject({ status: 1, stdout: "" });
  expect(missing.stderr).toContain("the parameter `limit` has another `maximum`: 50 in place of 100");
  expect(missing.stderr).toContain(
    "@m800/phone-number-client: the change of the spec needs a minor, but no changeset names it.",
  );
  await changeset("patch");
  const low = await check();
  expect(low.status).toBe(1);
  expect(low.stderr).toContain("needs a minor, but the changesets say patch.");
  await changeset("minor");
  expect(await check()).toMatchObject({ status: 0, stdout: "The changesets cover what changed since HEAD.\n" });
});

test("check:changeset takes what changeset:from-spec has written, and refuses packages of another spec", async () => {
  const { edit, main, write } = await repository();
  await edit(CHANGE.from, CHANGE.to);
  expect(await main("changeset:from-spec", "--base", "HEAD")).toMatchObject({ status: 0, stderr: "" });
  expect(await main("check:changeset", "--base", "HEAD")).toMatchObject({ status: 0 });
  await write(
    "packages/mock-server/src/generated/spec.gen.ts",
    `export const specHash: string = "${"0".repeat(64)}";\n`,
  );
  expect(await main("check:changeset", "--base", "HEAD")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("packages/mock-server/src/generated/spec.gen.ts was made from another spec"),
  });
});

test("a waiver with a reason lowers what is asked for, and one of something else is refused", async () => {
  const { edit, main, changeset, write } = await repository();
  await edit(CHANGE.from, CHANGE.to);
  await changeset("patch");
  const waive = (finding: string) =>
    write(".changeset/waivers.yaml", JSON.stringify([{ since: "0.1.0", finding, reason: "Nobody sends so many." }]));
  await waive("GET /countries: the parameter `limit` has another `maximum`: 50 in place of 100");
  expect(await main("check:changeset", "--base", "HEAD")).toMatchObject({ status: 0 });
  expect((await main("spec:diff", "--base", "HEAD")).stdout).toContain("waived: Nobody sends so many.");
  await waive("everything");
  expect(await main("check:changeset", "--base", "HEAD")).toMatchObject({ status: 2 });
});

const report = (declarations: string) => `# auth\n\n\`\`\`ts\n${declarations}\n\`\`\`\n`;

test("what a package exports is guarded, with no changeset and with one too low", async () => {
  const { git, write, main } = await repository();
  const path = "packages/auth/api/index.md";
  await write(path, report("export declare const one: number;\nexport declare const two: number;"));
  await git("add", "--all");
  await git("commit", "--quiet", "--message", "Report");
  await write(path, report("export declare const one: number;"));
  const check = () => main("check:changeset", "--base", "HEAD");
  const changeset = (bump: string) =>
    write(".changeset/by-hand.md", `---\n"@m800/phone-number-auth": ${bump}\n---\n\nText.\n`);
  const needs = "@m800/phone-number-auth: what it exports needs a minor, but ";
  expect(await check()).toEqual({ status: 1, stdout: "", stderr: `${needs}no changeset names it: \`two\` is gone.\n` });
  await changeset("patch");
  expect(await check()).toMatchObject({ status: 1, stderr: `${needs}the changesets say patch: \`two\` is gone.\n` });
  await changeset("minor");
  expect(await check()).toMatchObject({ status: 0, stderr: "" });
});

test("a package's entry that is gone breaks", async () => {
  const { root, git, write, main } = await repository();
  await write("packages/token-store-redis/api/index.md", report("export declare const one: number;"));
  await git("add", "--all");
  await git("commit", "--quiet", "--message", "Report");
  await rm(join(root, "packages/token-store-redis/api/index.md"));
  expect((await main("check:changeset", "--base", "HEAD")).stderr).toContain(
    "@m800/phone-number-token-store-redis: what it exports needs a minor, but no changeset names it: the entry `index` is gone.",
  );
});

test("code that changed needs a changeset, if only one that says that nobody need be told", async () => {
  const { write, main } = await repository();
  const check = () => main("check:changeset", "--base", "HEAD");
  await write("packages/auth/src/a.test.ts", "");
  expect(await check()).toMatchObject({ status: 0 });
  await write("packages/auth/src/a.ts", "");
  await write("packages/mock-engine/src/b.ts", "");
  const { status, stderr } = await check();
  expect(status).toBe(1);
  expect(stderr).toContain(
    "@m800/phone-number-auth: its code changed since HEAD (packages/auth/src/a.ts), but no changeset names it",
  );
  expect(stderr).toContain(
    "@m800/phone-number-mock-server: its code changed since HEAD (packages/mock-engine/src/b.ts)",
  );
  const header = '"@m800/phone-number-auth": none\n"@m800/phone-number-mock-server": patch\n';
  await write(".changeset/by-hand.md", `---\n${header}---\n\nText.\n`);
  expect(await check()).toMatchObject({ status: 0 });
});

test.each([
  { file: "main.ts", args: ["spec:diff", "main"], want: "spec:diff takes no argument main. Did you mean --base main?" },
  { file: "main.ts", args: ["check:changeset", "--json"], want: "--json is for spec:diff alone." },
  { file: "main.ts", args: [], want: "Name a command." },
  { file: "canary.ts", args: ["--tag", "latest"], want: "Name the canary" },
  { file: "canary.ts", args: ["--tag", "Pr-1"], want: "Name the canary" },
  { file: "canary.ts", args: ["--tag", "1"], want: "Name the canary" },
  { file: "canary.ts", args: ["--tag", "pr_1"], want: "Name the canary" },
  { file: "canary.ts", args: [], want: "Name the canary" },
  { file: "set-repository.ts", args: ["git@github.com:m800/numbers"], want: "Name the repository's address" },
])("$file $args is refused, and changes nothing", async ({ file, args, want }) => {
  const { command, git } = await repository();
  const { status, stdout, stderr } = await command(file, args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(want);
  expect(await git("status", "--porcelain")).toBe("");
});

test.each(["pack-release.ts", "release-status.ts", "canary.ts"])("%s refuses what it does not know", async (file) => {
  const { command } = await repository();
  const { status, stderr } = await command(file, ["--dry-run"]);
  expect(status).not.toBe(0);
  expect(stderr).toContain("Unknown option '--dry-run'");
});

test("a release is packed of main alone, and of what is committed", async () => {
  const { command, git, write } = await repository();
  await git("switch", "--quiet", "--create", "feature");
  await write("left.txt", "over");
  const { status, stderr } = await command("pack-release.ts", [], { GITHUB_REPOSITORY: "someone/fork" });
  expect(status).toBe(1);
  expect(stderr).toContain(
    "This runs in someone/fork, and the packages say that they are from https://github.com/m800/numbers",
  );
  expect(stderr).toContain("This is the branch feature, and releases are made of main: merge it there first.");
  expect(stderr).toContain("Commit these first, since a release is tagged:\n?? left.txt");
  expect(await command("canary.ts", ["--tag", "pr-1"])).toMatchObject({ status: 2, stdout: "" });
});

/** A registry that has the client of a repository, and nothing else. */
async function registryOf(root: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "m800 packed "));
  const manifest = { name: packageName("client"), version: "0.1.0" };
  await cp(join(root, "openapi"), join(folder, "package/dist/openapi"), { recursive: true });
  await cp(join(root, "packages/client/src/generated/schema.gen.ts"), join(folder, "package/dist/index.d.ts"));
  await writeFile(join(folder, "package/package.json"), JSON.stringify(manifest));
  await output("tar", ["-czf", "client.tgz", "package"], { cwd: folder });
  const tarball = await readFile(join(folder, "client.tgz"));
  const server = createServer(({ url = "", headers: { host } }, response) => {
    if (url.endsWith(".tgz")) return response.end(tarball);
    if (!decodeURIComponent(url).startsWith(`/${manifest.name}`)) return response.writeHead(404).end("{}");
    const versions = { "0.1.0": { ...manifest, dist: { tarball: `http://${host}/client.tgz` } } };
    return response.end(JSON.stringify({ name: manifest.name, "dist-tags": { latest: "0.1.0" }, versions }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("It does not listen.");
  return `http://127.0.0.1:${address.port}/`;
}

test("a first release that broke off after the client goes on: the check passes, and the status tells what is left", async () => {
  const { root, command, write } = await repository();
  await write("left.txt", "over");
  const env = {
    npm_config_registry: await registryOf(root),
    npm_config_cache: await mkdtemp(join(tmpdir(), "m800 cache ")),
  };
  expect(await command("main.ts", ["check:changeset"], env)).toEqual({
    status: 0,
    stdout: "The changesets cover what changed since @m800/phone-number-client@0.1.0.\n",
    stderr: `${packageName("client")}@0.1.0 is in the registry, but git has no such tag: what is written by hand is not compared with it.\n`,
  });
  const { stdout } = await command("release-status.ts", [], env);
  expect(stdout).toContain("[x] the repository has an address");
  expect(stdout).toContain("[x] @m800/phone-number-client@0.1.0 is published");
  expect(stdout).toContain("[ ] @m800/phone-number-client@0.1.0 is tagged");
  expect(stdout).toContain("[ ] @m800/phone-number-auth@0.1.0 is published");
  expect(stdout).toContain("[ ] all is committed");
});
