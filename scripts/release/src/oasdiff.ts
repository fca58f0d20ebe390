import { accessSync, constants, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ROOT } from "./root.ts";
import { output } from "./run.ts";
import { ToolError } from "./tool-error.ts";

/** The version that is installed where there is none yet; its JSON is what the comparison reads. */
const VERSION = "1.36.0";
const MODULE = "github.com/oasdiff/oasdiff";
const EXE = process.platform === "win32" ? ".exe" : "";
const CACHE = join(ROOT, "node_modules/.cache", `oasdiff-${VERSION}`);

/**
 * Path of the oasdiff program: the one on PATH, else one that Go has installed into a cache folder, which takes a minute
 * the first time.
 *
 * @throws ToolError saying what to install, if there is no Go, or none new enough.
 */
export async function oasdiffPath(cache: string = CACHE): Promise<string> {
  const installed = onPath("oasdiff") ?? executable(join(cache, `oasdiff${EXE}`));
  if (installed !== undefined) return installed;
  const go = onPath("go") ?? executable(`/usr/local/go/bin/go${EXE}`);
  if (go === undefined) {
    throw new ToolError(
      `oasdiff, which compares the specs, is not on PATH, and there is no Go to install it with. Install Go 1.21 or newer ` +
        `(https://go.dev/dl), or put oasdiff ${VERSION} on PATH (https://${MODULE}/releases).`,
    );
  }
  console.error(`Installing oasdiff ${VERSION} with Go, once: this takes a minute.`);
  mkdirSync(cache, { recursive: true });
  // Renamed into place when it is whole, so that two runs at a time do not see half of each other's.
  const folder = mkdtempSync(join(cache, "install-"));
  try {
    await output(go, ["install", `${MODULE}@v${VERSION}`], { env: { GOBIN: folder, GOFLAGS: "", CGO_ENABLED: "0" } });
    renameSync(join(folder, `oasdiff${EXE}`), join(cache, `oasdiff${EXE}`));
  } finally {
    rmSync(folder, { recursive: true });
  }
  return join(cache, `oasdiff${EXE}`);
}

function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.map((folder) => executable(join(folder, name + EXE))).find((path) => path !== undefined);
}

function executable(path: string): string | undefined {
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    return undefined;
  }
}
