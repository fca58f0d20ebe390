import { spawn } from "node:child_process";
import { join } from "node:path";
import { defaultAccount } from "@m800/phone-number-mock-server";
import { serveMockApi } from "@m800/phone-number-mock-server/http";

// Runs the live check against the mock, as against a gateway that does as the description says.

const api = await serveMockApi();
const { username, password, securityToken } = defaultAccount;
const env = {
  ...process.env,
  M800_BASE_URL: api.baseUrl,
  M800_SECURITY_TOKEN: securityToken,
  M800_USERNAME: username,
  M800_PASSWORD: password,
};
const program = join(import.meta.dirname, "../../verify-live/src/main.ts");
const child = spawn(process.execPath, [program], { env, stdio: "inherit" });
child.on("close", async (status) => {
  await api.close();
  process.exitCode = status ?? 1;
});
