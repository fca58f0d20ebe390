import { renameSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";

/** Builds the demo of `examples/web` into a folder of the site, whose worker script it uses. */
export async function buildDemo(root: string, outDir: string): Promise<void> {
  await build({
    root,
    base: "./",
    logLevel: "warn",
    build: { outDir, emptyOutDir: true, rolldownOptions: { input: join(root, "demo.html") } },
  });
  renameSync(join(outDir, "demo.html"), join(outDir, "index.html"));
}
