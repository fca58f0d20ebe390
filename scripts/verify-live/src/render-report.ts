import { readablePointer } from "@m800/generate/assumptions";
import { assessAssumptions } from "./assess-assumptions.ts";
import type { Check } from "./check-gateway.ts";

export interface ReportFacts {
  readonly baseUrl: string;
  readonly specHash: string;
  readonly date: string;
}

/** The check as Markdown, to paste into an issue. Its secrets are still to be masked. */
export function renderReport(check: Check, { baseUrl, specHash, date }: ReportFacts): string {
  const verdicts = assessAssumptions(check);
  const count = (wanted: string) => verdicts.filter(({ verdict }) => verdict === wanted).length;
  const { version } = check.spec.root.info;
  const differences = differencesOf(check);
  return [
    "# Live check of the M800 Phone Number API",
    "",
    `Gateway ${baseUrl}, ${date}, against spec ${version} (${specHash.slice(0, 12)}): ${check.findings.length} calls.`,
    "",
    `**Of the spec's ${verdicts.length} unconfirmed assumptions, ${count("confirmed")} confirmed, ` +
      `${count("contradicted")} contradicted, ${count("not seen")} not seen.**`,
    "",
    "## Where the gateway differs from the spec",
    "",
    ...(differences.length > 0 ? differences.map((difference) => `- ${difference}`) : ["Nowhere."]),
    "",
    "## Worth knowing",
    "",
    ...(check.notes.length > 0 ? check.notes.map((note) => `- ${note}`) : ["Nothing."]),
    "",
    "## Assumptions",
    "",
    "| verdict | where | what is assumed | what speaks against it |",
    "| --- | --- | --- | --- |",
    ...verdicts.map(({ verdict, pointer, reason, reasons }) =>
      row([verdict, `\`${readablePointer(pointer)}\``, reason.trim(), reasons.join("; ")]),
    ),
    "",
    "## Calls",
    "",
    "| operation | with | expected | status | media type | ms |",
    "| --- | --- | --- | --- | --- | --- |",
    ...check.findings.map(({ exchange: { operation, purpose, answer, failure, milliseconds }, expected }) =>
      row([
        operation.operationId,
        purpose,
        `${expected}`,
        `${answer?.status ?? failure}`,
        answer?.mediaType ?? "",
        milliseconds.toFixed(0),
      ]),
    ),
    "",
  ].join("\n");
}

/** Every difference in words, once each, with the calls that showed it. */
export function differencesOf({ findings }: Check): readonly string[] {
  const all = findings.flatMap(({ exchange: { operation, purpose, failure }, differences }) => {
    const messages = failure === undefined ? differences.map(({ message }) => message) : [failure];
    return messages.map((message) => ({ operation, purpose, message }));
  });
  const groups = Map.groupBy(all, ({ operation, message }) => `${operation.operationId} ${message}`);
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const more = others.length > 0 ? ` and in ${others.length} more ${others.length === 1 ? "call" : "calls"}` : "";
    return `${first.operation.operationId}, ${first.purpose}${more}: ${first.message}.`;
  });
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
}
