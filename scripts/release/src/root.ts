import { join } from "node:path";

/** The repository's root folder. */
export const ROOT: string = join(import.meta.dirname, "../../..");

/** The hand-written spec, from the root. */
export const SPEC = "openapi/phone-number.yaml";
