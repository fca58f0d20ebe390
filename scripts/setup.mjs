// Installs the workspace, from nothing but Node and npm. Plain JavaScript, so that an old Node gets as far as the message.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

// On Linux a newer Node for the scripts is installed as a package; elsewhere they run on this one, which must strip types.
const [needed, reason] =
  process.platform === "linux" ? ["20.19.0", "npm and pnpm"] : ["22.18.0", "the TypeScript scripts"];
if (compare(process.versions.node, needed) < 0) {
  fail(
    `Node ${process.versions.node} is too old for ${reason}: install Node ${needed} or newer from https://nodejs.org.`,
  );
}

const local = join(root, "node_modules", ".bin", process.platform === "win32" ? "pnpm.cmd" : "pnpm");
const [command, ...prefix] = existsSync(local) ? [local] : ["npx", "--yes", packageManager];
const shell = process.platform === "win32";
const { status, error } = spawnSync(
  shell ? `"${command}"` : command,
  [...prefix, "install", "--frozen-lockfile", "--prefer-offline", "--reporter=append-only"],
  { cwd: root, stdio: "inherit", shell },
);
if (error || status !== 0) {
  fail(
    `\nSetting up failed${error ? `: ${error.message}` : ""}. The first run downloads the packages: check the network (and the ` +
      "proxy and registry settings of npm), then run the same command again.",
  );
}

/**
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  return a.localeCompare(b, "en", { numeric: true });
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exit(1);
}
