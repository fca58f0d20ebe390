import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Changeset, formatChangeset, generatedName, higher, isFromSpec, readChangesets } from "./changeset.ts";
import type { Comparison } from "./compare.ts";
import type { PackageKey } from "./finding.ts";
import { packageName } from "./packages.ts";
import { SPEC } from "./root.ts";
import { sentences } from "./sentences.ts";

/** Who reads the same changelog: those who call the API, and those who test against its mock. */
const AUDIENCES: readonly (readonly PackageKey[])[] = [["client", "auth"], ["mock-server"]];

/**
 * Brings a folder's changesets up to what the comparison says: one for each audience, or one for all to whom it says the
 * same, however often this runs. A file that was edited by hand stays, and only its bumps rise.
 *
 * @param address The repository's, for a link to the description.
 * @returns what was done, in sentences.
 */
export async function changesetFromSpec(
  folder: string,
  { findings, bumps }: Comparison,
  address?: string,
): Promise<string> {
  const link = address === undefined ? "" : `\n\n[The API's description](${address}/blob/main/${SPEC})`;
  const fromSpec = (await readChangesets(folder)).filter(isFromSpec);
  const isEdited = (changeset: Changeset) => changeset.file !== generatedName(changeset);
  const due = AUDIENCES.map((audience) => ({
    needed: Object.fromEntries(
      audience.flatMap((key) => (bumps[key] ? [[packageName(key), bumps[key]] as const] : [])),
    ),
    text: sentences(findings, audience) + link,
    own: fromSpec.filter(isEdited).find((changeset) => audience.some((key) => packageName(key) in changeset.bumps)),
  })).filter(({ needed }) => Object.keys(needed).length > 0);

  const done: string[] = [];
  const kept = new Set<string>();
  for (const group of Map.groupBy(due, ({ own, text }) => own?.file ?? text).values()) {
    const [first] = group;
    if (!first) continue;
    const { own, text } = first;
    const needed = Object.assign({}, ...group.map((each) => each.needed));
    const changeset = { bumps: withBumps(own?.bumps ?? {}, needed), text: own?.text ?? text };
    const file = own?.file ?? generatedName(changeset);
    await writeFile(join(folder, file), formatChangeset(changeset));
    kept.add(file);
    done.push(
      own
        ? `.changeset/${file} ${KEEPS}\n${text}`
        : `.changeset/${file} says what changed. Its words are yours to edit.`,
    );
  }
  for (const changeset of fromSpec.filter(({ file }) => !kept.has(file))) {
    if (isEdited(changeset))
      done.push(`.changeset/${changeset.file} was edited, yet nothing needs it: delete it if it is not wanted.`);
    else await rm(join(folder, changeset.file));
  }
  return done.join("\n") || "The spec has not changed since the last release: no changeset.";
}

const KEEPS =
  "keeps the text that you wrote, with the bumps that the change needs. What changed since the last release:";

function withBumps(written: Changeset["bumps"], needed: Changeset["bumps"]): Changeset["bumps"] {
  const raised = Object.entries(needed).map(([name, bump]) => [name, higher(written[name], bump) ?? bump]);
  return { ...written, ...Object.fromEntries(raised) };
}
