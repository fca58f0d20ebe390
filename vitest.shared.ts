import type { ViteUserConfig } from "vitest/config";

/** Settings of every package's suites: counted in a file for the totals, and with no test left to run for ever. */
export const shared: ViteUserConfig = {
  test: {
    reporters: ["default", "json"],
    outputFile: { json: ".vitest/results.json" },
    restoreMocks: true,
    unstubGlobals: true,
    unstubEnvs: true,
    typecheck: { enabled: true, include: ["**/*.test-d.ts"], tsconfig: "tsconfig.json" },
  },
};
