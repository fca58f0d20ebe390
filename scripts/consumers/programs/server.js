import process from "node:process";
import { conform } from "./conformance.js";

// On servers: with credentials. It must end by itself.
const [baseUrl = "", control = ""] = process.argv.slice(2);
const credentials = { securityToken: "test-security-token", username: "testusername", password: "12345678" };
const wrongSource = { credentials: { ...credentials, password: "wrong" } };
console.log(
  await conform({ baseUrl, control, source: { credentials }, wrongSource, wrongCode: "ERR_CREDENTIALS_REJECTED" }),
);
