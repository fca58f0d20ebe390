import { defineConfig, type UserConfig } from "tsdown";

const config: UserConfig = defineConfig({
  entry: ["src/index.ts"],
  platform: "neutral",
  target: "es2022",
  dts: true,
  publint: { strict: true },
  attw: { profile: "esm-only", level: "error" },
});

export default config;
