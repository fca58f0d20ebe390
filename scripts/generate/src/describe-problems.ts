import { relative } from "node:path";
import { getLineColLocation, type NormalizedProblem } from "@redocly/openapi-core";

/** More faults than these rarely tell more. */
const MOST = 20;

/** Faults of a description, each once: `file:line:column: what is wrong`, with what to do where that is not plain. */
export function describeProblems(problems: readonly NormalizedProblem[]): string {
  const lines = [...new Set(problems.map(describeProblem))];
  const rest = lines.length - MOST;
  return [...lines.slice(0, MOST), ...(rest > 0 ? [`… and ${rest} more`] : [])].join("\n");
}

function describeProblem({ message, location: [place] }: NormalizedProblem): string {
  if (!place) return message;
  const { line, col } = getLineColLocation(place).start;
  const file = relative(process.cwd(), place.source.absoluteRef);
  const reference = message.startsWith("Can't resolve") ? `: ${place.source.getLines()[line - 1]?.trim()}` : "";
  const isGenerated = file.endsWith("countries.gen.json");
  const hint = isGenerated ? " `pnpm generate` writes this file from countries.yaml beside it: edit that." : "";
  return `${file}:${line}:${col}: ${message}${reference}${hint}`;
}
