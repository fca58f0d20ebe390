import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadSpec } from "@m800/generate/load-spec";
import { generators } from "./generators.ts";
import { runGenerator } from "./run-generator.ts";
import { withKeySchemes } from "./with-key-schemes.ts";

const TEMPLATES = join(import.meta.dirname, "../templates");

/**
 * Makes a raw client in each language, one folder each, in place of what was there.
 *
 * All come from one call of openapi-generator's `batch`, which is one Java process; `generate` would start one each.
 *
 * @param onProgress is told when a language starts and ends
 * @throws Error with all that the generator printed, if it fails
 */
export async function generateClients(
  specPath: string,
  folder: string,
  onProgress: (line: string) => void,
): Promise<void> {
  const { document } = await loadSpec(specPath);
  const work = await mkdtemp(join(tmpdir(), "m800-languages-"));
  try {
    const inputSpec = join(work, "spec.json");
    await writeFile(inputSpec, JSON.stringify(withKeySchemes(document)));
    const configs: string[] = [];
    for (const [language, generator] of Object.entries(generators)) {
      const outputDir = join(folder, language);
      await rm(outputDir, { recursive: true, force: true });
      await mkdir(outputDir, { recursive: true });
      const config = join(work, `${language}.json`);
      await copyFile(join(TEMPLATES, "ignore"), join(outputDir, ".openapi-generator-ignore"));
      await writeFile(config, JSON.stringify({ ...generator, inputSpec, outputDir, templateDir: TEMPLATES }));
      configs.push(config);
    }
    const lines: string[] = [];
    const status = await runGenerator(["batch", "--fail-fast", "--", ...configs], (line) => {
      lines.push(line);
      const [, progress] = /((?:Download|Generating|Finished generating) .+)$/.exec(line) ?? [];
      if (progress !== undefined) onProgress(progress);
    });
    if (status !== 0) throw new Error(`${lines.join("\n")}\nopenapi-generator failed: see above.`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
