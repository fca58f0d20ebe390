import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PUBLISHED, packageName } from "./packages.ts";
import type { Registry } from "./registry.ts";
import { ROOT } from "./root.ts";
import { output } from "./run.ts";

const require = createRequire(import.meta.url);
const PROGRAM = join(import.meta.dirname, "../consumer/main.ts");
const EXPECTED = { hongKong: "852", replaced: ["Philippines"], refused: 401, isSameSpec: true };
const DEPENDENCIES = [...PUBLISHED.map((key) => packageName(key)), "msw@^2.15.0"];

/** The store's types need Node's, which the program does without. */
const FLEET = `import("${packageName("token-store-redis")}").then(({ createRedisTokenStore }) => createRedisTokenStore.name)`;

const QUIET = ["--no-audit", "--no-fund"];

const COMPILERS = ["typescript-5.4", "typescript-5.9", "typescript-6", "typescript"];
const RESOLUTIONS = [
  { module: "ESNext", moduleResolution: "bundler" },
  { module: "Node16", moduleResolution: "node16" },
];

const COMPILER_OPTIONS = {
  target: "ES2022",
  lib: ["ES2022", "DOM", "DOM.Iterable"],
  types: [],
  strict: true,
  noEmit: true,
  skipLibCheck: false,
  // The compiler's own library is not what is in question.
  skipDefaultLibCheck: true,
};

/** A project of someone who uses the packages, installed from a registry into a folder of its own. */
export interface Consumer {
  /** Runs the program. @throws Error unless it prints what it should. */
  run(): Promise<void>;
  /** Type-checks the program with every compiler. @throws ToolError with the first one's errors. */
  typecheck(compilers?: readonly string[]): Promise<void>;
  /** Takes what the ranges in its package.json allow by now. Returns the version of the client that it got. */
  update(): Promise<string>;
}

export const MANAGERS = ["npm", "pnpm", "yarn"] as const;
type Manager = (typeof MANAGERS)[number];

/** Installs the packages with a package manager into an empty project. */
export async function createConsumer(folder: string, manager: Manager, registry: Registry): Promise<Consumer> {
  await mkdir(folder, { recursive: true });
  await copyFile(PROGRAM, join(folder, "main.ts"));
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  // The scripts of msw are not ours, and not needed here.
  await writeFile(join(folder, "pnpm-workspace.yaml"), "allowBuilds: { msw: false }\nminimumReleaseAge: 0\n");
  await writeFile(join(folder, ".yarnrc.yml"), JSON.stringify(await yarnSettings(registry)));
  await writeFile(join(folder, "yarn.lock"), "");
  const env = {
    ...registry.env,
    // A connection that stalls is tried again, and not waited for as long as the whole rehearsal may take.
    npm_config_fetch_timeout: "15000",
    npm_config_fetch_retry_mintimeout: "1000",
    YARN_ENABLE_IMMUTABLE_INSTALLS: "false",
  };
  const call = (command: string, ...args: string[]) => output(command, args, { cwd: folder, env });
  const yarn = join(require.resolve("@yarnpkg/cli-dist/package.json"), "../bin/yarn.js");
  const pnpm = join(ROOT, "node_modules/.bin/pnpm");
  const commands = {
    npm: {
      add: () => call("npm", "install", ...QUIET, ...DEPENDENCIES),
      update: () => call("npm", "update", ...QUIET),
    },
    pnpm: { add: () => call(pnpm, "add", ...DEPENDENCIES), update: () => call(pnpm, "update") },
    yarn: {
      add: () => call(process.execPath, yarn, "add", ...DEPENDENCIES),
      update: () => call(process.execPath, yarn, "up", ...DEPENDENCIES),
    },
  };
  await commands[manager].add();

  return {
    async run() {
      await call(process.execPath, "--eval", FLEET);
      const printed = await call(process.execPath, "main.ts");
      if (printed.trim() === JSON.stringify(EXPECTED)) return;
      throw new Error(
        `The consumer that ${manager} installed printed ${printed.trim()}, not ${JSON.stringify(EXPECTED)}.`,
      );
    },
    async typecheck(compilers = COMPILERS) {
      await Promise.all(
        RESOLUTIONS.map(async (compilerOptions) => {
          const config = `tsconfig.${compilerOptions.moduleResolution}.json`;
          const all = { ...COMPILER_OPTIONS, ...compilerOptions };
          await writeFile(join(folder, config), JSON.stringify({ compilerOptions: all, files: ["main.ts"] }));
          for (const compiler of compilers) {
            await call(process.execPath, join(require.resolve(`${compiler}/package.json`), "../bin/tsc"), "-p", config);
          }
        }),
      );
    },
    async update() {
      await commands[manager].update();
      const manifest = await readFile(join(folder, "node_modules", packageName("client"), "package.json"), "utf8");
      return JSON.parse(manifest).version;
    },
  };
}

async function yarnSettings({ url }: Registry) {
  const usual = (await output("npm", ["config", "get", "registry"])).trim().replace(/\/$/, "");
  return {
    nodeLinker: "node-modules",
    npmRegistryServer: usual,
    npmScopes: { m800: { npmRegistryServer: url } },
    unsafeHttpWhitelist: ["127.0.0.1"],
    // Else what was published a moment ago is held back.
    npmPreapprovedPackages: ["@m800/*"],
    enableScripts: false,
    enableTelemetry: false,
  };
}
