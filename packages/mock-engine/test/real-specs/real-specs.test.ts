import { dereference, type Schema, validate } from "@cfworker/json-schema";
import { expect, test } from "vitest";
import { compileSpec } from "../../src/compile/compile-spec.ts";
import type { OpenApiDocument } from "../../src/compile/openapi-document.ts";
import { upgrade } from "../../src/compile/upgrade.ts";
import { createRandom } from "../../src/engine/random.ts";
import { serveSpec } from "../serve-spec.ts";
import { KNOWN_FAILURES } from "./known-failures.ts";
import { loadSpecs, readSpec } from "./load-specs.ts";
import { makeRequest } from "./make-request.ts";

const IS_WHOLE = process.env.MODE === "whole";
/** How many of each description's operations are called otherwise, chosen by the seed. */
const MOST = 60;
const SEED = 20261123;

/** Where a request finds an operation: templates' names, and what some write after # or ?, make no difference. */
function placeOf({ method, path }: { readonly method: string; readonly path: string }): string {
  return `${method} ${path.replace(/#.*|\?.*/, "").replace(/\{[^}]+\}/g, "{}")}`;
}

/** The validator takes an `id` for an identifier wherever it stands, in examples too. */
function withoutExamples(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutExamples);
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node).filter(
    ([key, value]) =>
      !(/^(example|examples|default)$/.test(key) && !isSchema(value)) && !(key === "id" && typeof value === "string"),
  );
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutExamples(value)]));
}

/** A property that happens to be called `default` or `example` has a schema. */
function isSchema(value: unknown): boolean {
  return typeof value === "object" && value !== null && ("type" in value || "$ref" in value || "anyOf" in value);
}

test.for(loadSpecs())(
  "$name: answers are true to the description, by an independent validator",
  { timeout: 300_000 },
  async ({ name, path }) => {
    const document = upgrade(readSpec(path) as OpenApiDocument);
    const spec = compileSpec(document);
    const api = serveSpec(spec);
    const oracle = withoutExamples(document) as OpenApiDocument;
    const lookup = dereference(oracle as Schema);
    const random = createRandom(SEED);
    const places = spec.api.operations.map(placeOf);
    const distinct = spec.api.operations.filter(
      (operation) => places.indexOf(placeOf(operation)) === places.lastIndexOf(placeOf(operation)),
    );
    const chosen = distinct.filter(() => IS_WHOLE || random() < MOST / distinct.length);
    const failures = new Map<string, string[]>();
    for (const operation of chosen) {
      const failure = await call(operation).catch((error: Error) => error.message.slice(0, 80));
      if (failure) failures.set(failure, [...(failures.get(failure) ?? []), operation.operationId]);
    }

    /** What goes wrong when an operation is called; undefined if nothing does. */
    async function call(operation: (typeof chosen)[number]): Promise<string | undefined> {
      const request = makeRequest(document, spec, operation, api.baseUrl);
      if (!request) return "no request body could be made";
      const response = await api.fetch(request);
      const { operationId, refusal } = api.requests().at(-1) ?? {};
      if (refusal) return `${response.status} ${refusal}`.slice(0, 120);
      if (operationId !== operation.operationId) return `routed to ${operationId}`;
      const { status } = response;
      const responses = operation.responses;
      const key = [String(status), `${Math.floor(status / 100)}XX`, "default"].find((name) => name in responses) ?? "";
      const mediaType = response.headers.get("Content-Type") ?? "";
      const place = responses[key]?.content[mediaType];
      if (!place || operation.method === "HEAD") return undefined;
      const text = await response.text();
      const value = /json/.test(mediaType) || text.startsWith("{") ? JSON.parse(text) : text;
      const pointer = `${encodeURI(place.schema).replaceAll("%25", "%")}`;
      const schema = lookup[`https://github.com/cfworker/#${pointer}`] ?? schemaAt(operation, key, mediaType);
      const { valid, errors } = validate(value, schema, "2020-12", lookup);
      return valid ? undefined : `invalid: ${errors.at(-1)?.error}`.slice(0, 120);
    }

    /** The schema as the document has it, looked up by hand. */
    function schemaAt(operation: (typeof chosen)[number], status: string, mediaType: string): Schema | boolean {
      const follow = (node: unknown): Record<string, unknown> => {
        const found = node as Record<string, unknown>;
        if (typeof found?.$ref !== "string") return found ?? {};
        const steps = found.$ref.slice(2).split("/");
        const unescaped = (step: string) => decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");
        return follow(steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[unescaped(step)], oracle));
      };
      const pathItem = follow(oracle.paths?.[operation.path]);
      const responses = follow(follow(pathItem[operation.method.toLowerCase()]).responses);
      return (follow(follow(follow(responses[status]).content)[mediaType]).schema as Schema) ?? true;
    }

    const failed = [...failures.values()].flat();
    const shared = spec.api.operations.length - distinct.length;
    const report = [
      `${name}: ${chosen.length - failed.length} of ${chosen.length} operations`,
      ...(shared > 0
        ? [`  ${shared} left out: another has their method and path, so no server can tell them apart`]
        : []),
      ...[...failures].map(([cause, ids]) => `  ${ids.length} × ${cause} (${ids[0]})`),
    ];
    console.log(report.join("\n"));
    expect(chosen.length).toBeGreaterThan(0);
    const known = KNOWN_FAILURES[name] ?? [];
    expect(failed.sort()).toEqual(known.filter((id) => chosen.some(({ operationId }) => operationId === id)));
  },
);
