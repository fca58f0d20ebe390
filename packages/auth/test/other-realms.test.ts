import { createContext, runInContext } from "node:vm";
import { expect, test } from "vitest";
import { bundled } from "./bundled.ts";
import { serve } from "./serve.ts";

const PLATFORM = {
  ...{ AbortController, AbortSignal, FormData, Headers, ReadableStream, Request, Response, URL, fetch, performance },
  ...{ clearTimeout, queueMicrotask, setTimeout, crypto, TextDecoder, TextEncoder, URLSearchParams, console },
};

test.each([
  { realm: "whose platform is another realm's, as in Jest", prelude: "" },
  {
    realm: "whose Promise is not the one of async functions, as with zone.js",
    prelude: "globalThis.Promise = class extends Promise {};",
  },
])("forms and requests are sent whole in a program $realm", async ({ prelude }) => {
  const { baseUrl, seen } = await serve(({ headers }, response) => {
    response.setHeader("Content-Type", "application/json");
    const isToken = headers.authorization?.startsWith("M800Auth");
    response.end(JSON.stringify(isToken ? { access_token: "t1", expires_in: 300 } : {}));
  });
  const { output } = await await bundled;
  const context = createContext({ ...PLATFORM });
  runInContext(`${prelude}\n${output[0].code}`, context);
  const statuses = await runInContext(
    `(async () => {
      const options = { baseUrl: "${baseUrl}", credentials: { securityToken: "s", username: "u" } };
      const authFetch = bundled.createAuthFetch(options);
      const form = new FormData();
      form.set("name", "Ann");
      const asForm = await authFetch("${baseUrl}/orders", { method: "POST", body: form });
      const asRequest = await authFetch(new Request("${baseUrl}/orders", { method: "POST", body: "Ann" }));
      const asCall = await bundled.createPhoneNumberClient(options).POST("/orders", { body: form });
      return [asForm.status, asRequest.status, asCall.response.status].join();
    })()`,
    context,
  );
  expect(statuses).toBe("200,200,200");
  const bodies = seen.filter(({ url }) => url === "/orders").map(({ body }) => body);
  expect(bodies).toEqual([
    expect.stringMatching(/name="name"\s+Ann\s/),
    "Ann",
    expect.stringMatching(/name="name"\s+Ann\s/),
  ]);
});
