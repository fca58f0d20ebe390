import process from "node:process";
import { createMockApi, defaultAccount } from "@m800/phone-number-mock-server";
import { compileSpec } from "@m800/phone-number-mock-server/compile";
import { serveMockApi } from "@m800/phone-number-mock-server/http";
import { setupMockServer } from "@m800/phone-number-mock-server/node";

// The mock on servers: all of its entries but the page's.
const server = setupMockServer();
server.listen({ onUnhandledRequest: "bypass" });
const headers = { Authorization: `M800Auth ${defaultAccount.securityToken}`, "Content-Type": "application/json" };
const init = { method: "POST", headers, body: JSON.stringify({ username: defaultAccount.username }) };
const statuses = [(await fetch(`${server.api.baseUrl}/token`, init)).status];
server.close();
const api = createMockApi();
statuses.push((await api.fetch(`${api.baseUrl}/token`, init)).status);
const served = await serveMockApi();
statuses.push((await fetch(`${served.baseUrl}/token`, init)).status);
await served.close();
const spec = compileSpec({ openapi: "3.1.0", paths: { "/ping": { get: { responses: { 204: {} } } } } });
statuses.push((await createMockApi({ spec, baseUrl: "https://api.invalid" }).fetch("https://api.invalid/ping")).status);
console.log(statuses.join(" "));
// MSW may keep a connection of Node's own fetch open for a while.
process.exit();
