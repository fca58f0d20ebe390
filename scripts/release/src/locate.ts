import { isNode, LineCounter, parseDocument } from "yaml";
import type { Place } from "./finding.ts";

/** Finds where in a spec an operation ("GET /countries") or a component ("components.schemas.Country") stands. */
export function locator(yaml: string): (subject: string) => Place | undefined {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter });
  return (subject) => {
    const [method, path] = subject.split(" ");
    const node = document.getIn(path ? ["paths", path, method?.toLowerCase()] : subject.split("."), true);
    if (subject === "" || !isNode(node) || !node.range) return undefined;
    const { line, col } = lineCounter.linePos(node.range[0]);
    return { line, column: col };
  };
}
