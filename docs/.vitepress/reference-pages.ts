import { globSync } from "node:fs";

const PACKAGES = new URL("../reference/@m800/", import.meta.url);

/** Address of the page of each package on the site, by the package's folder: TypeDoc makes a folder of one with several entries. */
export const packagePages: ReadonlyMap<string, string> = new Map(
  globSync("{*.md,*/index.md}", { cwd: PACKAGES }).map((file) => {
    const page = file.replaceAll("\\", "/").replace(/(index)?\.md$/, "");
    return [page.replace(/^phone-number-|\/$/g, ""), `/reference/@m800/${page}`];
  }),
);

/** The sidebar of the reference. */
export const referenceSidebar = [...packagePages].sort().map(([name, link]) => ({
  text: name,
  link,
  items: globSync("*.md", { cwd: new URL(`phone-number-${name}/`, PACKAGES), exclude: ["index.md"] })
    .map((file) => file.replace(/\.md$/, ""))
    .sort((a, b) => Number(b === "main") - Number(a === "main"))
    // The entry without a name of its own.
    .map((entry) => ({ text: entry === "main" ? "main entry" : `/${entry}`, link: `${link}${entry}` })),
}));
