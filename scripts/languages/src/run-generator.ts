import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(import.meta.resolve("@openapitools/openapi-generator-cli/main.js"));
const SETTINGS = fileURLToPath(new URL("../openapitools.json", import.meta.url));

/** For a program that ends so soon that optimising takes longer than it saves. */
export const JAVA_OPTIONS: readonly string[] = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];

/** What to do when {@link hasJava} says no. */
export const NO_JAVA =
  "openapi-generator needs Java 11 or newer, and no `java` starts here. Install it (Debian: apt-get install " +
  "default-jre-headless; macOS: brew install openjdk; elsewhere: https://adoptium.net), then run this again.";

/** Whether a `java` starts. */
export function hasJava(): boolean {
  return spawnSync("java", ["-version"], { stdio: "ignore" }).status === 0;
}

/** Longer lines are the minified source that Node prints when the generator's wrapper breaks. */
const LONGEST_LINE = 2000;

/**
 * Runs the openapi-generator that `openapitools.json` pins. The first run downloads it, some 30 MB, from Maven Central.
 *
 * Its wrapper hands the arguments to a shell as they are: give plain words, and files by their name in `cwd`.
 *
 * @param onLine is told each line that it prints, as it prints it
 * @throws Error with all that it printed, if it fails
 */
export async function runGenerator(
  args: readonly string[],
  cwd: string,
  onLine: (line: string) => void,
): Promise<void> {
  const child = spawn(process.execPath, [CLI, "--openapitools", SETTINGS, ...args], {
    cwd,
    env: { JAVA_OPTS: JAVA_OPTIONS.join(" "), ...process.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = new PassThrough();
  child.stdout.pipe(output, { end: false });
  child.stderr.pipe(output, { end: false });
  const closed = once(child, "close").finally(() => output.end());
  const lines: string[] = [];
  for await (const line of createInterface(output)) {
    lines.push(line);
    onLine(line);
  }
  const [status] = await closed;
  if (status === 0) return;
  if (lines.some((line) => line.includes("Unable to access jarfile"))) {
    throw new Error(
      "openapi-generator could not be downloaded from Maven Central: check the network, and HTTPS_PROXY if there is a " +
        "proxy, then run this again.",
    );
  }
  const printed = lines.filter((line) => line.length <= LONGEST_LINE).join("\n");
  throw new Error(`${printed}\nopenapi-generator's ${args[0]} failed: see above.`);
}
