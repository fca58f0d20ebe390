import { defineConfig, mergeConfig, type ViteUserConfig } from "vitest/config";
import { shared } from "../../vitest.shared.ts";

/** All suites run on MSW 2; those that go through MSW run on MSW 3 once more. */
const config: ViteUserConfig = mergeConfig(
  shared,
  defineConfig({
    test: {
      projects: [
        { extends: true, test: { name: "msw 2", env: { MSW_MAJOR: "2" } } },
        {
          extends: true,
          resolve: { alias: [{ find: /^msw(?=$|\/)/, replacement: "msw-3" }] },
          test: {
            name: "msw 3",
            env: { MSW_MAJOR: "3" },
            include: ["test/transports.test.ts", "src/setup-mock-server.test.ts"],
            typecheck: { enabled: false },
          },
        },
      ],
    },
  }),
);

export default config;
