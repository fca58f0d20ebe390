import { basename, dirname, join } from "node:path";
import { findSpec } from "@m800/generate/find-spec";
import { requireProgram } from "../../require-program.ts";
import { hasJava, NO_JAVA, runGenerator } from "./run-generator.ts";

// The second opinion on the description: openapi-generator reads it with another parser than Redocly's.

const ROOT = join(import.meta.dirname, "../../..");
const [spec = join(ROOT, findSpec(ROOT))] = process.argv.slice(2);

try {
  if (requireProgram("java") && hasJava()) {
    await runGenerator(["validate", "--recommend", "--input-spec", basename(spec)], dirname(spec), () => {});
  } else {
    console.error(`SKIPPED: openapi-generator's validation of the spec. ${NO_JAVA}`);
    process.exitCode = process.env.CI === "true" ? 1 : 0;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
