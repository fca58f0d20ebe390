import { createPhoneNumberClient } from "@m800/phone-number-auth";
import { defaultAccount, setupMockServer } from "@m800/phone-number-mock-server/node";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

const server = setupMockServer();
beforeAll(() => server.listen());
afterEach(() => server.api.reset());
afterAll(() => server.close());

test("the country list survives a revoked token", async () => {
  const client = createPhoneNumberClient({ baseUrl: server.api.baseUrl, credentials: defaultAccount });
  await client.GET("/countries");
  server.api.tokens.revokeAll();
  const { data } = await client.GET("/countries");
  expect(data?.countries).toContainEqual({ code: "HKG", name: "Hong Kong", prefix: "852" });
  expect(server.api.requests("createToken")).toHaveLength(2);
});
