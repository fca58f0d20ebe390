import { defineConfig, type Rolldown, type UserConfig } from "tsdown";
import { shared } from "../../tsdown.shared.ts";

const common: UserConfig = { ...shared, platform: "neutral", target: "es2022" };

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

const ENTRIES = {
  index: "src/index.ts",
  "shared-token-store": "src/shared-token-store/index.ts",
  "token-store-conformance": "src/token-store-conformance/index.ts",
};

const config: UserConfig[] = defineConfig([
  { ...common, entry: ENTRIES },
  { ...common, entry: { browser: "src/index.ts" }, dts: false, clean: false, plugins: [withoutCredentials] },
]);

export default config;
