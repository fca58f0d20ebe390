import { statuses } from "./statuses.ts";

/** A gateway in the process, under the test's own timers. Each path accepts the valid tokens, unless it is `/forbidden`. */
export interface SimulatedGateway {
  readonly fetch: typeof globalThis.fetch;
  tokenRequests: number;
  /** How long the token endpoint takes. */
  tokenDelayMs: number;
  /** Instead of a token. */
  tokenStatus: number | undefined;
  lifetimeSeconds: number;
  /** For how long a new token is unknown to the API. */
  lagMs: number;
  /** A new token ends the ones before it. */
  isOldRevoked: boolean;
  /** The API rejects every token, everywhere. */
  isDeaf: boolean;
  /** Calls by token and path. */
  readonly calls: { readonly path: string; readonly token: string; readonly status: number }[];
  /** Hands out this token again instead of a new one, as a cache does. */
  repeats: number;
  revokeAll(): void;
}

export function createSimulatedGateway(): SimulatedGateway {
  const valid = new Map<string, { readonly knownAt: number; readonly deadAt: number }>();
  let issued = 0;
  const gateway: SimulatedGateway = {
    tokenRequests: 0,
    tokenDelayMs: 10,
    tokenStatus: undefined,
    lifetimeSeconds: 300,
    lagMs: 0,
    isOldRevoked: false,
    isDeaf: false,
    calls: [],
    repeats: 0,
    revokeAll: () => valid.clear(),
    async fetch(input, init) {
      const request = new Request(input, init);
      const signal = init?.signal ?? request.signal;
      const path = new URL(request.url).pathname;
      const authorization = request.headers.get("Authorization") ?? "";
      if (!authorization.startsWith("Bearer ")) return issue(signal);
      await delay(5, signal);
      const token = authorization.replace("Bearer ", "");
      const { knownAt = 0, deadAt = 0 } = valid.get(token) ?? {};
      const isKnown = !gateway.isDeaf && performance.now() >= knownAt && performance.now() < deadAt;
      const status = isKnown && !path.startsWith("/forbidden") ? 200 : statuses.rejection;
      gateway.calls.push({ path, token, status });
      return new Response(null, { status });
    },
  };

  async function issue(signal: AbortSignal): Promise<Response> {
    gateway.tokenRequests++;
    await delay(gateway.tokenDelayMs, signal);
    if (gateway.tokenStatus !== undefined) return new Response(null, { status: gateway.tokenStatus });
    if (gateway.repeats > 0) gateway.repeats--;
    else {
      const now = performance.now();
      if (gateway.isOldRevoked) valid.clear();
      valid.set(`t${++issued}`, { knownAt: now + gateway.lagMs, deadAt: now + gateway.lifetimeSeconds * 1_000 });
    }
    return Response.json({ access_token: `t${issued}`, expires_in: gateway.lifetimeSeconds });
  }

  return gateway;
}

function delay(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
    setTimeout(resolve, ms);
  });
}
