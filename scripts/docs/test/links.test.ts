import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");

/** In Markdown, or of a picture in HTML. */
const LINK = /\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g;

/** A page's text without its code, where brackets are no links. */
function textOf(page: string): string {
  return readFileSync(page, "utf8").replace(/^```.*?^```$/gms, "");
}

/** The names by which a page's headings can be linked to, as GitHub makes them. */
function anchorsOf(page: string): string[] {
  const headings = textOf(page).matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

test("every link between the pages leads somewhere", () => {
  const pages = globSync(["*.md", "{openapi,bench}/*.md", "{examples,packages}/*/README.md", "docs/**/*.md"], {
    cwd: ROOT,
    exclude: ["**/node_modules", "docs/reference"],
  });
  let links = 0;
  const dead = pages.flatMap((page) =>
    [...textOf(join(ROOT, page)).matchAll(LINK)].flatMap(([, inText, target = inText ?? ""]) => {
      if (/^[a-z]+:/.test(target)) return [];
      links++;
      const [path = "", anchor] = target.split("#");
      const file = path ? join(ROOT, dirname(page), path) : join(ROOT, page);
      const isAlive = existsSync(file) && (anchor === undefined || anchorsOf(file).includes(anchor));
      return isAlive ? [] : [`${page}: ${target}`];
    }),
  );
  expect(dead).toEqual([]);
  expect(links).toBeGreaterThan(40);
});

test("every guide is on the list of guides", () => {
  const index = readFileSync(join(ROOT, "docs/index.md"), "utf8");
  const guides = globSync(["*.md", "{auth,testing}/*.md"], { cwd: join(ROOT, "docs"), exclude: ["index.md"] });
  expect(guides.length).toBeGreaterThan(10);
  expect(guides.filter((guide) => !index.includes(`(${guide.replaceAll("\\", "/")})`))).toEqual([]);
});
