import { createConfig, lint } from "@redocly/openapi-core";
import { describeProblems } from "./describe-problems.ts";
import { isOfTheApi } from "./is-of-the-api.ts";
import { rules } from "./redocly-rules.ts";

/**
 * Finds what is wrong in a description and its files: by the OpenAPI standard, and what else keeps types and mock from being
 * made of it.
 *
 * @throws Error naming each fault with its file and line
 */
export async function checkSpec(path: string): Promise<void> {
  const config = await createConfig({
    extends: ["spec"],
    plugins: [rules],
    rules: {
      "no-invalid-media-type-examples": { severity: "error", allowAdditionalProperties: true },
      "operation-operationId": "error",
      "security-defined": "error",
      "m800/pattern-compiles": "error",
    },
  });
  const problems = (await lint({ ref: path, config })).filter(isOfTheApi);
  if (problems.length > 0) throw new Error(describeProblems(problems));
}
