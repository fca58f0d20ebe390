import { shown } from "./place-problems.ts";
import { canRead } from "./read-pattern.ts";

type Check = readonly [isRight: (value: unknown) => boolean, want: string];

const isNumber = (value: unknown) => typeof value === "number";
const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0;
const isListOf = (isItem: (item: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every(isItem);
const TYPES = ["array", "boolean", "integer", "null", "number", "object", "string"];
const isType = (value: unknown) => TYPES.some((type) => type === value);

function isPattern(value: unknown): boolean {
  return typeof value === "string" && canRead(value);
}

const CHECKS: readonly (readonly [keywords: string, ...Check])[] = [
  ["type", (value) => isType(value) || isListOf(isType)(value), `one or several of ${TYPES.join(", ")}`],
  ["minimum maximum", isNumber, "a number"],
  ["exclusiveMinimum exclusiveMaximum", (value) => isNumber(value) || typeof value === "boolean", "a number"],
  ["multipleOf", (value) => isNumber(value) && Number(value) > 0, "a number above 0"],
  [
    "minLength maxLength minItems maxItems minProperties maxProperties minContains maxContains",
    isCount,
    "a whole number from 0 up",
  ],
  ["format", (value) => typeof value === "string", "a string"],
  ["pattern", isPattern, "a regular expression that JavaScript can read, or else all is taken"],
  ["enum", Array.isArray, "a list"],
  [
    "required",
    (value) => typeof value === "boolean" || isListOf((name) => typeof name === "string")(value),
    "a list of names",
  ],
];

const BY_KEYWORD = new Map(
  CHECKS.flatMap(([keywords, ...check]) => keywords.split(" ").map((keyword): [string, Check] => [keyword, check])),
);

/** What is wrong with the keywords of a schema. */
export function* keywordProblems(schema: object): Generator<[key: string, message: string]> {
  for (const [key, value] of Object.entries(schema)) {
    const [isRight, want] = BY_KEYWORD.get(key) ?? [];
    // What YAML leaves empty is as good as not there.
    if (isRight && value !== null && !isRight(value)) yield [key, `\`${key}\` is ${want}, not ${shown(value)}.`];
  }
}
