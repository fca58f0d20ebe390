import type { MarkdownRenderer } from "vitepress";
import { packagePages } from "./reference-pages.ts";
import { repository } from "./repository.ts";

/** Pages of the site that are made of a file which is not in `docs/`. */
const PAGES = new Map([
  ["openapi/README.md", "/reference/openapi"],
  ["examples/web/README.md", "/demo/"],
]);

/**
 * Changes the links that leave `docs/`, which work where the repository is browsed: a README may have its place on the
 * site; what has none there is shown in the repository.
 */
export function linksOfSite(md: MarkdownRenderer): void {
  md.core.ruler.push("links-of-site", ({ tokens }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.type === "link_open" ? (token.attrGet("href") ?? "") : "";
      const [, outside] = /^(?:\.\.\/)+((?:packages|openapi|scripts|examples|CONTRIBUTING)\b.*)$/.exec(href) ?? [];
      if (outside === undefined) continue;
      const [, name] = /^packages\/([\w-]+)\/README\.md$/.exec(outside) ?? [];
      const page = packagePages.get(name ?? "") ?? PAGES.get(outside);
      token.attrSet("href", page ?? `${repository}/blob/main/${outside}`);
      if (page === "/demo/") token.attrSet("target", "_self");
    }
  });
}
