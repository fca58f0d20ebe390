import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { SiteConfig } from "vitepress";
import { leadOut } from "./links-of-site.ts";
import { siteAddress } from "./site-address.ts";

/** Writes each page's Markdown beside it, and `llms.txt`, which lists them (https://llmstxt.org). */
export function writeForMachines({ pages, srcDir, outDir, site }: SiteConfig): void {
  const lines = pages.map((page) => {
    const source = readFileSync(join(srcDir, page), "utf8")
      .replace(/^---\n.*?^---\n/ms, "")
      .replace(/^<!--@include: (.+)-->$/gm, (_, file: string) =>
        readFileSync(join(srcDir, dirname(page), file), "utf8"),
      );
    const target = join(outDir, page);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, forMachines(source));
    const [, title = page] = /^# (.+)$/m.exec(source) ?? [];
    return { page, line: `- [${title}](${new URL(page, siteAddress).href})` };
  });
  const listed = (isReference: boolean) =>
    lines
      .filter(({ page }) => page.startsWith("reference/") === isReference)
      .map(({ line }) => line)
      .sort()
      .join("\n");
  writeFileSync(
    join(outDir, "llms.txt"),
    `# ${site.title}\n\n> ${site.description}\n\n## Guides\n\n${listed(false)}\n\n## Reference\n\n${listed(true)}\n`,
  );
}

/** A page's Markdown without what only a browser shows, and with links that lead somewhere from where it is served. */
function forMachines(source: string): string {
  return source
    .replace(/^<TryOperation .*\n+/gm, "")
    .replace(/<picture>.*?<img alt="([^"]*)".*?<\/picture>/g, "$1")
    .replace(/\]\(([^)\s]+)\)/g, (_, href: string) => {
      const target = leadOut(href) ?? href;
      return `](${target.startsWith("/") ? new URL(target.slice(1), siteAddress) : target})`;
    });
}
