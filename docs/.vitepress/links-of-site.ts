import type { MarkdownRenderer } from "vitepress";
import { packagePages } from "./reference-pages.ts";

/**
 * Changes the links that leave `docs/`, which work where the repository is browsed: a package's README has its place in
 * the reference; what has none on the site becomes plain text.
 */
export function linksOfSite(md: MarkdownRenderer): void {
  md.core.ruler.push("links-of-site", ({ tokens }) => {
    for (const children of tokens.map((token) => token.children ?? [])) {
      for (const [index, token] of children.entries()) {
        const href = token.type === "link_open" ? (token.attrGet("href") ?? "") : "";
        const [, outside] = /^(?:\.\.\/)+((?:packages|openapi|scripts|examples)\/.*)$/.exec(href) ?? [];
        if (outside === undefined) continue;
        const [, name] = /^packages\/([\w-]+)\/README\.md$/.exec(outside) ?? [];
        const page = packagePages.get(name ?? "");
        const end = children.findIndex(({ type }, place) => type === "link_close" && place > index);
        if (page) token.attrSet("href", page);
        else children.splice(index, end - index + 1, ...children.slice(index + 1, end));
      }
    }
  });
}
