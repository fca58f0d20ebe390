/** The part of an OpenAPI description that is read by name. */
export interface SpecRoot {
  readonly info: { readonly version: string };
  readonly paths?: Readonly<Record<string, object>>;
  readonly security?: unknown;
  readonly servers?: readonly {
    readonly url: string;
    readonly variables?: Readonly<Record<string, { readonly default: string }>>;
  }[];
}

/** The description, read by JSON Pointer: where a thing stands is what a report has to name. */
export interface SpecDocument {
  readonly root: SpecRoot;
  /** What stands at a pointer; undefined if nothing does. */
  at(pointer: string): unknown;
  /** The pointer after following every `$ref`. */
  resolve(pointer: string): string;
}

export function createSpecDocument(root: SpecRoot): SpecDocument {
  const at = (pointer: string) =>
    pointer
      .split("/")
      .slice(1)
      .reduce<unknown>((value, step) => {
        const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
        return isRecord(value) || Array.isArray(value) ? Reflect.get(value, key) : undefined;
      }, root);

  function resolve(pointer: string): string {
    const value = at(pointer);
    return isRecord(value) && typeof value.$ref === "string" ? resolve(value.$ref.slice(1)) : pointer;
  }
  return { root, at, resolve };
}

/** A pointer to something inside of what another points to. */
export function below(pointer: string, ...keys: readonly string[]): string {
  return [pointer, ...keys.map((key) => key.replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
