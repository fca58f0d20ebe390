import { createMockApi } from "../src/create-mock-api.ts";
import { serveMockApi } from "../src/serve-mock-api.ts";
import { setupMockServer } from "../src/setup-mock-server.ts";
import { describeConformance } from "./conformance.ts";

describeConformance("api.fetch", (options) => {
  const api = createMockApi(options);
  return { baseUrl: api.baseUrl, fetch: api.fetch, api, stop() {} };
});

describeConformance("MSW in Node", (options) => {
  const server = setupMockServer(options);
  server.listen();
  return {
    baseUrl: server.api.baseUrl,
    fetch: (...call) => fetch(...call),
    api: server.api,
    stop: () => server.close(),
  };
});

describeConformance("HTTP", async (options) => {
  const server = await serveMockApi(options);
  return { baseUrl: server.baseUrl, fetch: (...call) => fetch(...call), api: server, stop: () => server.close() };
});
