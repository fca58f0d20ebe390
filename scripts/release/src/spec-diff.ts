import type { Finding, Level, PackageKey, Place } from "./finding.ts";
import { oasdiffPath } from "./oasdiff.ts";
import { ROOT } from "./root.ts";
import { run } from "./run.ts";
import { ToolError } from "./tool-error.ts";

/** What a spec says reaches those who call the API and those who test against its mock. */
const PACKAGES: readonly PackageKey[] = ["client", "mock-server"];
const LEVEL_OF: Readonly<Record<number, Level>> = { 3: "breaking", 2: "risky", 1: "harmless" };
const WORDS = "description,examples,extensions,summary,tags,title";

/** What changed on the wire from one spec file to another, as oasdiff sees it. @throws ToolError if it fails. */
export async function specDiff(before: string, after: string): Promise<Finding[]> {
  const changes = await oasdiff("changelog", before, after);
  if (!Array.isArray(changes) || !changes.every(isChange)) throw unreadable("changelog", changes);
  const findings = changes.filter(({ id }) => !/^api-(major-)?version-/.test(id)).flatMap(toFindings);
  if (findings.length > 0) return merge(findings);
  const rest = await oasdiff("diff", before, after, "--exclude-elements", WORDS);
  if (typeof rest !== "object" || rest === null) throw unreadable("diff", rest);
  const parts = Object.keys(rest).filter((part) => part !== "info");
  if (parts.length === 0) return [];
  return [
    {
      level: "risky",
      subject: "",
      text: `something changed that the comparison has no class for, in ${parts.join(", ")}`,
      statuses: [],
      packages: PACKAGES,
    },
  ];
}

interface Change {
  readonly id: string;
  readonly text: string;
  readonly level: number;
  readonly operation?: string;
  readonly path?: string;
  readonly baseSource?: Place;
  readonly revisionSource?: Place;
}

async function oasdiff(command: string, before: string, after: string, ...flags: string[]): Promise<unknown> {
  const program = await oasdiffPath();
  const { status, stdout, stderr } = await run(program, [command, before, after, "--format", "json", ...flags], {
    cwd: ROOT,
  });
  if (status !== 0) throw new ToolError(`oasdiff could not compare the specs (status ${status}): ${stderr.trim()}`);
  try {
    return JSON.parse(stdout);
  } catch {
    throw unreadable(command, stdout);
  }
}

function unreadable(command: string, answer: unknown): ToolError {
  const start = (typeof answer === "string" ? answer : JSON.stringify(answer)).slice(0, 200);
  return new ToolError(
    `\`oasdiff ${command}\` answered what cannot be read; is another program of that name on PATH? ${start}`,
  );
}

function isChange(value: unknown): value is Change {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    typeof value.id === "string" &&
    "text" in value &&
    typeof value.text === "string" &&
    "level" in value &&
    typeof value.level === "number" &&
    LEVEL_OF[value.level] !== undefined
  );
}

const STATUS = / (?:for|with) the (?:(?:response )?status `(?<after>\w+)`|`(?<before>\w+)` status)/;

/**
 * Changes that narrow an answer: harmless to those who read it, but what a test lets the mock reply may no longer pass,
 * as a narrowed request breaks those who send it.
 */
const NARROWED_ANSWER =
  /^response-.*-(pattern-added|((min|max)(-[a-z]+)?|unique-items|multiple-of)-(set|increased|decreased)|became-enum|enum-value-removed|const-added|type-specialized|types-narrowed|became-not-nullable|became-required)$/;

function toFindings({ id, text, level, operation, path, baseSource, revisionSource }: Change): Finding[] {
  const { before, after } = STATUS.exec(text)?.groups ?? {};
  const status = before ?? after;
  const finding: Finding = {
    level: LEVEL_OF[level] ?? "breaking",
    subject: [operation, path].filter(Boolean).join(" "),
    text: text.replace(STATUS, ""),
    statuses: status === undefined ? [] : [status],
    packages: PACKAGES,
    ...(baseSource && { before: place(baseSource) }),
    ...(revisionSource && { after: place(revisionSource) }),
  };
  if (finding.level !== "harmless" || !NARROWED_ANSWER.test(id)) return [finding];
  return [
    { ...finding, packages: ["client"] },
    {
      ...finding,
      level: "breaking",
      text: `${finding.text}, so that the mock may refuse a test's reply`,
      packages: ["mock-server"],
    },
  ];
}

function place({ line, column }: Place): Place {
  return { line, column };
}

/** The same change of the same operation, once, with all its statuses. */
function merge(findings: readonly Finding[]): Finding[] {
  const groups = Map.groupBy(findings, ({ statuses: _, ...rest }) => JSON.stringify(rest));
  return [...groups.values()].flatMap(([first, ...more]) =>
    first ? [{ ...first, statuses: [first, ...more].flatMap(({ statuses }) => statuses) }] : [],
  );
}
