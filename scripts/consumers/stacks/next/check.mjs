import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { askBackend, createPhoneNumberClient } from "@m800/phone-number-auth";

const { M800_BASE_URL: baseUrl, M800_SECURITY_TOKEN, M800_USERNAME, CONTROL, ...bare } = process.env;
const settings = { M800_BASE_URL: baseUrl, M800_SECURITY_TOKEN, M800_USERNAME };
const next = "node_modules/next/dist/bin/next";

// Built where there are no credentials: no list is baked in, and no credentials' code goes to the browser.
const built = spawnSync(process.execPath, [next, "build"], {
  env: { ...bare, NEXT_TELEMETRY_DISABLED: "1" },
  encoding: "utf8",
});
assert.equal(built.status, 0, built.stdout + built.stderr);
for (const route of ["/countries", "/api/countries", "/api/token"])
  assert.match(built.stdout, new RegExp(`ƒ ${route}\n`));
const scripts = globSync(".next/static/**/*.js").map((file) => readFileSync(file, "utf8"));
assert.ok(scripts.some((code) => code.includes("gateway.example")));
for (const code of scripts) assert.doesNotMatch(code, /M800Auth/);

const server = spawn(process.execPath, [next, "start", "--port", "0", "--hostname", "127.0.0.1"], {
  env: { ...bare, ...settings },
  stdio: ["ignore", "pipe", "inherit"],
});
try {
  const address = await addressOf(server);
  const tell = (command) => fetch(`${CONTROL}/${command}`, { method: "POST" });
  for (const path of ["/countries", "/api/countries"]) {
    for (let count = 0; count < 2; count++) {
      assert.match(await (await fetch(address + path)).text(), /Hong Kong/);
      await tell("revoke");
    }
  }
  const getToken = askBackend(`${address}/api/token`, { headers: { Cookie: "session=1" } });
  const page = createPhoneNumberClient({ baseUrl, getToken });
  for (let count = 0; count < 2; count++) {
    assert.equal((await page.GET("/countries")).response.status, 200);
    await tell("revoke");
  }
} finally {
  server.kill();
}

async function addressOf({ stdout }) {
  for await (const line of createInterface(stdout)) {
    const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
    if (address) return address;
  }
  throw new Error("The server ended.");
}
