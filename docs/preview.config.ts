import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vite";

import { siteAddress } from "./.vitepress/site-address.ts";

const SITE = join(import.meta.dirname, ".vitepress/dist");

/** Serves the site as a host of static files does: what is not there is a 404, with the site's own page for it. */
export default defineConfig({
  appType: "mpa",
  base: siteAddress.pathname,
  build: { outDir: SITE },
  preview: { host: "127.0.0.1" },
  plugins: [
    {
      name: "not-found",
      configurePreviewServer:
        ({ middlewares }) =>
        () => {
          middlewares.use((request, response, next) => {
            const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
            if (existsSync(join(SITE, decodeURIComponent(pathname)))) return next();
            response.writeHead(404, { "Content-Type": "text/html" }).end(readFileSync(join(SITE, "404.html")));
          });
        },
    },
  ],
});
