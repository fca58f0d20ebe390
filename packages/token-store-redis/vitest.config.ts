import type { ViteUserConfig } from "vitest/config";
import { shared } from "../../vitest.shared.ts";

const project = (name: string, include: string[]) => ({
  extends: true as const,
  test: { name, include, globalSetup: "test/provide-server.ts" },
});

const config: ViteUserConfig = {
  test: {
    ...shared.test,
    // Most of the time each waits for the server, which keeps no virtual time.
    maxWorkers: 4,
    projects: [
      project("redis", ["{src,test}/*.test.ts"]),
      // What depends on the server. The rest would be no different, and takes minutes.
      project("valkey", ["test/{conformance,fleet-trouble,reasons,shared-token,trouble}.test.ts"]),
    ],
  },
};

export default config;
