import { defineConfig, mergeConfig, type ViteUserConfig } from "vitest/config";
import { shared } from "../../vitest.shared.ts";

/** A package's tests, as they are run for each mutant: without types, and without those that are left out. */
const config: ViteUserConfig = mergeConfig(
  shared,
  defineConfig({ test: { typecheck: { enabled: false }, ...JSON.parse(process.env.MUTANTS_TESTS ?? "{}") } }),
);

export default config;
