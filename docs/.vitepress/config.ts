import { readFileSync } from "node:fs";
import { defineConfig } from "vitepress";
import { linksOfSite } from "./links-of-site.ts";
import { referenceSidebar } from "./reference-pages.ts";

export default defineConfig({
  title: "M800 Phone Number API",
  description: "Call the M800 Phone Number API from TypeScript, and test what you build against a mock of it.",
  cleanUrls: true,
  head: [["link", { rel: "icon", href: "data:," }]],
  markdown: { config: linksOfSite },
  themeConfig: {
    search: { provider: "local" },
    outline: [2, 3],
    nav: [
      { text: "Guides", link: "/", activeMatch: "^/(?!api|reference)" },
      { text: "Packages", link: "/reference/", activeMatch: "^/reference/" },
      { text: "API", link: "/api" },
    ],
    sidebar: {
      "/": guides(),
      "/reference/": referenceSidebar,
    },
  },
});

/** The sidebar's sections: those of the list of guides, so that there is one list only. */
function guides() {
  const [, ...sections] = readFileSync(new URL("../index.md", import.meta.url), "utf8").split(/^## /m);
  return sections.map((section) => ({
    text: section.slice(0, section.indexOf("\n")),
    items: [...section.matchAll(/^- \[(.+)\]\((.+)\.md\)$/gm)].map(([, text = "", page = ""]) => ({
      text,
      link: `/${page}`,
    })),
  }));
}
