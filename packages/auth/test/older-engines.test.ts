import { createContext, runInContext } from "node:vm";
import { expect, test } from "vitest";
import { bundled } from "./bundled.ts";
import { serve } from "./serve.ts";
import { statuses } from "./statuses.ts";

/** All that the package takes from its platform. */
const NEEDED = {
  ...{ AbortController, FormData, Headers, Request, Response, fetch, performance },
  ...{ clearTimeout, queueMicrotask, setTimeout, crypto, TextDecoder, TextEncoder, URLSearchParams },
};
/** What it uses if it is there, or did once: what Safari before 17.4 or Chrome before 116, for example, have not. */
const OPTIONAL = {
  "URL.canParse and URL.parse": () => ({
    URL: Object.assign(class extends URL {}, { canParse: undefined, parse: undefined }),
  }),
  "AbortSignal.any": () => ({ AbortSignal: { timeout: AbortSignal.timeout, abort: AbortSignal.abort } }),
  ReadableStream: () => ({ ReadableStream: undefined }),
  "Response.json": () => ({ Response: Object.assign(class extends Response {}, { json: undefined }) }),
  "AbortSignal.timeout": () => ({ AbortSignal: { any: AbortSignal.any } }),
  "Promise.withResolvers, Object.groupBy and Array.fromAsync": () => ({}),
};
const cases = [
  ...Object.entries(OPTIONAL).map(([name, without]) => ({ name, without: [without] })),
  {
    name: "all of them",
    without: Object.values(OPTIONAL),
  },
];

test.for(cases)("a client works in an engine without $name", async ({ without }) => {
  let issued = 0;
  const { baseUrl } = await serve(({ url, headers }, response) => {
    if (url === "/slow") return;
    const isToken = headers.authorization?.startsWith("M800Auth");
    response.writeHead(headers.authorization === "Bearer t1" ? statuses.rejection : 200, {
      "Content-Type": "application/json",
    });
    response.end(JSON.stringify(isToken ? { access_token: `t${++issued}`, expires_in: 300 } : { countries: [] }));
  });
  const globals = { ...NEEDED, URL, AbortSignal, ReadableStream, console };
  for (const hide of without) Object.assign(globals, hide());
  const { output } = await await bundled;
  const context = createContext(globals);
  runInContext("delete Promise.withResolvers; delete Object.groupBy; delete Array.fromAsync;", context);
  runInContext(output[0].code, context);
  const run = (code: string): Promise<unknown> =>
    runInContext(
      `(async ({ createPhoneNumberClient, createAuthFetch, createTokenHandler }) => { ${code} })(bundled)`,
      context,
    );
  const options = `{ baseUrl: "${baseUrl}", credentials: { securityToken: "s", username: "u" }, timeoutMs: 3_000 }`;

  expect(
    await run(`
      const { signal } = new AbortController();
      const client = createPhoneNumberClient(${options});
      return (await client.POST("/orders", { body: { n: 1 }, signal })).response.status;`),
  ).toBe(200);
  expect(await run(`return (await createAuthFetch(${options})("${baseUrl}/countries")).status;`)).toBe(200);
  const ends = (extra: string) =>
    run(
      `return createAuthFetch(${options})("${baseUrl}/slow", { ${extra} }).catch((error) => error.code ?? error.name);`,
    );
  expect(await ends("timeoutMs: 50")).toBe("ERR_CALL_TIMEOUT");
  expect(await ends("timeoutMs: 50, signal: new AbortController().signal")).toBe("ERR_CALL_TIMEOUT");
  expect(
    await run(`
      const controller = new AbortController();
      setTimeout(() => controller.abort(), 50);
      return createAuthFetch(${options})("${baseUrl}/slow", { signal: controller.signal }).catch((error) => error.name);`),
  ).toBe("AbortError");
  expect(
    await run(`try { createPhoneNumberClient({ baseUrl: "nonsense" }); } catch (error) { return error.code; }`),
  ).toBe("ERR_CONFIGURATION");
  const handled = (isAllowed: boolean) =>
    run(`
      const handle = createTokenHandler({ ...${options}, authorize: () => ${isAllowed} });
      const response = await handle(new Request("https://app.example/api/token"));
      return [response.status, response.headers.get("Content-Type"), Object.keys(await response.json()).join()].join(" ");`);
  expect(await handled(true)).toBe("200 application/json access_token,expires_in");
  expect(await handled(false)).toBe("403 application/json code,message");
});
