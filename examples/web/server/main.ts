import { serve } from "@hono/node-server";
import { defaultAccount } from "@m800/phone-number-mock-server";
import { serveMockApi } from "@m800/phone-number-mock-server/http";
import { createBackend } from "./create-backend.ts";

// Serves the built app: on the gateway and with the credentials that the environment names, or with --mock on a mock.

try {
  const { fetch } = process.argv.includes("--mock") ? await backendOnMock() : createBackend(process.env.M800_BASE_URL);
  const options = { fetch, hostname: "127.0.0.1", port: Number(process.env.PORT ?? 3000) };
  serve(options, ({ port }) => console.log(`The app is at http://127.0.0.1:${port}`));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function backendOnMock() {
  const api = await serveMockApi({
    tokenLifetimeSeconds: 30,
    onReply: ({ method, path, status }) => console.log(`mock: ${method} ${path} ${status}`),
  });
  return createBackend(api.baseUrl, defaultAccount);
}
