import { defineConfig, type UserConfig } from "tsdown";
import { shared } from "../../tsdown.shared.ts";

const config: UserConfig = defineConfig({
  ...shared,
  entry: ["src/index.ts"],
  platform: "neutral",
  target: "es2022",
  // The spec travels with its types, so that the next release can be compared with what users have.
  copy: [{ from: "src/generated/phone-number.gen.yaml", to: "dist/openapi", rename: "phone-number.yaml" }],
});

export default config;
