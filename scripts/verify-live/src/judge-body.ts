import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import { isRecord, type SpecDocument } from "./document.ts";

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
  ajv.addSchema({ ...withoutUnknownFields(spec), $id: "spec" });

  return (schemaPointer, value) => {
    const validate = ajv.getSchema(`spec#${schemaPointer}`);
    if (!validate) throw new Error(`The description has no schema at ${schemaPointer}.`);
    if (validate(value)) return [];
    return describe(validate.errors ?? [], schemaPointer);
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

/** One message for errors that differ in their array index only, and for a field that seems to be renamed. */
function describe(errors: readonly ErrorObject[], schemaPointer: string): readonly Difference[] {
  const groups = Map.groupBy(errors, (error) => JSON.stringify([place(error), words(error)]));
  const differences = [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ first, count: group.length, place: place(first) }] : [];
  });
  const lacking = differences.filter(({ first }) => first.keyword === "required");
  const unknown = differences.filter(({ first }) => first.keyword === "unevaluatedProperties");
  return differences.map(({ first, count, place: where }) => {
    const renamed =
      first.keyword === "required" &&
      lacking.filter((other) => other.place === where).length === 1 &&
      unknown.filter((other) => other.place === where).map((other) => other.first.params.unevaluatedProperty);
    const hint = renamed && renamed.length === 1 ? `; perhaps \`${inOneLine(renamed[0])}\` is its name` : "";
    const times = count > 1 ? ` (${count} times)` : "";
    return {
      // A field more breaks no promise of the description.
      places: first.keyword === "unevaluatedProperties" ? [] : [pointerOf(first, schemaPointer)],
      message: `${where} ${words(first)}${hint}${times}`,
    };
  });
}

function place({ instancePath }: ErrorObject): string {
  const steps = instancePath
    .slice(1)
    .split("/")
    .map((step) => (/^\d+$/.test(step) ? "[*]" : `.${step}`));
  const path = instancePath === "" ? "" : steps.join("").replace(/^\./, "");
  return path === "" ? "the body" : `\`${path}\``;
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

function pointerOf({ schemaPath }: ErrorObject, schemaPointer: string): string {
  return schemaPath.startsWith("#/components/") ? schemaPath.slice(1) : `${schemaPointer}${schemaPath.slice(1)}`;
}
