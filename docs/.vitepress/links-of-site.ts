import type { MarkdownRenderer } from "vitepress";
import { packagePages } from "./reference-pages.ts";
import { repository } from "./repository.ts";
import { siteAddress } from "./site-address.ts";

/** Pages of the site that are made of a file which is not in `docs/`. */
const PAGES = new Map([
  ["openapi/README.md", "/reference/openapi"],
  ["examples/web/README.md", "/demo/"],
]);

/**
 * Where a link that leaves `docs/`, which works where the repository is browsed, leads from the site: a README may have its
 * place there; what has none is shown in the repository. Undefined for a link that stays.
 */
export function leadOut(href: string): string | undefined {
  const [, outside] = /^(?:\.\.\/)+((?:packages|openapi|scripts|examples|CONTRIBUTING)\b.*)$/.exec(href) ?? [];
  if (outside === undefined) return undefined;
  const [, name] = /^packages\/([\w-]+)\/README\.md$/.exec(outside) ?? [];
  return packagePages.get(name ?? "") ?? PAGES.get(outside) ?? `${repository}/blob/main/${outside}`;
}

/** Changes those links on the site's pages. */
export function linksOfSite(md: MarkdownRenderer): void {
  md.core.ruler.push("links-of-site", ({ tokens }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const target = token.type === "link_open" && leadOut(token.attrGet("href") ?? "");
      if (!target) continue;
      token.attrSet("href", target);
      if (target !== "/demo/") continue;
      // No page of VitePress's, which leaves a link with a target alone.
      token.attrSet("target", "_self");
      token.attrSet("href", `${siteAddress.pathname}demo/`);
    }
  });
}
