import { _, Ajv2020, type KeywordCxt, type Options } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import type { FindValidator, SchemaKey, Validator } from "../engine/api-description.ts";
import { describeErrors } from "../engine/validation.ts";
import { type OpenApiDocument, resolve, type Schema } from "./openapi-document.ts";

const SPEC_ID = "spec";
/** Ajv takes whatever stands under the usual `$id` for an identifier, in examples and property names too. */
const ID_KEYWORD = "x-schema-id";
const ADDED = "x-added-schemas";

/** Where compiled code finds the formats: bundled with it by whoever writes that code down. */
const FORMATS_MODULE = _`require("ajv-formats/dist/formats").fullFormats`;

const OPTIONS: Options = {
  strict: false,
  validateSchema: false,
  validateFormats: true,
  allErrors: true,
  inlineRefs: false,
  schemaId: ID_KEYWORD as "$id",
  meta: false,
  logger: false,
};

/** A pattern as JavaScript reads it; one that JavaScript cannot read, which is not JSON Schema's fault, matches all. */
const readPattern = Object.assign(
  (pattern: string, flags: string): RegExp => {
    for (const attempt of [flags, ""]) {
      try {
        return new RegExp(pattern, attempt);
      } catch {}
    }
    return /(?:)/;
  },
  { code: "new RegExp" },
);

/** What a schema is used for. */
export interface SchemaUse {
  /** Turns strings into the schema's types. Default: false. */
  readonly coerce?: boolean;
  /** Properties that are not sent this way need not be there, though they are required. */
  readonly unsent: "readOnly" | "writeOnly";
}

/** Collects the schemas of one document and compiles them. */
export interface SchemaCompiler {
  /** Registers a schema under a readable name. */
  add(name: string, schema: Schema, use: SchemaUse): SchemaKey;
  /** What is wrong with a value, in words; undefined if it fits. */
  problem(key: SchemaKey, value: unknown): string | undefined;
  /** Compiles a schema when it is first asked for. */
  readonly find: FindValidator;
  /** Keys of all schemas, in the order in which they were added. */
  readonly keys: readonly SchemaKey[];
  /** The Ajv instance that compiles a key, and the reference it knows the key by. */
  locate(key: SchemaKey): { ajv: Ajv2020; reference: string };
}

/**
 * Schemas keep their place in the document, so that every `$ref` resolves as it stands; those written in line are
 * registered beside them.
 */
export function createSchemaCompiler(document: OpenApiDocument): SchemaCompiler {
  const added: Record<string, Schema> = {};
  // Ajv looks a schema through for identifiers, which takes long in a large document: what is not enumerable it passes over.
  const root: Record<string, unknown> = { [ID_KEYWORD]: SPEC_ID };
  for (const [key, value] of [...Object.entries(document), [ADDED, added] as const])
    Object.defineProperty(root, key, { value });
  const instances = new Map<string, Ajv2020>();
  const uses = new Map<SchemaKey, SchemaUse>();

  function createAjv({ coerce: coerceTypes = false, unsent }: SchemaUse): Ajv2020 {
    const ajv = new Ajv2020({
      ...OPTIONS,
      coerceTypes,
      code: { source: true, esm: true, formats: FORMATS_MODULE, regExp: readPattern },
    });
    ajvFormats.default(ajv);
    const required = ajv.getKeyword("required");
    if (typeof required !== "object" || !("code" in required)) throw new Error("Ajv lacks the keyword required.");
    ajv.removeKeyword("required").addKeyword({
      ...required,
      keyword: "required",
      // The boolean of OpenAPI's parameters is a common slip in schemas, and says nothing there.
      schemaType: ["array", "boolean"],
      code(context: KeywordCxt) {
        const { properties = {} } = context.parentSchema as Schema;
        const isSent = (name: string) => {
          const property = properties[name] ?? {};
          return property[unsent] !== true && resolve<Schema>(document, property)[unsent] !== true;
        };
        context.schema = Array.isArray(context.schema) ? context.schema.filter(isSent) : [];
        required.code(context);
      },
    });
    return ajv.addSchema(root);
  }

  function locate(key: SchemaKey) {
    const use = uses.get(key);
    if (use === undefined) throw new Error(`There is no schema ${key}.`);
    const name = `${use.unsent} ${use.coerce ?? false}`;
    const ajv = instances.get(name) ?? createAjv(use);
    instances.set(name, ajv);
    return { ajv, reference: `${SPEC_ID}#${key}` };
  }

  function find(key: SchemaKey): Validator {
    const { ajv, reference } = locate(key);
    const validate: Validator | undefined = ajv.getSchema(reference);
    if (!validate) throw new Error(`There is no schema ${key}.`);
    return validate;
  }

  return {
    add(name, schema, use) {
      const isReference = Object.keys(schema).length === 1 && schema.$ref !== undefined;
      // One key stands for one use: answers are the commonest.
      if (isReference && !use.coerce && use.unsent === "writeOnly") {
        const key = schema.$ref.slice(1);
        uses.set(key, use);
        return key;
      }
      let readable = name.replace(/[^\w.-]/g, "_");
      while (Object.hasOwn(added, readable)) readable += "_";
      added[readable] = schema;
      const key = `/${ADDED}/${readable}`;
      uses.set(key, use);
      return key;
    },
    problem(key, value) {
      const validate = find(key);
      return validate(structuredClone(value)) ? undefined : describeErrors(validate);
    },
    find,
    get keys() {
      return [...uses.keys()];
    },
    locate,
  };
}
