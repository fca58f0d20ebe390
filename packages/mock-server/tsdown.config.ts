import { defineConfig, type UserConfig } from "tsdown";

const config: UserConfig = defineConfig({
  entry: ["src/index.ts", "src/node.ts", "src/http.ts", "src/cli.ts"],
  platform: "node",
  fixedExtension: false,
  target: "node22",
  dts: true,
  publint: { strict: true },
  attw: { profile: "esm-only", level: "error" },
});

export default config;
