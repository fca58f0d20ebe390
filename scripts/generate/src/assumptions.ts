/** Something that the description says and M800 does not document. */
export interface Assumption {
  /** JSON Pointer of the object that carries the mark. */
  readonly pointer: string;
  /** The mark's text. */
  readonly reason: string;
}

/** Every `x-assumed` mark of a description, in its order. */
export function assumptionsOf(value: unknown, pointer = ""): readonly Assumption[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    key === "x-assumed"
      ? [{ pointer, reason: String(child) }]
      : assumptionsOf(child, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`),
  );
}

/** A JSON Pointer as people read it: `paths › /countries › get`. */
export function readablePointer(pointer: string): string {
  return pointer
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    .join(" › ");
}
