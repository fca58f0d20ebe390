import { readFileSync } from "node:fs";

/** A process's memory, of which it holds so much now (`VmRSS`), or held so much at most (`VmHWM`). */
export function residentMegabytes(pid: number | undefined, field: "VmRSS" | "VmHWM"): number {
  const [, kilobytes] = new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}
