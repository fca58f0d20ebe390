import { spawnSync } from "node:child_process";

/**
 * Whether commands start, after an attempt to install them with Debian's packages where that is possible. Says what is
 * skipped where it is not; in CI that is an error.
 */
export function isAvailable(commands: readonly string[], packages: readonly string[]): boolean {
  if (missing(commands).length > 0 && process.getuid?.() === 0) {
    spawnSync("apt-get", ["update", "--quiet"], { stdio: "ignore" });
    spawnSync("apt-get", ["install", "--yes", "--quiet", "--no-install-recommends", ...packages], { stdio: "inherit" });
  }
  const absent = missing(commands);
  if (absent.length === 0) return true;
  const message = `${absent.join(" and ")} cannot be started here. Debian has them as ${packages.join(", ")}.`;
  if (process.env.CI === "true") throw new Error(message);
  console.warn(`SKIPPED: ${message}`);
  return false;
}

function missing(commands: readonly string[]): string[] {
  return commands.filter((command) => spawnSync("sh", ["-c", `command -v ${command}`]).status !== 0);
}
