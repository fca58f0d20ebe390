import { _, Ajv2020, type KeywordCxt, type Options, str } from "ajv/dist/2020.js";
import type { SchemaKey, Validator } from "../engine/api-description.ts";
import { describeErrors, isUnparsed } from "../engine/validation.ts";
import { formats } from "./formats.ts";
import { isMultipleOf } from "./is-multiple-of.ts";
import { type OpenApiDocument, resolve, type Schema } from "./openapi-document.ts";
import { readPattern } from "./read-pattern.ts";
import { createRelax, type Relax, type Unsent } from "./relax.ts";

const SPEC_ID = "spec";
/** Ajv takes whatever stands under the usual `$id` for an identifier, in examples and property names too. */
const ID_KEYWORD = "x-schema-id";
const ADDED = "x-added-schemas";

/** Where compiled code finds the formats: bundled with it by whoever writes that code down. */
const FORMATS_MODULE = _`require("./formats.ts").formats`;
const IS_MULTIPLE_OF = _`require("./is-multiple-of.ts").isMultipleOf`;

const OPTIONS: Options = {
  strict: false,
  validateSchema: false,
  validateFormats: true,
  allErrors: true,
  inlineRefs: false,
  schemaId: ID_KEYWORD as "$id",
  meta: false,
  logger: false,
  // Names that JavaScript's objects have are names like any other.
  ownProperties: true,
};

/** Collects the schemas of one document and compiles them. */
export interface SchemaCompiler {
  /** Registers a schema under a readable name. Properties that are not sent this way need not be there, though required. */
  add(name: string, schema: Schema, unsent: Unsent): SchemaKey;
  /** What is wrong with a value, in words; undefined if it fits. */
  problem(key: SchemaKey, value: unknown): string | undefined;
  /** Whether a value is the text of a media type that nothing here parses, though the schema takes no text. */
  isUnparsed(key: SchemaKey, value: unknown, mediaType: string): boolean;
  /** Whether a value fits a schema that is not registered. */
  fits(schema: Schema, value: unknown, unsent: Unsent): boolean;
  /** Compiles a schema when it is first asked for. */
  readonly find: (key: SchemaKey) => Validator;
  /** Keys of all schemas, in the order in which they were added. */
  readonly keys: readonly SchemaKey[];
  /** The Ajv instance that compiles a key, and the reference it knows the key by. */
  locate(key: SchemaKey): { ajv: Ajv2020; reference: string };
}

export interface SchemaCompilerOptions {
  /** Whether the validators' code is written down, which takes time and memory. Default: true. */
  readonly isWritten?: boolean;
}

/**
 * Schemas keep their place in the document, so that every `$ref` resolves as it stands; those written in line are
 * registered beside them.
 */
export function createSchemaCompiler(
  document: OpenApiDocument,
  { isWritten = true }: SchemaCompilerOptions = {},
): SchemaCompiler {
  const names = new Set<string>();
  const uses = new Map<SchemaKey, Unsent>();
  const known = new Map<Unsent, Use>();
  const probes = new Map<Schema, Validator>();

  function useOf(unsent: Unsent): Use {
    const use = known.get(unsent) ?? createUse(document, unsent, isWritten);
    known.set(unsent, use);
    return use;
  }

  function put(name: string, schema: Schema, unsent: Unsent): SchemaKey {
    let readable = name.replace(/[^\w.-]/g, "_");
    while (names.has(readable)) readable += "_";
    names.add(readable);
    const { added, relax } = useOf(unsent);
    added[readable] = relax(schema);
    return `/${ADDED}/${readable}`;
  }

  function locate(key: SchemaKey) {
    const unsent = uses.get(key);
    if (unsent === undefined) throw new Error(`There is no schema ${key}.`);
    return { ajv: useOf(unsent).ajv, reference: `${SPEC_ID}#${key}` };
  }

  function compile(ajv: Ajv2020, reference: string): Validator {
    const validate: Validator | undefined = ajv.getSchema(reference);
    if (!validate) throw new Error(`There is no schema ${reference}.`);
    return validate;
  }

  function find(key: SchemaKey): Validator {
    const { ajv, reference } = locate(key);
    return compile(ajv, reference);
  }

  return {
    add(name, schema, unsent) {
      // What is wrong with a reference is said in the same words wherever it stands.
      resolve<Schema>(document, schema);
      const isReference = Object.keys(schema).length === 1 && schema.$ref !== undefined;
      // One key stands for one use: answers are the commonest.
      const key = isReference && unsent === "writeOnly" ? schema.$ref.slice(1) : put(name, schema, unsent);
      uses.set(key, unsent);
      return key;
    },
    problem(key, value) {
      const validate = find(key);
      return validate(value) ? undefined : describeErrors(validate);
    },
    isUnparsed(key, value, mediaType) {
      const validate = find(key);
      return !validate(value) && isUnparsed(mediaType, value, validate);
    },
    fits(schema, value, unsent) {
      const validate = probes.get(schema) ?? compile(useOf(unsent).ajv, `${SPEC_ID}#${put("probe", schema, unsent)}`);
      probes.set(schema, validate);
      return validate(value);
    },
    find,
    get keys() {
      return [...uses.keys()];
    },
    locate,
  };
}

/** The schemas of one direction: of what is asked, or of what is answered. */
interface Use {
  readonly ajv: Ajv2020;
  readonly relax: Relax;
  readonly added: Record<string, Schema>;
}

function createUse(document: OpenApiDocument, unsent: Unsent, isWritten: boolean): Use {
  const added: Record<string, Schema> = {};
  const relax = createRelax(document, unsent);
  // Ajv looks a schema through for identifiers, which takes long in a large document: what is not enumerable it passes over.
  const root: Record<string, unknown> = { [ID_KEYWORD]: SPEC_ID };
  for (const [key, value] of [...Object.entries(relax(document, "document")), [ADDED, added] as const])
    Object.defineProperty(root, key, { value });
  const ajv = new Ajv2020({
    ...OPTIONS,
    code: { source: isWritten, esm: true, formats: FORMATS_MODULE, regExp: readPattern },
  });
  for (const [name, format] of Object.entries(formats)) ajv.addFormat(name, format);
  ajv.removeKeyword("multipleOf").addKeyword({
    keyword: "multipleOf",
    type: "number",
    schemaType: "number",
    error: {
      message: ({ schemaCode }) => str`must be multiple of ${schemaCode}`,
      params: ({ schemaCode }) => _`{multipleOf: ${schemaCode}}`,
    },
    code(context: KeywordCxt) {
      const isMultiple = context.gen.scopeValue("func", { ref: isMultipleOf, code: IS_MULTIPLE_OF });
      context.fail$data(_`!${isMultiple}(${context.data}, ${context.schemaCode})`);
    },
  });
  ajv.addSchema(root);
  return { ajv, relax, added };
}
