/** The commands of CONTRIBUTING's walk from a changed spec to a release: the first shell block below that heading. */
export function walk(contributing: string): string[] {
  const block = /^## From a changed spec to a release$.*?^```sh$(.*?)^```$/ms.exec(contributing)?.[1];
  if (block === undefined) throw new Error("CONTRIBUTING.md has no walk from a changed spec to a release.");
  return block.split("\n").filter((line) => line.trim() !== "");
}
