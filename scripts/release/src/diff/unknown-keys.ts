import { isDeepStrictEqual } from "node:util";
import type { Change } from "./change.ts";
import type { Plain } from "./record.ts";

/** Words that an object of OpenAPI may have anywhere. */
const WORDS = ["description", "summary", "example", "examples", "externalDocs", "tags"];

/** What changed in an object beside words and the keys that are compared elsewhere: nobody knows what that does. */
export function unknownKeys(before: Plain, after: Plain, known: readonly string[]): Change[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys]
    .filter((key) => !key.startsWith("x-") && !WORDS.includes(key) && !known.includes(key))
    .filter((key) => !isDeepStrictEqual(before[key], after[key]))
    .map((key) => ({
      effect: "unknown",
      field: [],
      text: `has another \`${key}\`, which no rule knows the effect of`,
    }));
}
