import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Gives a suite, and the programs that it starts, a temporary folder that goes with all that is left in it. */
export default function temporaryFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "m800-suite-"));
  // A server that refuses to be root's runs as another user, and has to get to a folder in it.
  chmodSync(folder, 0o711);
  // One of them for each platform.
  for (const name of ["TMPDIR", "TMP", "TEMP"]) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}
