import { vi } from "vitest";
import type { AuthEvent } from "../../src/auth-event.ts";
import type { AuthOptions } from "../../src/auth-options.ts";
import { createAuthFetch } from "../../src/create-auth-fetch.ts";
import { createMemoryTokenStore } from "../../src/create-memory-token-store.ts";
import type { SimulatedGateway } from "../simulated-gateway.ts";

export const BASE_URL = "https://g.example";

/** Where a client's tokens come from. */
export const SOURCES = ["credentials", "a store", "getToken"] as const;
export type Source = (typeof SOURCES)[number];

export interface WatchedCall {
  readonly path: string;
  /** How often the API got it. */
  sent: number;
  /** Of the client's life, in milliseconds; undefined while the call is under way. */
  endedAt: number | undefined;
  /** The answer's status, or what the error says. */
  outcome: unknown;
}

export interface WatchedClient {
  readonly calls: readonly WatchedCall[];
  readonly events: readonly AuthEvent[];
  call(path?: string, signal?: AbortSignal): WatchedCall;
}

/** A client of a simulated gateway, whose calls are watched. */
export function watchCalls(gateway: SimulatedGateway, source: Source, options: AuthOptions = {}): WatchedClient {
  const calls: WatchedCall[] = [];
  const events: AuthEvent[] = [];
  const startedAt = performance.now();
  const authFetch = createAuthFetch({
    baseUrl: BASE_URL,
    async fetch(input, init) {
      const call = calls[Number(new Headers(init?.headers).get("Call") ?? Number.NaN)];
      if (call) call.sent++;
      return gateway.fetch(input, init);
    },
    onEvent: (event) => events.push(event),
    ...optionsOf(source, gateway),
    ...options,
  });
  return {
    calls,
    events,
    call(path = "/countries", signal) {
      const call: WatchedCall = { path, sent: 0, endedAt: undefined, outcome: undefined };
      const headers = { Call: String(calls.push(call) - 1) };
      const end = (outcome: unknown) => {
        call.outcome = outcome;
        call.endedAt = performance.now() - startedAt;
      };
      authFetch(BASE_URL + path, { headers, signal: signal ?? null }).then(({ status }) => end(status), end);
      return call;
    },
  };
}

function optionsOf(source: Source, gateway: SimulatedGateway): AuthOptions {
  if (source === "getToken") return { getToken: () => askFor(gateway) };
  const credentials = { securityToken: "s", username: "u" };
  if (source === "credentials") return { credentials };
  // A store keys what it keeps by a digest, whose threads know nothing of virtual time.
  vi.spyOn(crypto.subtle, "sign").mockResolvedValue(new ArrayBuffer(32));
  vi.spyOn(crypto.subtle, "importKey").mockResolvedValue({} as CryptoKey);
  return { credentials, tokenStore: createMemoryTokenStore() };
}

/** As an app's own source would, which knows the gateway. */
async function askFor(gateway: SimulatedGateway) {
  const response = await gateway.fetch(BASE_URL, { method: "POST" });
  if (!response.ok) throw new Error(`no token: ${response.status}`);
  return response.json();
}
