import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

/** Runs a program that has a client of the built package, whose tokens live for 300 s, and ends after its last line. */
function run(getToken: string, body: string) {
  const program = `
    import { createPhoneNumberClient } from ${JSON.stringify(new URL("../dist/index.js", import.meta.url).href)};
    let asked = 0;
    const client = createPhoneNumberClient({
      baseUrl: "https://api.example",
      getToken: ${getToken},
      timeoutMs: 60_000,
      fetch: async () => Response.json({ countries: [] }),
    });
    const call = async () => console.log((await client.GET("/countries")).response.status);
    const pass = (ms) => { const now = Date.now() + ms; Date.now = () => now; };
    ${body}`;
  // Half of an acquisition's deadline: a timer that keeps the process would still be running.
  return spawnSync(process.execPath, ["--input-type=module", "--eval", program], { timeout: 5_000, encoding: "utf8" });
}

const TOKEN = '{ access_token: "t" + asked, expires_in: 300 }';

test.each([
  { given: "after its last call", getToken: `async () => (${TOKEN})`, body: "await call();" },
  {
    given: "while a refresh in the background never ends",
    getToken: `() => asked++ ? new Promise(() => {}) : Promise.resolve(${TOKEN})`,
    body: "await call(); pass(290_000); await call(); console.log(asked);",
  },
  {
    given: "after a refresh in the background has failed",
    getToken: `async () => { if (asked++) throw new Error("down"); return ${TOKEN}; }`,
    body: "await call(); pass(290_000); await call(); console.log(asked);",
  },
])("a program ends by itself, and well, $given", ({ getToken, body }) => {
  const { status, signal, stdout, stderr } = run(getToken, body);
  expect({ status, signal, stderr }).toEqual({ status: 0, signal: null, stderr: "" });
  expect(stdout).toMatch(/^200\n(200\n2\n)?$/);
});

test("a program that waits for a token is kept until it has one, or an error", () => {
  const { stdout } = run(
    "() => new Promise(() => {})",
    `const { setTimeout: real } = globalThis;
    globalThis.setTimeout = (work, ms) => real(work, ms / 100);
    await call().catch((error) => console.log(error.code));`,
  );
  expect(stdout).toBe("ERR_TOKEN_TIMEOUT\n");
});

test("a program whose only work is a call is kept until the call's time is up, whatever its fetch listens to", () => {
  const program = `
    import { createAuthFetch } from ${JSON.stringify(new URL("../dist/index.js", import.meta.url).href)};
    const authFetch = createAuthFetch({
      baseUrl: "https://api.example",
      getToken: async () => (${TOKEN.replace('"t" + asked', '"t"')}),
      timeoutMs: 300,
      fetch: () => new Promise(() => {}),
    });
    await authFetch("https://api.example/").catch((error) => console.log(error.code));`;
  const { status, stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    timeout: 10_000,
    encoding: "utf8",
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: "ERR_CALL_TIMEOUT\n" });
});
