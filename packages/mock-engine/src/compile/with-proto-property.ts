import { isObject } from "./positions.ts";

/** The one name that Ajv passes over among `properties`, put among the patterns too. */
export function withProtoProperty<T extends object>(schema: T): T {
  const properties: unknown = "properties" in schema ? schema.properties : undefined;
  if (!isObject(properties) || !Object.hasOwn(properties, NAME)) return schema;
  const patterns = "patternProperties" in schema ? Object(schema.patternProperties) : {};
  return { ...schema, patternProperties: { ...patterns, [`^${NAME}$`]: Reflect.get(properties, NAME) } };
}

const NAME = "__proto__";
