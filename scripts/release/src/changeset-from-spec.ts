import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Changeset, formatChangeset, generatedName, higher, isFromSpec, readChangesets } from "./changeset.ts";
import type { Comparison } from "./compare.ts";
import { PACKAGES, packageName } from "./packages.ts";
import { sentences } from "./sentences.ts";

/**
 * Brings a folder's changeset up to what the comparison says: one file, the same however often this runs. A file that was
 * edited by hand stays, and only its bumps rise.
 *
 * @returns what was done, in a sentence.
 */
export async function changesetFromSpec(folder: string, { findings, bumps }: Comparison): Promise<string> {
  const fromSpec = (await readChangesets(folder)).filter(isFromSpec);
  const edited = fromSpec.find((changeset) => changeset.file !== generatedName(changeset));
  const stale = fromSpec.filter((changeset) => changeset !== edited);

  if (findings.length === 0) {
    for (const { file } of stale) await rm(join(folder, file));
    if (edited)
      return `The spec has not changed since the last release, yet .changeset/${edited.file} was edited: delete it if it is not wanted.`;
    return "The spec has not changed since the last release: no changeset.";
  }
  const text = sentences(findings);
  const changeset = { bumps: withBumps(edited?.bumps ?? {}, bumps), text: edited?.text ?? text };
  const file = edited?.file ?? generatedName(changeset);
  for (const other of stale) if (other.file !== file) await rm(join(folder, other.file));
  await writeFile(join(folder, file), formatChangeset(changeset));
  if (!edited) return `.changeset/${file} says what changed. Its words are yours to edit.`;
  return `.changeset/${file} keeps the text that you wrote, with the bumps that the change needs. What changed since the last release:\n${text}`;
}

function withBumps(written: Changeset["bumps"], needed: Comparison["bumps"]): Changeset["bumps"] {
  const all = { ...written };
  for (const key of PACKAGES) {
    const bump = higher(written[packageName(key)], needed[key]);
    if (bump) all[packageName(key)] = bump;
  }
  return all;
}
