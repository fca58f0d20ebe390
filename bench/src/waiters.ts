import { createAuthFetch } from "@m800/phone-number-auth";

const WAITERS = 10_000;

/** How 10,000 callers who wait for one token are released, and what memory each takes meanwhile. */
export async function benchWaiters(): Promise<void> {
  let deliver = (_: { access_token: string; expires_in: number }): void => {};
  let sent = 0;
  let tokenRequests = 0;
  const authFetch = createAuthFetch({
    baseUrl: "https://api.example",
    getToken: () => {
      tokenRequests++;
      return new Promise((resolve) => {
        deliver = resolve;
      });
    },
    fetch: () => {
      sent++;
      return new Promise(() => {});
    },
  });
  const requests = Array.from({ length: WAITERS }, () => new Request("https://api.example/"));
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  for (const request of requests) void authFetch(request);
  await new Promise(setImmediate);
  globalThis.gc?.();
  const bytes = (process.memoryUsage().heapUsed - before) / WAITERS;
  deliver({ access_token: "abc", expires_in: 300 });
  let macrotasks = 0;
  while (sent < WAITERS && macrotasks < 100) {
    await new Promise(setImmediate);
    macrotasks++;
  }
  console.log(`\n${WAITERS} callers wait for one token`);
  console.log(`  token requests ${tokenRequests}; released after ${macrotasks} macrotask(s): ${sent}`);
  console.log(`  ${Math.round(bytes)} bytes of heap each, of which most are the copy of its Request`);
}
