import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkLinks } from "./check-links.ts";

const DOCS = join(import.meta.dirname, "../../../docs");
const ADDRESS = "https://owner.example/repository/";
const site = mkdtempSync(join(tmpdir(), "site-"));

/** Makes the pages of the site for an address, from what the site was built of. */
async function build(address: string): Promise<string> {
  const { PATH = "", HOME = "" } = process.env;
  const { stdout, stderr } = spawn(join(DOCS, "node_modules/.bin/vitepress"), ["build", "--outDir", site], {
    cwd: DOCS,
    env: { PATH, HOME, NO_COLOR: "1", DOCS_URL: address },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return (await Promise.all([text(stdout), text(stderr)])).join("");
}

beforeAll(async () => {
  // Without the slash, as a person writes it.
  expect(await build(ADDRESS.slice(0, -1))).toContain("build complete");
}, 300_000);
afterAll(() => rmSync(site, { recursive: true }));

test("a site that is served below a path has every link, file, picture and address below it", () => {
  const { links, dead } = checkLinks(site, ADDRESS);
  expect(dead).toEqual([]);
  expect(links).toBeGreaterThan(1_000);
  expect(readFileSync(join(site, "sitemap.xml"), "utf8")).toContain(`<loc>${ADDRESS}quick-start</loc>`);
  expect(readFileSync(join(site, "llms.txt"), "utf8")).toContain(`(${ADDRESS}quick-start.md)`);
});

test.for(["docs.example", "ftp://docs.example"])(
  "an address such as '%s' is refused, with what to write",
  async (address) => {
    expect(await build(address)).toContain(
      `DOCS_URL must be the site's whole address, such as https://docs.example/phone-number, not "${address}".`,
    );
  },
);
