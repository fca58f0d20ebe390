import { upgrade } from "@m800/mock-engine/compile";
import { Document, isMap, isScalar, isSeq, parse, type YAMLMap } from "yaml";
import type { Check } from "./check-gateway.ts";
import type { Finding } from "./create-prober.ts";
import { below, createSpecDocument, isRecord, type SpecDocument } from "./document.ts";
import { editMap } from "./edit-map.ts";
import { inferSchema } from "./infer-schema.ts";
import { createAnswerJudge, isRefusal, isSuccess } from "./judge-answer.ts";
import { createBodyJudge, type Fault } from "./judge-body.ts";
import { malformedOf, refusalOf, successOf } from "./operations.ts";
import { renameMediaTypes, renameStatuses } from "./rename-answers.ts";

/**
 * Edits a description so that it fits what a gateway answered, and changes no other line of it. In schemas, unknown fields
 * are added, missing ones are no longer required, and left out if no answer has them, wrong types are replaced, and what is
 * broken otherwise is left out; a header that is missing is no longer required. A status, and the media type of JSON, that
 * no answer had is replaced by the one that came instead.
 *
 * A schema that is composed of others, or stands in another file, stays as it is.
 *
 * @param isSecret whether a field's name must not be written down
 */
export function amendSpec(yaml: string, check: Check, isSecret: (name: string) => boolean): string {
  if (!isWhole(yaml)) return amendSchemas(yaml, check, isSecret);
  const renamed = renameStatuses(yaml, check.spec, check.findings);
  const { spec, findings } = renamed === yaml ? check : judgedAgain(renamed, check.findings);
  return renameMediaTypes(amendSchemas(renamed, { spec, findings }, isSecret), spec, findings);
}

/** Whether nothing that a description refers to stands in another file. */
function isWhole(yaml: string): boolean {
  let isSo = true;
  JSON.stringify(parse(yaml), (key, value: unknown) => {
    if (key === "$ref" && typeof value === "string" && !value.startsWith("#")) isSo = false;
    return value;
  });
  return isSo;
}

/** What the same answers say about another description. */
function judgedAgain(yaml: string, findings: readonly Finding[]): Judged {
  const spec = createSpecDocument(upgrade(parse(yaml)));
  const judge = createAnswerJudge(spec);
  const expectedNow = ({ exchange: { operation }, expected }: Finding): number => {
    if (isSuccess(expected)) return successOf(spec, operation);
    return isRefusal(expected) ? refusalOf(spec, operation) : malformedOf(spec, operation);
  };
  const again = findings.map((finding) => {
    const expected = expectedNow(finding);
    return { ...finding, expected, ...judge(finding.exchange, expected) };
  });
  return { spec, findings: again };
}

type Judged = Pick<Check, "spec" | "findings">;

function amendSchemas(yaml: string, { spec, findings }: Judged, isSecret: (name: string) => boolean): string {
  const faults = findings
    .flatMap(({ differences }) => differences.flatMap(({ fault }) => fault ?? []))
    .filter(({ field }) => field === undefined || !isSecret(field));
  let text = yaml;
  for (const [schema, own] of Map.groupBy(faults, (fault) => fault.schema)) {
    const nameOf = createNamer(spec, schema);
    text = editMap(text, schema, (map) => {
      for (const fault of own) amend(map, fault, nameOf);
    });
  }
  const missing = new Map(
    faults.flatMap(({ schema, keyword, field }) =>
      keyword === "required" && field !== undefined ? [[below(schema, "properties", field), { schema, field }]] : [],
    ),
  );
  for (const { schema, field } of isWhole(yaml) ? missing.values() : []) {
    const without = editMap(text, schema, (map) => void map.deleteIn(["properties", field]));
    if (faultsOf(without, findings) === faultsOf(text, findings)) text = without;
  }
  return text;
}

/** How often the answers differ from the schemas of a description. */
function faultsOf(yaml: string, findings: readonly Finding[]): number {
  const judge = createAnswerJudge(createSpecDocument(upgrade(parse(yaml))));
  return findings.flatMap(({ exchange, expected }) =>
    judge(exchange, expected).differences.filter(({ fault }) => fault !== undefined),
  ).length;
}

type Namer = (values: readonly unknown[]) => string | undefined;

/** Finds the named schema that values fit, the strictest check of all being that no field is unknown. */
function createNamer(spec: SpecDocument, edited: string): Namer {
  const judge = createBodyJudge(spec);
  const named = Object.entries(Object(spec.at("/components/schemas")))
    .filter(([, schema]) => isRecord(schema) && Array.isArray(schema.required) && schema.required.length > 0)
    .map(([name]) => below("/components/schemas", name))
    .filter((pointer) => pointer !== edited);
  return (values) => {
    const pointer = named.find((candidate) => values.every((value) => judge(candidate, value).length === 0));
    return pointer === undefined ? undefined : `#${pointer}`;
  };
}

function amend(schema: YAMLMap, { keyword, field, values }: Fault, nameOf: Namer): void {
  const inferred = () => new Document(inferSchema(values, nameOf)).contents;
  if (keyword === "unevaluatedProperties" && field !== undefined) {
    schema.setIn(["properties", field], inferred());
  } else if (keyword === "required") {
    const required = schema.get("required");
    if (!isSeq(required)) return void schema.delete("required");
    required.items = required.items.filter((item) => !isScalar(item) || item.value !== field);
    if (required.items.length === 0) schema.delete("required");
  } else if (keyword === "type") {
    const kept = schema.items.filter(({ key }) => isScalar(key) && /^(description|title|x-)/.test(String(key.value)));
    const seen = inferred();
    schema.items = [...(isMap(seen) ? seen.items : []), ...kept];
  } else {
    schema.delete(keyword);
  }
}
