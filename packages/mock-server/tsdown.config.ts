import { defineConfig, type UserConfig } from "tsdown";
import { shared } from "../../tsdown.shared.ts";

const config: UserConfig = defineConfig({
  ...shared,
  entry: [
    "src/index.ts",
    "src/browser.ts",
    "src/cli.ts",
    "src/compile.ts",
    "src/control.ts",
    "src/http.ts",
    "src/node.ts",
  ],
  platform: "node",
  fixedExtension: false,
  target: "node22",
});

export default config;
