import { createPhoneNumberClient } from "@m800/phone-number-auth";
import { defaultAccount, setupMockServer } from "@m800/phone-number-mock-server/node";

const server = setupMockServer();
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterAll(() => server.close());

test("lists the countries", async () => {
  const client = createPhoneNumberClient({ baseUrl: server.api.baseUrl, credentials: defaultAccount });
  const { data } = await client.GET("/countries");
  expect(data?.countries).toContainEqual({ code: "HKG", name: "Hong Kong", prefix: "852" });
});
