import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Group {
  readonly description: string;
  readonly schema: unknown;
  readonly tests: readonly { readonly description: string; readonly data: unknown; readonly valid: boolean }[];
}

/**
 * JSON Schema's own tests, by keyword. Left out: what OpenAPI documents are not served with (`$id`, `$anchor`, `$dynamicRef`,
 * vocabularies, other documents), and `format`, which the suite takes for a remark and the mock for an assertion.
 */
export function readSuite(): Readonly<Record<string, readonly Group[]>> {
  return JSON.parse(readFileSync(join(import.meta.dirname, "draft2020-12.json"), "utf8")).keywords;
}
