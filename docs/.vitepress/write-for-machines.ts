import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { SiteConfig } from "vitepress";

/** Writes each page's Markdown beside it, and `llms.txt`, which lists them (https://llmstxt.org). */
export function writeForMachines({ pages, srcDir, outDir, site }: SiteConfig, address: URL): void {
  const lines = pages.map((page) => {
    const source = readFileSync(join(srcDir, page), "utf8")
      .replace(/^---\n.*?^---\n/ms, "")
      .replace(/^<!--@include: (.+)-->$/gm, (_, file: string) =>
        readFileSync(join(srcDir, dirname(page), file), "utf8"),
      );
    const target = join(outDir, page);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, source.replace(/^<TryOperation .*\n+/gm, ""));
    const [, title = page] = /^# (.+)$/m.exec(source) ?? [];
    return { page, line: `- [${title}](${new URL(page, address).href})` };
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
