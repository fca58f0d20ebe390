import { readFileSync } from "node:fs";
import { join } from "node:path";
import { minVersion, satisfies } from "semver";

interface Locked {
  readonly engines?: { readonly node?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The packages that one depends on, by npm's lockfile, which do not run on the lowest Node that it names. */
export function refusalsOfEngines(project: string, name: string): readonly string[] {
  const lock: { packages: Record<string, Locked> } = JSON.parse(
    readFileSync(join(project, "package-lock.json"), "utf8"),
  );
  const own = `node_modules/${name}`;
  const lowest = minVersion(lock.packages[own]?.engines?.node ?? "");
  if (lowest === null) throw new Error(`${name} names no Node.`);
  const needed = new Set([own]);
  for (const path of needed) {
    for (const dependency of Object.keys(lock.packages[path]?.dependencies ?? {})) {
      const found = candidates(path, dependency).find((candidate) => candidate in lock.packages);
      if (found) needed.add(found);
    }
  }
  return [...needed].filter((path) => !satisfies(lowest, lock.packages[path]?.engines?.node ?? "*"));
}

/** Where Node looks for a package: in the nearest `node_modules` first. */
function candidates(from: string, name: string): readonly string[] {
  const folders = from
    .split("/node_modules/")
    .map((_, index, parts) => parts.slice(0, index + 1).join("/node_modules/"));
  return [...folders.reverse().map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`];
}
