import { defineConfig, type Rolldown, type UserConfig } from "tsdown";
import { shared } from "../../tsdown.shared.ts";

const common: UserConfig = { ...shared, platform: "neutral", target: "es2022", deps: { neverBundle: [/^node:/] } };

/** What exchanges credentials is not in what bundlers put into a browser. */
const withoutCredentials: Rolldown.Plugin = {
  name: "without-credentials",
  resolveId: {
    filter: { id: /\/acquire-with-credentials\.ts$/ },
    handler(source, importer) {
      return this.resolve(source.replace(".ts", ".browser.ts"), importer);
    },
  },
};

const ENTRIES = ["src/index.ts", "src/shared-token-store.ts", "src/token-store-conformance.ts"];

const config: UserConfig[] = defineConfig([
  { ...common, entry: ENTRIES },
  { ...common, entry: { browser: "src/index.ts" }, dts: false, clean: false, plugins: [withoutCredentials] },
]);

export default config;
