/** The one name that Ajv passes over among `properties`, put among the patterns. */
export function withProtoProperty<T extends object>(schema: T): T {
  const properties: unknown = "properties" in schema ? schema.properties : undefined;
  if (typeof properties !== "object" || properties === null || !Object.hasOwn(properties, NAME)) return schema;
  const others = Object.entries(properties).filter(([name]) => name !== NAME);
  const patterns = "patternProperties" in schema ? Object(schema.patternProperties) : {};
  const pattern = Object.getOwnPropertyDescriptor(properties, NAME)?.value;
  return {
    ...schema,
    properties: Object.fromEntries(others),
    patternProperties: { ...patterns, [`^${NAME}$`]: pattern },
  };
}

const NAME = "__proto__";
