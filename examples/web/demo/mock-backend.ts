import { defaultAccount, type MockApi } from "@m800/phone-number-mock-server";
import { HttpResponse, http, type RequestHandler } from "msw";

/** Stands for the app's backend where there is none: it exchanges the mock's credentials for a token. */
export function mockBackend(api: MockApi): RequestHandler {
  return http.post("*/api/token", async () => {
    const { username, securityToken } = defaultAccount;
    const answer = await api.fetch(`${api.baseUrl}/token`, {
      method: "POST",
      headers: { Authorization: `M800Auth ${securityToken}`, "Content-Type": "application/json" },
      body: JSON.stringify({ username }),
    });
    return HttpResponse.json(await answer.json(), { status: answer.status });
  });
}
