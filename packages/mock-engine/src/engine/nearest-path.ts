import leven from "leven";
import type { OperationDescription } from "./api-description.ts";

/** The path that a caller may have meant: at most half of it is written otherwise. */
export function nearestPath(pathname: string, operations: readonly OperationDescription[]): string | undefined {
  let nearest: string | undefined;
  let least = pathname.length / 2;
  for (const { path } of operations) {
    const distance = leven(pathname, path);
    if (distance > least) continue;
    nearest = path;
    least = distance;
  }
  return nearest;
}
