import type { Fault, MockFaults } from "@m800/mock-engine";

/** Adds a fault that is written as `name=value,…`. @throws Error that names what is wrong with it. */
export function addFault(faults: MockFaults<string>, written: string): void {
  const fields = Object.fromEntries(
    written.split(",").map((field) => {
      const [name = "", value = ""] = field.split("=");
      return [name, NAMES.has(name) ? value : Number(value || Number.NaN)];
    }),
  );
  try {
    faults.add(asFault(fields));
  } catch (error) {
    throw new Error(`--fault ${written}: ${error instanceof Error ? error.message : error}`);
  }
}

const NAMES: ReadonlySet<string> = new Set(["kind", "operation"]);

/** Whatever it is: `faults.add` checks what it is given. */
function asFault(fields: object): Fault;
function asFault(fields: object): object {
  return fields;
}
