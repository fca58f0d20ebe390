import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseDocument } from "yaml";
import { BASE, edited, namesOfEdits, readEdit } from "../../test/edits.ts";
import { exampleDiff } from "../example-diff.ts";
import type { Finding } from "../finding.ts";
import { specDiff } from "./spec-diff.ts";

const base = parseDocument(await readFile(BASE, "utf8"));

function line({ level, subject, text, field, direction, advice, statuses, packages }: Finding): string {
  const said = `${subject || "all"}: ${text}${statuses.length > 0 ? ` (${statuses.join(", ")})` : ""}`;
  return [
    `  ${level} for ${packages.join(", ")}`,
    direction ?? "neither",
    field ?? "no field",
    said,
    advice ?? "no advice",
  ].join(" | ");
}

// What it should say is in findings.txt: after a change that is meant, `vitest -u` writes it, for the reviewer to read.
test("says of each edit what changed, whom it breaks and what they can do", async () => {
  const lines: string[] = [];
  for (const name of await namesOfEdits()) {
    const [before, after] = [base.toJS(), edited(base, await readEdit(name)).toJS()];
    lines.push(name, ...[...specDiff(before, after), ...exampleDiff(before, after)].map(line));
  }
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(join(import.meta.dirname, "../../test/findings.txt"));
});
