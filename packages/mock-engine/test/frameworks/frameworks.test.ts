import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compileSpec } from "../../src/compile/compile-spec.ts";
import { findProblems } from "../../src/compile/find-problems.ts";
import { serveSpec } from "../serve-spec.ts";

interface Case {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** What the framework itself answered: 200 for whatever it accepted. */
  readonly status: number;
}

interface Recorded {
  readonly madeBy: string;
  readonly document: object;
  readonly cases: readonly Case[];
}

test.each(["fastapi.json"])("answers as the program did that %s was recorded from", async (file) => {
  const { document, cases }: Recorded = JSON.parse(readFileSync(join(import.meta.dirname, file), "utf8"));
  expect(findProblems(document)).toEqual([]);
  const api = serveSpec(compileSpec(document));
  const unlike: string[] = [];
  for (const { method, path, headers, body = null, status } of cases) {
    const response = await api.fetch(`https://api.invalid${path}`, { method, headers, body });
    const got = response.status < 300 ? 200 : response.status;
    const asked = `${method} ${path} ${body ?? ""}`;
    if (got !== status)
      unlike.push(`${asked}: ${status}, not ${response.status} ${(await response.text()).slice(0, 300)}`);
  }
  expect(unlike).toEqual([]);
  expect(cases.length).toBeGreaterThan(50);
});
