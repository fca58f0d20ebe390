import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { askBackend, createPhoneNumberClient } from "@m800/phone-number-auth";

// Starts a server, and is its page: what the guide says of both has to be so.
const { M800_BASE_URL: baseUrl, CONTROL: control } = process.env;
const [, , ...program] = process.argv;
const env = { ...process.env, PORT: "0" };
const server = spawn(process.execPath, program, { env, stdio: ["ignore", "pipe", "inherit"] });
try {
  const address = await addressOf(server);
  const { countries } = await (await fetch(`${address}/countries`)).json();
  assert.ok(countries.some(({ code }) => code === "HKG"));

  const stranger = await fetch(`${address}/token`, { method: "POST", body: "{}", headers: jsonHeaders("none") });
  assert.equal(stranger.status, 403);

  const getToken = askBackend(`${address}/token`, { headers: jsonHeaders("session=of-the-test") });
  const page = createPhoneNumberClient({ baseUrl, getToken });
  const statuses = [(await page.GET("/countries")).response.status];
  await fetch(`${control}/revoke`, { method: "POST" });
  for (let count = 0; count < 2; count++) statuses.push((await page.GET("/countries")).response.status);
  assert.deepEqual(statuses, [200, 200, 200]);
} finally {
  server.kill();
}

async function addressOf({ stdout }) {
  for await (const line of createInterface(stdout)) {
    const [, port] = /port: (\d+)/.exec(line) ?? [];
    if (port) return `http://127.0.0.1:${port}`;
  }
  throw new Error("The server ended.");
}

function jsonHeaders(cookie) {
  return { Cookie: cookie, "Content-Type": "application/json" };
}
