import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Path of the description that all servers serve. */
export const SPEC: string = fileURLToPath(new URL("../../../openapi/phone-number.yaml", import.meta.url));

/** The answer with every country, as the description's example has it. */
export const countries: unknown = JSON.parse(
  readFileSync(new URL("../../../openapi/examples/countries.gen.json", import.meta.url), "utf8"),
).value;
