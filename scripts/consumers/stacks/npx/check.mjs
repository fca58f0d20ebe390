import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { createPhoneNumberClient } from "@m800/phone-number-auth";

// As npx runs what it downloads by a package's name: the package's one command, in a folder where nothing is installed.
const tarball = resolve(process.env.TARBALLS.split(" ").find((file) => file.includes("mock-server")));
const empty = mkdtempSync(join(tmpdir(), "m800-npx-"));
const mock = spawn("npx", ["--yes", `file:${tarball}`, "--port", "0"], {
  cwd: empty,
  stdio: ["ignore", "pipe", "inherit"],
  detached: true,
});
try {
  const address = await addressOf(mock);
  const { data } = await createPhoneNumberClient({ baseUrl: address }).GET("/countries");
  assert.ok(data.countries.some(({ code }) => code === "HKG"));
} finally {
  process.kill(-mock.pid);
  rmSync(empty, { recursive: true });
}

async function addressOf({ stdout }) {
  for await (const line of createInterface(stdout)) {
    const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
    if (address) return address;
  }
  throw new Error("The mock ended.");
}
