import { globSync, readFileSync } from "node:fs";
import { repository } from "./repository.ts";

const PACKAGES = new URL("../../packages/", import.meta.url);

const published = globSync("*/package.json", { cwd: PACKAGES })
  .sort()
  .map((file) => ({
    folder: file.split(/[\\/]/)[0] ?? "",
    ...JSON.parse(readFileSync(new URL(file, PACKAGES), "utf8")),
  }))
  .filter((manifest) => !manifest.private);

/** The navigation's menu of what the site is about: each package's version, which leads to its changes. */
export const versionsMenu = {
  text: "Versions",
  items: published.map(({ folder, version }) => ({
    text: `${folder} ${version}`,
    link: `${repository}/blob/main/packages/${folder}/CHANGELOG.md`,
  })),
};
