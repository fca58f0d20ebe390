/**
 * Tests of the suite that the validators judge otherwise: Ajv does not count what `contains` and a lone `if` evaluate, and
 * references that stand in data are moved by the test.
 */
export const KNOWN_MISJUDGED: readonly string[] = [
  "ref: naive replacement of $ref with its destination is not correct: match the enum exactly",
  "unevaluatedItems: unevaluatedItems with nested items: with no additional items",
  "unevaluatedItems: unevaluatedItems with nested items: with invalid additional item",
  "unevaluatedItems: unevaluatedItems depends on adjacent contains: contains passes, second item is not evaluated",
  "unevaluatedItems: unevaluatedItems depends on multiple nested contains: 7 not evaluated, fails unevaluatedItems",
  "unevaluatedItems: unevaluatedItems and contains interact to control item dependency relationship: only b's are invalid",
  "unevaluatedItems: unevaluatedItems and contains interact to control item dependency relationship: only c's are invalid",
  "unevaluatedItems: unevaluatedItems and contains interact to control item dependency relationship: only b's and c's are invalid",
  "unevaluatedItems: unevaluatedItems and contains interact to control item dependency relationship: only a's and c's are invalid",
  "unevaluatedItems: unevaluatedItems with minContains = 0: all items evaluated by contains",
  "unevaluatedItems: unevaluatedItems can see annotations from if without then and else: valid in case if is evaluated",
  "unevaluatedProperties: unevaluatedProperties with if/then/else, then not defined: when if is true and has no unevaluated properties",
  "unevaluatedProperties: unevaluatedProperties with if/then/else, then not defined: when if is false and has unevaluated properties",
  "unevaluatedProperties: unevaluatedProperties can see annotations from if without then and else: valid in case if is evaluated",
];

/** Schemas of the suite that have values, of which no sample is made. */
export const KNOWN_UNSAMPLED: readonly string[] = [
  // Only what is no list, and no object, has none of these: schemas that speak of lists or objects are sampled as such.
  "contains: contains keyword with boolean schema false",
  "not: collect annotations inside a 'not', even if collection is disabled",
];
