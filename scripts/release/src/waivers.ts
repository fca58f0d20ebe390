import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { isRecord, listOf } from "./diff/record.ts";
import type { Finding } from "./finding.ts";

/** What someone has declared harmless, with the reason, in a file that is read in review. */
export interface Waiver {
  /** The client's version that the change was compared with: with the next release it counts no more. */
  readonly since: string;
  /** The finding as `spec:diff` prints it: what it is about, a colon and the sentence. */
  readonly finding: string;
  readonly reason: string;
}

/** The waivers of a file; none if there is no such file. @throws Error naming the entry that is not one */
export async function readWaivers(file: string): Promise<Waiver[]> {
  const text = await readFile(file, "utf8").catch(() => "");
  return listOf(parse(text)).map((entry, index) => {
    if (isWaiver(entry)) return entry;
    throw new Error(`${file}: entry ${index + 1} needs \`since\`, \`finding\` and a \`reason\`, each a text.`);
  });
}

function isWaiver(value: unknown): value is Waiver {
  const isText = (text: unknown) => typeof text === "string" && text.trim() !== "";
  return isRecord(value) && [value.since, value.finding, value.reason].every(isText);
}

/**
 * The findings, with what is waived as harmless.
 *
 * @throws Error naming a waiver of this version that no finding answers to: whom it meant to spare is not spared.
 */
export function waive(findings: readonly Finding[], waivers: readonly Waiver[], since: string | undefined): Finding[] {
  const current = waivers.filter((waiver) => waiver.since === since);
  const names = new Set(findings.filter(({ level }) => level === "breaking").map(nameOf));
  const idle = current.find(({ finding }) => !names.has(finding));
  if (idle) {
    throw new Error(
      `Nothing that breaks is called "${idle.finding}", yet it is waived: take a finding's line from \`pnpm spec:diff\`.`,
    );
  }
  return findings.map((finding) => {
    const waiver = current.find((each) => each.finding === nameOf(finding));
    if (finding.level !== "breaking" || !waiver) return finding;
    const { advice: _, ...rest } = finding;
    return { ...rest, level: "harmless", waived: waiver.reason };
  });
}

/** What a waiver calls it. */
function nameOf({ subject, text }: Finding): string {
  return subject === "" ? text : `${subject}: ${text}`;
}
