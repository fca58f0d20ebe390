import { cp, mkdir, mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { createConsumer, MANAGERS } from "./consumer.ts";
import { PUBLISHED, packageName } from "./packages.ts";
import { startRegistry } from "./registry.ts";
import { ROOT, SPEC } from "./root.ts";
import { output } from "./run.ts";
import { walk } from "./walk.ts";

// Makes releases of this working tree against a registry on loopback: a canary, the release that is due, broken off and
// gone on with, then the one that CONTRIBUTING.md's walk leads to, and 1.0, which breaks. Users install them, and those of
// one must not be broken by the next.

const REPOSITORY = "m800/rehearsal";
const BREAKING = "s/required: \\[code, name, prefix\\]/required: [code, name]/";
const HARMLESS = "s/^ {8}name:$/        region: { type: string }\\n$&/";
const BREAKING_AGAIN = "s/required: \\[code, name\\]/required: [code]/";

process.once("SIGTERM", () => process.exit(1));
const startedAt = performance.now();
const folder = await realpath(await mkdtemp(join(tmpdir(), "m800 rehearsal ")));
const clone = join(folder, "clone");
await mkdir(clone);
const registry = await step("Starting a registry", () => startRegistry(folder));
try {
  await rehearse();
  console.log(`The rehearsal went well, in ${seconds()} s.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await registry.stop();
  await rm(folder, { recursive: true, force: true });
}

async function rehearse(): Promise<void> {
  await step("Cloning the working tree", async () => {
    const files = await output("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: ROOT });
    for (const file of files.split("\0").filter(Boolean)) await cp(join(ROOT, file), join(clone, file));
    await sh("git init --quiet --initial-branch main");
    await sh("git config user.name Rehearsal && git config user.email rehearsal@localhost");
    await sh("git add --all && git commit --quiet --message Start");
  });
  await step("Installing its dependencies", () =>
    output("pnpm", ["install", "--frozen-lockfile", "--prefer-offline"], { cwd: clone }),
  );

  await step("Naming the repository", () =>
    sh(`pnpm set:repository https://github.com/${REPOSITORY} && git commit --quiet --all --message Address`),
  );
  await step("Packing a canary of it, and publishing that", async () => {
    await sh("pnpm canary --tag pr-1");
    await sh('for tarball in .canary/*.tgz; do npm publish "$tarball" --access public --tag pr-1; done');
    for (const key of PUBLISHED) await sh(`npm view ${packageName(key)}@pr-1 version | grep -q -- -pr-1-`);
    await sh("git checkout --quiet . && git clean --quiet --force");
  });
  await step("Versioning the release that is due", () =>
    sh("changeset version && git add --all && git commit --quiet --message Version"),
  );
  await step("Building, packing and checking it", () => sh("pnpm pack:release"));
  await step("Publishing its first package, and breaking off", () =>
    sh("npm publish .release/packages/*phone-number-client-*.tgz --access public"),
  );
  await step("Going on with the same lines", async () => {
    await sh("pnpm check:changeset");
    await sh("pnpm pack:release && changeset publish --from-pack-dir .release");
    for (const key of PUBLISHED) await sh(`npm view ${packageName(key)}@0.1.0 version | grep -q 0.1.0`);
  });
  const user = await step("Installing it with npm", () => createConsumer(join(folder, "user"), "npm", registry));
  await step("Running its first user's program", () => user.run());

  for (const command of walk(await readFile(join(ROOT, "CONTRIBUTING.md"), "utf8"))) {
    await step(`$ ${command}`, () => sh(command));
  }

  await step("Updating the first user, who was promised that nothing breaks", async () => {
    const manifest = await readFile(join(clone, "packages/client/package.json"), "utf8");
    const [got, want] = [await user.update(), JSON.parse(manifest).version];
    if (got !== want) throw new Error(`An update brought the client ${got}, not ${want}: its range does not take it.`);
    await user.typecheck(["typescript"]);
    await user.run();
  });
  for (const manager of MANAGERS) {
    await step(`Installing the new release with ${manager}, and running the program`, async () => {
      const consumer = await createConsumer(join(folder, manager), manager, registry);
      await consumer.run();
    });
  }
  await step("Type-checking it with TypeScript 5.4 to 7, as bundlers and as Node resolve", () => user.typecheck());

  await step("Releasing 1.0, which breaks", async () => {
    await sh("git switch --quiet --create one");
    await sh(`perl -pi -e '${BREAKING}' ${SPEC} && pnpm generate && pnpm changeset:from-spec`);
    await sh(
      "perl -pi -e 's/: minor$/: major/' .changeset/spec-*.md && git add --all && git commit --quiet --message One",
    );
    await sh("pnpm check:changeset && git switch --quiet main && git merge --quiet one");
    await sh("changeset version && git add --all && git commit --quiet --message Version");
    await sh("pnpm pack:release && changeset publish --from-pack-dir .release");
  });
  await step("Updating the first user, whom that must not reach", async () => {
    const got = await user.update();
    if (!got.startsWith("0."))
      throw new Error(`An update brought the client ${got}, which breaks what is written for 0.x.`);
    await user.run();
  });
  for (const [edit, want] of [
    [HARMLESS, { client: "minor", "mock-server": "minor" }],
    [BREAKING_AGAIN, { client: "major", auth: "major", "mock-server": "major" }],
  ] as const) {
    await step(`Judging a change from 1.0: ${edit}`, async () => {
      const { bumps } = JSON.parse(
        await sh(`perl -pi -e '${edit}' ${SPEC} && pnpm --silent spec:diff --json; git checkout --quiet .`),
      );
      if (!isDeepStrictEqual(bumps, want))
        throw new Error(`It gives ${JSON.stringify(bumps)}, not ${JSON.stringify(want)}.`);
    });
  }
}

function sh(command: string): Promise<string> {
  const path = [join(clone, "node_modules/.bin"), process.env.PATH].join(delimiter);
  return output("bash", ["-euc", command], {
    cwd: clone,
    env: { ...registry.env, GITHUB_REPOSITORY: REPOSITORY, PATH: path, TURBO_TELEMETRY_DISABLED: "1" },
  });
}

async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  console.log(`${seconds().padStart(5)} s  ${title}`);
  return work();
}

function seconds(): string {
  return ((performance.now() - startedAt) / 1000).toFixed(1);
}
