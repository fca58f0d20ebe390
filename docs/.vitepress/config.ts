import { readFileSync } from "node:fs";
import { defineConfig, type HeadConfig, type MarkdownEnv, type MarkdownRenderer, type PageData } from "vitepress";
import { linksOfSite } from "./links-of-site.ts";
import { referenceSidebar } from "./reference-pages.ts";
import { repository } from "./repository.ts";
import { siteAddress } from "./site-address.ts";
import { versionsMenu } from "./versions-menu.ts";
import { writeForMachines } from "./write-for-machines.ts";

const title = "M800 Phone Number API";
const description = "Call the M800 Phone Number API from TypeScript, and test what you build against a mock of it.";

export default defineConfig({
  lang: "en-GB",
  title,
  description,
  base: siteAddress.pathname,
  cleanUrls: true,
  srcExclude: ["reference/api-operations.md"],
  lastUpdated: true,
  sitemap: { hostname: siteAddress.href },
  head: [
    ["link", { rel: "icon", type: "image/svg+xml", href: `${siteAddress.pathname}icon.svg` }],
    // Without JavaScript nothing chooses between a group's samples: all are shown.
    ["noscript", {}, "<style>.vp-code-group div[class*='language-'] { display: block !important }</style>"],
  ],
  markdown: {
    config: linksOfSite,
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
  },
  transformPageData: (page) => ({
    description: page.description || firstSentence(page) || description,
    // What is made from sources has no text to edit.
    ...(page.relativePath.startsWith("reference/") && { frontmatter: { ...page.frontmatter, editLink: false } }),
  }),
  transformHead: ({ pageData, title: ofPage, description: told }) => [
    ["meta", { property: "og:type", content: "website" }],
    ["meta", { property: "og:site_name", content: title }],
    ["meta", { property: "og:title", content: ofPage }],
    ["meta", { property: "og:description", content: told }],
    ["meta", { property: "og:url", content: new URL(pathOf(pageData.relativePath), siteAddress).href }],
    ["meta", { property: "og:image", content: new URL("demo-light.png", siteAddress).href }],
    ["meta", { name: "twitter:card", content: "summary_large_image" }],
    ...(pageData.isNotFound ? [] : [alternate(pageData.relativePath)]),
  ],
  buildEnd: writeForMachines,
  themeConfig: {
    search: { provider: "local", options: { _render: searched } },
    outline: [2, 3],
    editLink: {
      pattern: `${repository}/edit/main/docs/:path`,
      text: "Edit this page",
    },
    socialLinks: [{ icon: "github", link: repository }],
    nav: [
      { text: "Guides", link: "/", activeMatch: "^/(?!api|reference)" },
      { text: "Packages", link: "/reference/", activeMatch: "^/reference/" },
      { text: "API", link: "/api" },
      { text: "Demo", link: "/demo/", target: "_self" },
      versionsMenu,
    ],
    sidebar: {
      "/": guides(),
      "/reference/": referenceSidebar,
    },
  },
});

function alternate(page: string): HeadConfig {
  return ["link", { rel: "alternate", type: "text/markdown", href: siteAddress.pathname + page }];
}

/** What the search sees of a page. In the reference a symbol is found once, not again for each of its headings. */
function searched(source: string, env: MarkdownEnv, md: MarkdownRenderer): string {
  const html = md.render(source, env);
  return env.relativePath.startsWith("reference/") ? html.replace(/<h([4-6])\b.*?<\/h\1>/gs, "") : html;
}

/** The sidebar's sections: those of the list of guides, so that there is one list only. */
function guides() {
  const [, ...sections] = readFileSync(new URL("../index.md", import.meta.url), "utf8").split(/^## /m);
  return sections
    .map((section) => ({
      text: section.slice(0, section.indexOf("\n")),
      items: [...section.matchAll(/^- \[(.+)\]\((.+)\.md\)$/gm)].map(([, text = "", page = ""]) => ({
        text,
        link: `/${page}`,
      })),
    }))
    .filter(({ items }) => items.length > 0);
}

/** What a page says of itself first, without the marks of Markdown. */
function firstSentence({ filePath }: PageData): string {
  const source = readFileSync(new URL(`../${filePath}`, import.meta.url), "utf8").replace(/^---\n.*?^---\n/ms, "");
  const paragraph = source.split(/\n{2,}/).find((part) => /^[A-Z`[]/.test(part.trim())) ?? "";
  const words = paragraph
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replace(/[`*]/g, "")
    .replace(/\s+/g, " ");
  return /^.+?[.:](?= |$)/.exec(words)?.[0].replace(/:$/, ".") ?? words;
}

function pathOf(page: string): string {
  return page.replace(/(^|\/)index\.md$/, "$1").replace(/\.md$/, "");
}
