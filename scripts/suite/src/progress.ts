/** Makes what tells how far a run of turbo is: given a line of its output, the heading to print above it, if one is due. */
export function createProgress(total: number): (line: string) => string | undefined {
  const seen = new Set<string>();
  return (line) => {
    const [, task, state] = /^(\S+:\S+): cache (hit|miss|bypass)/.exec(line) ?? [];
    if (task === undefined || seen.has(task)) return undefined;
    seen.add(task);
    return `[${seen.size} of ${total}] ${task.replace(/^\/\/:/, "")}${state === "hit" ? ", unchanged" : ""}`;
  };
}
