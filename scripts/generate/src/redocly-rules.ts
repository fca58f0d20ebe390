import type { Oas3Rule, Plugin } from "@redocly/openapi-core";

/** A pattern that no regular expression of JavaScript is, with Unicode or without. */
const patternCompiles: Oas3Rule = () => ({
  Schema(schema, { report, location }) {
    if (typeof schema !== "object" || typeof schema.pattern !== "string") return;
    const { pattern } = schema;
    if (["u", ""].some((flags) => canCompile(pattern, flags))) return;
    report({ message: `The pattern is no regular expression: ${pattern}`, location: location.child("pattern") });
  },
});

function canCompile(pattern: string, flags: string): boolean {
  try {
    return new RegExp(pattern, flags) instanceof RegExp;
  } catch {
    return false;
  }
}

/** Of the API's own paths: the keys of callbacks are expressions, and those of webhooks are names. */
const pathsKebabCase: Oas3Rule = () => ({
  Paths: {
    PathItem(_pathItem, { report, key, location }) {
      if (/^(\/|(\/([a-z0-9-]+|[^/]*\{[^/]+\}[^/]*))+)$/.test(String(key))) return;
      report({ message: `The path is not in kebab-case: ${key}`, location: location.key() });
    },
  },
});

/** Rules of this project's own. */
export const rules: Plugin = {
  id: "m800",
  rules: { oas3: { "pattern-compiles": patternCompiles, "paths-kebab-case": pathsKebabCase } },
};
