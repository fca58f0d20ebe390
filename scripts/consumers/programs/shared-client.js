import { createAuthFetch } from "@m800/phone-number-auth";

// Time passes when the test says so, and timers run a hundred times faster.
let now = 1_000_000;
Date.now = () => now;
performance.now = () => now;
const runTimer = globalThis.setTimeout;
/** @type {(work: () => void, ms: number) => unknown} */
const setTimeout = (work, ms) => runTimer(work, ms / 100);
Object.assign(globalThis, { setTimeout });

/** @type {ReturnType<typeof createAuthFetch> | undefined} */
let authFetch;

/** A worker whose requests share one client. */
export default {
  /** @param {Request} request */
  async fetch(request) {
    const { searchParams } = new URL(request.url);
    const of = (/** @type {string} */ name) => searchParams.get(name) ?? "";
    now += Number(of("passedMs"));
    const credentials = { securityToken: of("securityToken"), username: of("username") };
    authFetch ??= createAuthFetch({ baseUrl: of("baseUrl"), credentials });
    const { status } = await authFetch(of("baseUrl") + of("path"));
    return new Response(null, { status });
  },
};
