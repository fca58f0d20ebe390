import { Document, isMap, isNode, isScalar, isSeq, parseDocument, type YAMLMap } from "yaml";
import type { Check } from "./check-gateway.ts";
import { below, isRecord, type SpecDocument } from "./document.ts";
import { inferSchema } from "./infer-schema.ts";
import { createBodyJudge, type Fault } from "./judge-body.ts";

/**
 * Edits the schemas of a description so that they fit what a gateway answered, and changes no other line of it: unknown
 * fields are added, missing ones are no longer required, wrong types are replaced, and what is broken otherwise is left out.
 *
 * A schema that is composed of others, or stands in another file, stays as it is.
 *
 * @param isSecret whether a field's name must not be written down
 */
export function amendSpec(yaml: string, { spec, findings }: Check, isSecret: (name: string) => boolean): string {
  const faults = findings.flatMap(({ differences }) => differences.flatMap(({ fault }) => fault ?? []));
  const isWritable = ({ field }: Fault) => field === undefined || !isSecret(field);
  const bySchema = Map.groupBy(faults.filter(isWritable), ({ schema }) => schema);
  let text = yaml;
  for (const [schema, own] of bySchema) text = withSchema(text, schema, own, createNamer(spec, schema));
  return text;
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

/** Writes one schema anew, in the layout that it has. */
function withSchema(text: string, pointer: string, faults: readonly Fault[], nameOf: Namer): string {
  const steps = pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const node = parseDocument(text).getIn(steps, true);
  if (!isMap(node) || !node.range) return text;
  for (const fault of faults) amend(node, fault, nameOf);

  const [start, end] = node.range;
  const indent = " ".repeat(start - text.lastIndexOf("\n", start) - 1);
  // Lists in one line have no space inside in our layout, objects have.
  const lines = new Document(node)
    .toString({ lineWidth: 0 })
    .trimEnd()
    .replaceAll(/^( *[\w$"-]+: )\[ (.*) \]$/gm, "$1[$2]");
  const written = node.flow ? lines : lines.replaceAll(/\n(?=.)/g, `\n${indent}`);
  const rest = text.slice(end);
  return text.slice(0, start) + written + (text[end - 1] === "\n" ? "\n" : "") + rest;
}

function amend(schema: YAMLMap, { keyword, field, values }: Fault, nameOf: Namer): void {
  const inferred = () => new Document(inferSchema(values, nameOf)).contents;
  if (keyword === "unevaluatedProperties" && field !== undefined) {
    schema.setIn(["properties", field], inferred());
  } else if (keyword === "required") {
    const required = schema.get("required");
    if (!isSeq(required)) return;
    required.items = required.items.filter((item) => !isScalar(item) || item.value !== field);
    if (required.items.length === 0) schema.delete("required");
  } else if (keyword === "type") {
    const kept = schema.items.filter(({ key }) => isScalar(key) && /^(description|title|x-)/.test(String(key.value)));
    const seen = inferred();
    schema.items = [...(isMap(seen) ? seen.items.filter(({ key }) => isNode(key)) : []), ...kept];
  } else {
    schema.delete(keyword);
  }
}
