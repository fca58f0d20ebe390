import { expect, test } from "vitest";
import { createMockApi } from "../src/create-mock-api.ts";
import { specHash } from "../src/generated/spec.gen.ts";
import type { MockApiOptions } from "../src/mock-engine.ts";
import { serveMockApi } from "../src/serve-mock-api.ts";
import { setupMockServer } from "../src/setup-mock-server.ts";
import { type Carrier, describeConformance } from "./conformance.ts";
import { referenceApi } from "./reference-api.ts";

type Start = (options: MockApiOptions) => Promise<Carrier> | Carrier;

const TRANSPORTS: Record<string, Start> = {
  "api.fetch"(options) {
    const api = createMockApi(options);
    return { baseUrl: api.baseUrl, fetch: api.fetch, api, stop() {} };
  },
  "MSW in Node"(options) {
    const server = setupMockServer(options);
    server.listen();
    const { baseUrl } = server.api;
    const losesBrokenAnswers = process.env.MSW_MAJOR === "3";
    return {
      baseUrl,
      fetch: (...call) => fetch(...call),
      api: server.api,
      losesBrokenAnswers,
      stop: () => server.close(),
    };
  },
  async HTTP(options) {
    const server = await serveMockApi(options);
    return { baseUrl: server.baseUrl, fetch: (...call) => fetch(...call), api: server, stop: () => server.close() };
  },
};

for (const [name, start] of Object.entries(TRANSPORTS)) {
  describeConformance(name, () => start({ spec: referenceApi }));

  test(`signs each answer with the spec that it was made from, carried by ${name}`, async () => {
    const { baseUrl, fetch, stop } = await start({});
    const answer = await fetch(`${baseUrl}/nowhere`);
    expect([answer.status, answer.headers.get("M800-Mock-Spec")]).toEqual([404, specHash]);
    await stop();
  });
}
