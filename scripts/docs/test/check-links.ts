import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What a built site links to within the host that serves it, and which of that is not there. */
export interface LinkCheck {
  readonly links: number;
  readonly dead: readonly string[];
}

/** In HTML: pages, scripts, styles, pictures, and the addresses by which others find them. */
const IN_HTML =
  / (?:href|src|srcset)="([^"]+)"|<meta property="og:(?:url|image)" content="([^"]+)"|url\((\/[^)"']+)\)/g;
const IN_MARKDOWN = /\]\(([^)\s]+)\)/g;
const IN_SITEMAP = /<loc>([^<]+)<\/loc>/g;

/** Follows each link of a built site as a host of static files does that serves it at `address`, which ends with a slash. */
export function checkLinks(site: string, address: string): LinkCheck {
  const read = (file: string) => readFileSync(join(site, file), "utf8");
  const files = globSync("**/*.{html,md,txt,xml}", { cwd: site }).map((file) => file.replaceAll("\\", "/"));
  const found = files.flatMap((file) => {
    const kind = file.endsWith(".html") ? IN_HTML : file.endsWith(".xml") ? IN_SITEMAP : IN_MARKDOWN;
    const text = kind === IN_MARKDOWN ? read(file).replace(/^```.*?^```$/gms, "") : read(file);
    return [...text.matchAll(kind)].map((match) => ({ file, target: match.slice(1).find(Boolean) ?? "" }));
  });
  const onHost = found.filter(({ file, target }) => new URL(target, address + file).origin === new URL(address).origin);
  return {
    links: onHost.length,
    dead: onHost.filter((link) => !isAlive(link)).map(({ file, target }) => `${file}: ${target}`),
  };

  function isAlive({ file, target }: (typeof found)[number]): boolean {
    const { href, hash } = new URL(target, address + file);
    const path = href.replace(/[?#].*/, "");
    if (!path.startsWith(address)) return false;
    const place = decodeURIComponent(path.slice(address.length));
    const page = [place, `${place}.html`, join(place, "index.html")].find(
      (name) => /\.\w+$/.test(name) && existsSync(join(site, name)),
    );
    const anchor = decodeURIComponent(hash).slice(1);
    return page !== undefined && (anchor === "" || page.endsWith(".md") || read(page).includes(`id="${anchor}"`));
  }
}
