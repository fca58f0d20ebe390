import { existsSync } from "node:fs";
import { join } from "node:path";

const NAMES = ["openapi/phone-number.yaml", "openapi/phone-number.yml", "openapi/phone-number.json"];

/** The hand-written description below a root folder, in YAML or JSON, relative to it. @throws Error if there is none, or two */
export function findSpec(root: string): string {
  const [found, other] = NAMES.filter((name) => existsSync(join(root, name)));
  if (found === undefined) throw new Error(`There is no ${NAMES.join(", nor ")}.`);
  if (other !== undefined) throw new Error(`There are both ${found} and ${other}: delete one.`);
  return found;
}
