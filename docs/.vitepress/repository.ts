import { readFileSync } from "node:fs";

const { url } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).repository;

/** The repository's address in a browser: the root's package.json is the one place that says it. */
export const repository: string = url.replace(/^git\+|\.git$/g, "");
