import { conform } from "./conformance.js";

// In a worker: with credentials, and the addresses in the request.
export default {
  /** @param {Request} request */
  async fetch(request) {
    const { searchParams } = new URL(request.url);
    const [baseUrl, control] = [searchParams.get("baseUrl") ?? "", searchParams.get("control") ?? ""];
    const credentials = { securityToken: "test-security-token", username: "testusername", password: "12345678" };
    const wrongSource = { credentials: { ...credentials, password: "wrong" } };
    const setting = { baseUrl, control, source: { credentials }, wrongSource, wrongCode: "ERR_CREDENTIALS_REJECTED" };
    return new Response(await conform(setting).catch((error) => String(error)));
  },
};
