import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createConfig, formatProblems, getTotals, lint } from "@redocly/openapi-core";
import { parse } from "yaml";
import { findSpec } from "./find-spec.ts";
import { isOfTheApi } from "./is-of-the-api.ts";
import { loadSpec } from "./load-spec.ts";
import { rules } from "./redocly-rules.ts";

// Holds the description against openapi/redocly.yaml, after what `generate` would refuse to read.

const ROOT = join(import.meta.dirname, "../../..");
const CONFIG = join(ROOT, "openapi/redocly.yaml");

try {
  const ref = join(ROOT, findSpec(ROOT));
  await loadSpec(ref);
  const config = await createConfig(
    { ...parse(await readFile(CONFIG, "utf8")), plugins: [rules] },
    { configPath: CONFIG },
  );
  const problems = (await lint({ ref, config })).filter(isOfTheApi);
  if (problems.length > 0) formatProblems(problems, { format: "codeframe", totals: getTotals(problems), version: "" });
  process.exitCode = problems.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
