import { join } from "node:path";
import type { ViteUserConfig } from "vitest/config";

/** Settings of every package's suites: counted in a file for the totals, with no test left to run for ever, and no litter. */
export const shared: ViteUserConfig = {
  test: {
    reporters: ["default", "json"],
    outputFile: { json: ".vitest/results.json" },
    // Some tests start programs, which take their time on a busy machine; no result depends on how long.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    globalSetup: [join(import.meta.dirname, "scripts/temporary-folder.ts")],
    restoreMocks: true,
    unstubGlobals: true,
    unstubEnvs: true,
    typecheck: { enabled: true, include: ["**/*.test-d.ts"], tsconfig: "tsconfig.json" },
  },
};

/** Settings of suites whose files leave nothing behind: in one process they take a third to a half less. */
export const inOneProcess: ViteUserConfig = { test: { ...shared.test, isolate: false } };
