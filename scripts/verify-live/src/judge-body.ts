import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import { below, isRecord, type SpecDocument } from "./document.ts";

/** Something that differs from the description. */
export interface Difference {
  /** Pointers into the description that it speaks against, innermost first. Empty: against none in particular. */
  readonly places: readonly string[];
  /** A clause about the answer. */
  readonly message: string;
}

export type JudgeBody = (schemaPointer: string, value: unknown) => readonly Difference[];

/**
 * Validates values with the description's own schemas, where they stand. Also reports fields that no schema knows:
 * the description allows them, and a reader wants to hear of them.
 *
 * No string's value is ever in a message, since any may be a secret.
 */
export function createBodyJudge(spec: SpecDocument): JudgeBody {
  const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true, inlineRefs: false, logger: false });
  ajvFormats.default(ajv);
  const root = { ...withoutUnknownFields(spec), $id: "spec" };
  ajv.addSchema(root);
  // By identity, since the path that Ajv gives for an error starts anew at each reference.
  const pointers = pointersIn(root);

  return (schemaPointer, value) => {
    const validate = ajv.getSchema(`spec#${schemaPointer}`);
    if (!validate) throw new Error(`The description has no schema at ${schemaPointer}.`);
    if (validate(value)) return [];
    return describe(validate.errors ?? [], ({ parentSchema }) => pointers.get(parentSchema) ?? schemaPointer);
  };
}

/** A copy of the description whose objects allow no field that they do not name. */
function withoutUnknownFields(spec: SpecDocument): object {
  const parts = partsOfCompositions(spec);
  const copy = JSON.stringify(spec.root, (_, value: unknown) =>
    isRecord(value) && isRecord(value.properties) && value.additionalProperties === undefined && !parts.has(value)
      ? { unevaluatedProperties: false, ...value }
      : value,
  );
  return JSON.parse(copy);
}

/** Members of an `allOf`: each knows some of the fields only. */
function partsOfCompositions(spec: SpecDocument): ReadonlySet<unknown> {
  const parts = new Set<unknown>();
  JSON.stringify(spec.root, (key, value: unknown) => {
    if (key === "allOf" && Array.isArray(value)) {
      for (const part of value) parts.add(typeof part.$ref === "string" ? spec.at(part.$ref.slice(1)) : part);
    }
    return value;
  });
  return parts;
}

/** One difference for errors that differ in their array index only. */
function describe(errors: readonly ErrorObject[], pointerOf: (error: ErrorObject) => string): readonly Difference[] {
  const groups = Map.groupBy(errors, (error) => `${place(error)} ${words(error)}`);
  return [...groups].flatMap(([said, [first, ...others]]) => {
    if (!first) return [];
    const times = others.length > 0 ? ` (${others.length + 1} times)` : "";
    // A field more breaks no promise of the description.
    const places = first.keyword === "unevaluatedProperties" ? [] : [pointerOf(first)];
    return { places, message: said + renameHint(first, errors) + times };
  });
}

/** The name that a field seems to have instead, where one field is lacking and one is unknown. */
function renameHint(error: ErrorObject, errors: readonly ErrorObject[]): string {
  if (error.keyword !== "required") return "";
  const beside = errors.filter((other) => place(other) === place(error));
  const namesOf = (keyword: string, parameter: string) =>
    new Set(beside.filter((other) => other.keyword === keyword).map(({ params }) => String(params[parameter])));
  const [name, ...others] = namesOf("unevaluatedProperties", "unevaluatedProperty");
  const isClear = others.length === 0 && namesOf("required", "missingProperty").size === 1;
  return name !== undefined && isClear ? `; perhaps \`${inOneLine(name)}\` is its name` : "";
}

function place({ instancePath }: ErrorObject): string {
  if (instancePath === "") return "the body";
  const steps = instancePath.slice(1).split("/");
  const path = steps.map((step) => (/^\d+$/.test(step) ? "[*]" : `.${step}`)).join("");
  return `\`${inOneLine(path.replace(/^\./, ""))}\``;
}

function words({ keyword, params, data, message }: ErrorObject): string {
  switch (keyword) {
    case "required":
      return `lacks the field \`${params.missingProperty}\``;
    case "unevaluatedProperties": {
      const name: string = params.unevaluatedProperty;
      return `has the field \`${inOneLine(name)}\`, ${typeOf(isRecord(data) ? data[name] : undefined)}, which the spec does not know`;
    }
    case "type":
      return `is ${typeOf(data)} where the spec says ${[params.type].flat().join(" or ")}`;
    default:
      return `breaks the spec: it ${message}`;
  }
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** Escaped as in JSON, where masks know secrets too. */
function inOneLine(name: string): string {
  return JSON.stringify(name).slice(1, -1);
}

/** Where each object of a description stands. */
function pointersIn(value: unknown, pointer = "", found = new Map<unknown, string>()): ReadonlyMap<unknown, string> {
  if (typeof value !== "object" || value === null) return found;
  found.set(value, pointer);
  for (const [key, child] of Object.entries(value)) pointersIn(child, below(pointer, key), found);
  return found;
}
