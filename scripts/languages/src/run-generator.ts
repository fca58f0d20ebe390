import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(import.meta.resolve("@openapitools/openapi-generator-cli/main.js"));
const SETTINGS = fileURLToPath(new URL("../openapitools.json", import.meta.url));

/** What to do when {@link hasJava} says no. */
export const NO_JAVA =
  "openapi-generator needs Java 11 or newer, and no `java` starts here. Install it (Debian: apt-get install " +
  "default-jre-headless; macOS: brew install openjdk; elsewhere: https://adoptium.net), then run this again.";

/** Whether a `java` starts. */
export function hasJava(): boolean {
  return spawnSync("java", ["-version"], { stdio: "ignore" }).status === 0;
}

/**
 * Runs the openapi-generator that `openapitools.json` pins. The first run downloads it, some 30 MB, from Maven Central.
 *
 * @param onLine is told each line that it prints, as it prints it
 * @returns its exit status
 */
export async function runGenerator(args: readonly string[], onLine: (line: string) => void): Promise<number> {
  const child = spawn(process.execPath, [CLI, "--openapitools", SETTINGS, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = new PassThrough();
  child.stdout.pipe(output, { end: false });
  child.stderr.pipe(output, { end: false });
  const ended = once(child, "close").then(([status]) => {
    output.end();
    return typeof status === "number" ? status : 1;
  });
  for await (const line of createInterface(output)) onLine(line);
  return ended;
}
