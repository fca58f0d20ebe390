import { defineConfig, type UserConfig } from "tsdown";
import { shared } from "../../tsdown.shared.ts";

const config: UserConfig = defineConfig({
  ...shared,
  entry: ["index", "browser", "cli", "compile", "control", "http", "node"].map((name) => `src/${name}.ts`),
  platform: "node",
  fixedExtension: false,
  target: "node22",
});

export default config;
