/** A mutant that no test can notice, or that none needs to. */
export interface Equivalent {
  readonly file: string;
  /** What stood there, and what the mutant made of it. */
  readonly original: string;
  readonly replacement: string;
  readonly reason: string;
}

export const equivalents: readonly Equivalent[] = [
  {
    file: "packages/auth/src/retry-rule.ts",
    original: "[]",
    replacement: '["Stryker was here"]',
    reason: "What is no date is no wait, like none at all.",
  },
  {
    file: "packages/auth/src/retry-rule.ts",
    original: '""',
    replacement: '"Stryker was here!"',
    reason: "What is no date is no wait, like none at all.",
  },
  {
    file: "packages/mock-engine/src/engine/create-overrides.ts",
    original: "built && !isFile(reply)",
    replacement: "false",
    reason: "The reply is only built anew for each call.",
  },
  {
    file: "packages/mock-engine/src/engine/engine.ts",
    original: "operation.parametersSchema !== undefined",
    replacement: "true",
    reason: "Only spares reading what is not there.",
  },
  {
    file: "packages/mock-engine/src/engine/parameters.ts",
    original: 'scheme.kind === "apiKey"',
    replacement: "true",
    reason: "The other schemes have no name.",
  },
  {
    file: "packages/mock-engine/src/engine/request-body.ts",
    original: "{ body: undefined }",
    replacement: "{}",
    reason: "A body that is undefined is one that is not there.",
  },
  {
    file: "packages/mock-engine/src/engine/parameters.ts",
    original: "parametersSchema === undefined",
    replacement: "false",
    reason: "The engine reads no parameters where there is no schema of them.",
  },
  {
    file: "packages/mock-engine/src/engine/parameters.ts",
    original: "error instanceof Misread",
    replacement: "true",
    reason: "A fault of a header's schema is told when its validator is asked for, before.",
  },
  {
    file: "packages/mock-engine/src/engine/read-value.ts",
    original: "!(error instanceof Misread)",
    replacement: "false",
    reason: "A fault of one choice is one of them all, whose validator is asked for before.",
  },
  {
    file: "packages/mock-engine/src/engine/request-body.ts",
    original: "name === field.name",
    replacement: "false",
    reason: "The field is read in its own style all the same, and what is read later counts.",
  },
  {
    file: "packages/mock-engine/src/engine/request-body.ts",
    original: "{\n    return undefined;\n  }",
    replacement: "{}",
    reason: "A function that returns nothing returns undefined.",
  },
  {
    file: "packages/mock-engine/src/engine/sources.ts",
    original: '""',
    replacement: '"Stryker was here!"',
    reason: "It stands in for a text that is there, as the compiler cannot know.",
  },
  {
    file: "packages/mock-engine/src/compile/compile-spec.ts",
    original: "{ isWritten: false }",
    replacement: "{}",
    reason: "Validators are written down for nobody, which takes time and memory only.",
  },
  {
    file: "packages/mock-engine/src/compile/compile-spec.ts",
    original: "false",
    replacement: "true",
    reason: "Validators are written down for nobody, which takes time and memory only.",
  },
  {
    file: "packages/mock-engine/src/compile/describe-parameters.ts",
    original: '"any"',
    replacement: '""',
    reason: "What is JSON is read by no schema.",
  },
  {
    file: "packages/mock-engine/src/compile/describe-response.ts",
    original: '"any"',
    replacement: '""',
    reason: "What is JSON is read by no schema.",
  },
  {
    file: "packages/mock-engine/src/compile/sample-list.ts",
    original: "known.set(key, schema);",
    replacement: ";",
    reason: "Only spares making it anew.",
  },
  {
    file: "packages/mock-engine/src/compile/sample-list.ts",
    original: "sources.set(schema, source);",
    replacement: ";",
    reason: "Values that were there are passed over all the same, only later.",
  },
  {
    file: "packages/mock-engine/src/compile/sample-maker.ts",
    original: "!known.has(schema)",
    replacement: "true",
    reason: "Only spares making it anew.",
  },
  {
    file: "packages/mock-engine/src/compile/sample-object.ts",
    original: "known.set(name, schema);",
    replacement: ";",
    reason: "Only spares making it anew.",
  },
  {
    file: "packages/mock-engine/src/compile/sample-object.ts",
    original: "earlier !== undefined",
    replacement: "false",
    reason: "Only spares making it anew.",
  },
];
