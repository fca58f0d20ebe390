import { defineConfig, mergeConfig, type ViteUserConfig } from "vitest/config";
import { shared } from "../../vitest.shared.ts";

/** Each test generates, builds and runs what others take a suite for. */
const config: ViteUserConfig = mergeConfig(shared, defineConfig({ test: { testTimeout: 900_000 } }));

export default config;
