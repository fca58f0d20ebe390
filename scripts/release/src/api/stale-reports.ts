import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { apiReports } from "./api-report.ts";

/** The reports that are not what the packages export, by their paths, with what they should say. */
export async function staleReports(root: string): Promise<(readonly [path: string, text: string])[]> {
  const reports = Object.entries(await apiReports(root));
  const current = await Promise.all(reports.map(([path]) => readFile(join(root, path), "utf8").catch(() => undefined)));
  return reports.filter(([, text], index) => text !== current[index]);
}
