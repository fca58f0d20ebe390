import { cp, mkdir, mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createConsumer, MANAGERS } from "./consumer.ts";
import { startRegistry } from "./registry.ts";
import { ROOT } from "./root.ts";
import { output } from "./run.ts";
import { walk } from "./walk.ts";

// Makes two releases of this working tree against a registry on loopback: the one that is due, and then the one that
// CONTRIBUTING.md's walk leads to. Users install both, and those of the first must not be broken by the second.

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

  await step("Publishing a canary of it", async () => {
    await sh("pnpm canary --tag pr-1 && git checkout --quiet . && git clean --quiet --force");
    await sh("npm view @m800/phone-number-client@pr-1 version | grep -q -- -pr-1-");
  });
  await step("Versioning the release that is due", () =>
    sh("changeset version && git commit --quiet --all --message Version"),
  );
  await step("Building, packing and checking it", () => sh("pnpm pack:release"));
  await step("Publishing it", () => sh("changeset publish --from-pack-dir .release"));
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
}

function sh(command: string): Promise<string> {
  const path = [join(clone, "node_modules/.bin"), process.env.PATH].join(delimiter);
  return output("bash", ["-euc", command], {
    cwd: clone,
    env: { ...registry.env, PATH: path, TURBO_TELEMETRY_DISABLED: "1" },
  });
}

async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  console.log(`${seconds().padStart(5)} s  ${title}`);
  return work();
}

function seconds(): string {
  return ((performance.now() - startedAt) / 1000).toFixed(1);
}
