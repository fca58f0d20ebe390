import { defineConfig, type UserConfig } from "tsdown";
import { shared } from "../../tsdown.shared.ts";

const config: UserConfig = defineConfig({
  ...shared,
  entry: ["src/index.ts"],
  platform: "node",
  fixedExtension: false,
  target: "es2022",
});

export default config;
