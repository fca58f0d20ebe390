import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import { below, isRecord, type SpecDocument } from "./document.ts";
import { isToldNumber, nameInOneLine, shapeOf } from "./shape.ts";

/** Something that differs from the description. */
export interface Difference {
  /** Pointers into the description that it speaks against, innermost first. Empty: against none in particular. */
  readonly places: readonly string[];
  /** A clause about the answer. */
  readonly message: string;
  /** Set where a schema is broken. */
  readonly fault?: Fault;
}

/** What breaks a schema, by Ajv's keyword; of a field that no schema knows, the keyword is `unevaluatedProperties`. */
export interface Fault {
  readonly schema: string;
  readonly keyword: string;
  /** The field that is missing or unknown. */
  readonly field: string | undefined;
  /** What stands there, in each answer. */
  readonly values: readonly unknown[];
}

export type JudgeBody = (schemaPointer: string, value: unknown) => readonly Difference[];

/**
 * Validates values with the description's own schemas, where they stand. Also reports fields that no schema knows:
 * the description allows them, and a reader wants to hear of them.
 *
 * No string's value is ever in a message, since any may be a secret.
 */
export function createBodyJudge(spec: SpecDocument): JudgeBody {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    verbose: true,
    inlineRefs: false,
    logger: false,
    validateSchema: false,
  });
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
    const all = [first, ...others];
    return {
      places,
      message: said + renameHint(first, errors) + times + innards(all),
      fault: { schema: pointerOf(first), keyword: first.keyword, field: fieldOf(first), values: all.map(foundBy) },
    };
  });
}

function fieldOf({ params }: ErrorObject): string | undefined {
  return params.unevaluatedProperty ?? params.missingProperty;
}

/** What an error is about: the unknown field's value, or what stands where the schema is broken. */
function foundBy({ keyword, params, data }: ErrorObject): unknown {
  return keyword === "unevaluatedProperties" && isRecord(data) ? data[params.unevaluatedProperty] : data;
}

/** The shape of objects and lists that the spec knows nothing about. */
function innards(errors: readonly ErrorObject[]): string {
  const values = errors.filter(({ keyword }) => /^(unevaluatedProperties|type)$/.test(keyword)).map(foundBy);
  return values.some((value) => typeof value === "object" && value !== null) ? `: \`${shapeOf(values)}\`` : "";
}

/** The name that a field seems to have instead, where one field is lacking and one is unknown. */
function renameHint(error: ErrorObject, errors: readonly ErrorObject[]): string {
  if (error.keyword !== "required") return "";
  const beside = errors.filter((other) => place(other) === place(error));
  const namesOf = (keyword: string, parameter: string) =>
    new Set(beside.filter((other) => other.keyword === keyword).map(({ params }) => String(params[parameter])));
  const [name, ...others] = namesOf("unevaluatedProperties", "unevaluatedProperty");
  const isClear = others.length === 0 && namesOf("required", "missingProperty").size === 1;
  return name !== undefined && isClear ? `; perhaps \`${nameInOneLine(name)}\` is its name` : "";
}

function place({ instancePath }: ErrorObject): string {
  if (instancePath === "") return "the body";
  const steps = instancePath.slice(1).split("/");
  const path = steps.map((step) => (/^\d+$/.test(step) ? "[*]" : `.${step}`)).join("");
  return `\`${nameInOneLine(path.replace(/^\./, ""))}\``;
}

function words(error: ErrorObject): string {
  const { keyword, params, data, message } = error;
  switch (keyword) {
    case "required":
      return `lacks the field \`${params.missingProperty}\``;
    case "unevaluatedProperties": {
      const name: string = params.unevaluatedProperty;
      const value = foundBy(error);
      const type = isToldNumber(name, value) ? `the number ${value}` : typeOf(value);
      return `has the field \`${nameInOneLine(name)}\`, ${type}, which the spec does not know`;
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

/** Where each object of a description stands. */
function pointersIn(value: unknown, pointer = "", found = new Map<unknown, string>()): ReadonlyMap<unknown, string> {
  if (typeof value !== "object" || value === null) return found;
  found.set(value, pointer);
  for (const [key, child] of Object.entries(value)) pointersIn(child, below(pointer, key), found);
  return found;
}
