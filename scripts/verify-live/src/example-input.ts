import { below, isRecord, type SpecDocument } from "./document.ts";

/** What the description's own examples say that a call of an operation needs. */
export interface ExampleInput {
  /** Path and query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
}

type Scalar = string | number | boolean;

/** Fills in each required parameter from the description. Returns undefined if one has no example that can be sent. */
export function exampleInput(
  spec: SpecDocument,
  path: string,
  parameters: readonly string[],
): ExampleInput | undefined {
  let target = path;
  const query: string[] = [];
  const headers: Record<string, string> = {};
  for (const pointer of parameters) {
    const parameter = spec.at(pointer);
    if (!isRecord(parameter) || parameter.required !== true) continue;
    const name = String(parameter.name);
    const values = scalarsOf(exampleOf(spec, pointer));
    if (values === undefined) return undefined;
    const list = values.map((value) => encodeURIComponent(value));
    const { style, explode } = parameter;
    if (parameter.in === "path" && (style ?? "simple") === "simple") {
      target = target.replaceAll(`{${name}}`, list.join(","));
    } else if (parameter.in === "query" && (style ?? "form") === "form") {
      query.push(
        ...(explode === false ? [list.join(",")] : list).map((value) => `${encodeURIComponent(name)}=${value}`),
      );
    } else if (parameter.in === "header") {
      headers[name] = values.join(",");
    } else {
      return undefined;
    }
  }
  return { target: query.length > 0 ? `${target}?${query.join("&")}` : target, headers };
}

/** The first example that a parameter has, or its schema; else the value that its schema gives it. */
function exampleOf(spec: SpecDocument, parameter: string): unknown {
  const schema = spec.resolve(below(parameter, "schema"));
  const first = (pointer: string) => Object.keys(Object(spec.at(pointer)))[0] ?? "";
  const examples = below(parameter, "examples");
  const candidates = [
    below(parameter, "example"),
    below(spec.resolve(below(examples, first(examples))), "value"),
    below(schema, "examples", "0"),
    below(schema, "example"),
    below(schema, "default"),
    below(schema, "const"),
    below(schema, "enum", "0"),
  ];
  return candidates.map((pointer) => spec.at(pointer)).find((value) => value !== undefined);
}

function scalarsOf(value: unknown): readonly Scalar[] | undefined {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const isScalar = (item: unknown): item is Scalar => /^(string|number|boolean)$/.test(typeof item) && item !== "";
  return values.length > 0 && values.every(isScalar) ? values : undefined;
}
