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

/** What no case does with an operation: FastAPI was sent no files, and NestJS refuses none. */
const UNTRIED: Readonly<Record<string, readonly string[]>> = {
  "fastapi.json": [
    "files_files_post accepted",
    "files_files_post refused",
    "upload_upload_post accepted",
    "upload_upload_post refused",
  ],
  "nestjs.json": ["Shop_upload refused"],
};

test.each(["fastapi.json", "nestjs.json", "spring.json", "aspnet.json"])(
  "answers as %s has it, which a program recorded, or who knows it wrote",
  async (file) => {
    const { document, cases }: Recorded = JSON.parse(readFileSync(join(import.meta.dirname, file), "utf8"));
    expect(findProblems(document)).toEqual([]);
    const spec = compileSpec(document);
    const api = serveSpec(spec);
    const unlike: string[] = [];
    for (const { method, path, headers, body = null, status } of cases) {
      const response = await api.fetch(`https://api.invalid${path}`, { method, headers, body });
      const got = response.status < 300 ? 200 : response.status;
      const asked = `${method} ${path} ${body ?? ""}`;
      if (got !== status)
        unlike.push(`${asked}: ${status}, not ${response.status} ${(await response.text()).slice(0, 300)}`);
    }
    expect(unlike).toEqual([]);
    const tried = api
      .requests()
      .map(({ operationId, refusal }) => `${operationId} ${refusal ? "refused" : "accepted"}`);
    const untried = spec.api.operations.flatMap(({ operationId, parameters, requestBody }) => {
      const isRefusable = parameters.length > 0 || requestBody !== undefined;
      const wanted = [`${operationId} accepted`, ...(isRefusable ? [`${operationId} refused`] : [])];
      return wanted.filter((want) => !tried.includes(want));
    });
    expect(untried).toEqual(UNTRIED[file] ?? []);
  },
);
