import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { contractOf } from "@m800/generate/contract";
import { loadSpec } from "@m800/generate/load-spec";
import { generatorsFor, languages } from "./generators.ts";
import { hideValues } from "./hide-values.ts";
import { runGenerator } from "./run-generator.ts";
import { withKeySchemes } from "./with-key-schemes.ts";

const TEMPLATES = join(import.meta.dirname, "../templates");
const EXAMPLES = join(import.meta.dirname, "../examples");

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
  const generators = generatorsFor(document, contractOf(document), {
    python: await readFile(join(EXAMPLES, "python/list_countries.py"), "utf8"),
    java: await readFile(join(EXAMPLES, "java/ListCountries.java"), "utf8"),
    go: await readFile(join(EXAMPLES, "go/main.go"), "utf8"),
  });
  const work = await mkdtemp(join(tmpdir(), "m800-languages-"));
  try {
    // A name and no path, since the generator takes paths for URLs and stumbles over a space.
    const inputSpec = "spec.json";
    await writeFile(join(work, inputSpec), JSON.stringify(withKeySchemes(document)));
    const configs: string[] = [];
    for (const language of languages) {
      const outputDir = resolve(folder, language);
      await rm(outputDir, { recursive: true, force: true });
      await mkdir(outputDir, { recursive: true });
      await copyFile(join(TEMPLATES, "ignore"), join(outputDir, ".openapi-generator-ignore"));
      const config = `${language}.json`;
      await writeFile(
        join(work, config),
        JSON.stringify({ ...generators[language], inputSpec, outputDir, templateDir: join(TEMPLATES, language) }),
      );
      configs.push(config);
    }
    await runGenerator(["batch", "--fail-fast", "--", ...configs], work, (line) => {
      const [, progress] = /((?:Download|Generating|Finished generating) .+)$/.exec(line) ?? [];
      if (progress !== undefined) onProgress(progress);
    });
    for (const language of languages) await hideValues(language, join(folder, language));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
