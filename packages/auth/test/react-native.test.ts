import { expect, test } from "vitest";
import { abortControllers, openApp } from "./react-native-platform.ts";
import { serve } from "./serve.ts";
import { statuses } from "./statuses.ts";

/** A gateway with a backend that gives tokens; the first is refused, and /slow never answers. */
async function gateway() {
  let issued = 0;
  const { baseUrl, seen } = await serve(({ url, headers }, response) => {
    if (url === "/slow") return;
    const isToken = url === "/api/token";
    const isRefused = !isToken && headers.authorization === "Bearer t1";
    response.writeHead(isRefused ? statuses.rejection : 200, { "Content-Type": "application/json" });
    response.end(JSON.stringify(isToken ? { access_token: `t${++issued}`, expires_in: 300 } : { countries: [] }));
  });
  const options = `baseUrl: "${baseUrl}", getToken: askBackend("${baseUrl}/api/token")`;
  return { baseUrl, options, calls: () => seen.filter(({ url }) => url !== "/api/token") };
}

test.for(abortControllers)("on React Native, with %s AbortController", async (abort) => {
  const { baseUrl, options, calls } = await gateway();
  const run = await openApp(abort);

  expect(await run(`(await createPhoneNumberClient({ ${options} }).GET("/countries")).response.status`)).toBe(200);
  expect(await run(`(await createAuthFetch({ ${options} })("${baseUrl}/countries")).status`)).toBe(200);
  const orders = await run(
    `(await createPhoneNumberClient({ ${options}, timeoutMs: 60_000 }).POST("/orders", { body: { n: [1, 2] } })).response.status`,
  );
  expect(orders).toBe(200);
  expect(calls().at(-1)).toMatchObject({
    method: "POST",
    body: '{"n":[1,2]}',
    headers: { authorization: expect.stringMatching(/^Bearer t/) },
  });

  const outcome = (call: string) => run(`${call}.then(() => "answered", (error) => error.code ?? error.name)`);
  expect(await outcome(`createPhoneNumberClient({ ${options}, timeoutMs: 200 }).GET("/slow")`)).toBe(
    "ERR_CALL_TIMEOUT",
  );
  const leaving = "const left = new AbortController(); setTimeout(() => left.abort(), 50);";
  for (const extra of ["", ", timeoutMs: 60_000"]) {
    const call = `createPhoneNumberClient({ ${options}${extra} }).GET("/slow", { signal: left.signal })`;
    expect(await run(`{ ${leaving} return ${call}.then(() => "answered", (error) => error.name); }`)).toBe(
      "AbortError",
    );
  }
});

test("on React Native, credentials and addresses are refused that are refused elsewhere", async () => {
  const run = await openApp(abortControllers[0] ?? "React Native's");
  const refusal = (options: string) =>
    run(`{ try { createPhoneNumberClient({ ${options} }); return "made"; } catch (error) { return error.code; } }`);
  const getToken = "getToken: async () => ({})";
  expect(await refusal(`baseUrl: "https://gateway.example", ${getToken}`)).toBe("made");
  expect(await refusal(`baseUrl: "https://gateway.example", credentials: { securityToken: "s", username: "u" }`)).toBe(
    "ERR_CONFIGURATION",
  );
  for (const baseUrl of [
    "nonsense",
    "/relative",
    "https://",
    "http://gateway.example",
    "http://gateway.example/@localhost",
    "http://gateway.example/x@127.0.0.1",
    "http://localhost@gateway.example",
    "http://gateway.example\\\\@localhost",
    "http://gateway.example#@localhost",
    "http://gateway.example?@localhost",
    "https://u:p@gateway.example",
    "https://gateway.example?a",
    "https://gateway.example#a",
    "ftp://localhost",
  ]) {
    expect(`${baseUrl} ${await refusal(`baseUrl: "${baseUrl}", ${getToken}`)}`).toBe(`${baseUrl} ERR_CONFIGURATION`);
  }
  for (const url of [
    "https://other.example/",
    "https://gateway.example@other.example/",
    "https://gateway.example.other.example/",
    "https://gateway.example:1@other.example/",
    "https://gateway.example\\\\@other.example/",
    "http://gateway.example/",
  ]) {
    const sent = `createAuthFetch({ baseUrl: "https://gateway.example", ${getToken} })("${url}")`;
    expect(await run(`${sent}.catch((error) => error.code)`)).toBe("ERR_CONFIGURATION");
  }
});
