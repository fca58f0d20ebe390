import { inspect } from "node:util";
import { expect } from "vitest";
import type { AuthEvent } from "../../src/auth-event.ts";
import { createAuthFetch } from "../../src/create-auth-fetch.ts";
import { AuthError } from "../../src/errors.ts";
import { statuses } from "../statuses.ts";
import type { Gateway } from "./gateway.ts";

/** The whole suite is for `npm run torture`; CI runs a part of it. */
export const IS_WHOLE: boolean = (import.meta as { env?: { MODE?: string } }).env?.MODE === "whole";

/** Each in its time: more than any wait, backoff and attempt that the deadline allows. */
export const TIMEOUT_MS = 30_000;
const LEAVING = "the caller left";

export interface TrackedCall {
  readonly name: string;
  readonly startedAt: number;
  readonly controller: AbortController;
  readonly isWrite: boolean;
  settlements: number;
  endedAt: number;
  status: number | undefined;
  error: unknown;
}

export interface Fleet {
  readonly calls: TrackedCall[];
  readonly events: AuthEvent[];
  call(tenant?: number, isWrite?: boolean): TrackedCall;
  abort(index: number): void;
  /** Asserts what must hold after every run. All calls must have had the time to end. */
  check(): void;
}

/** Names whose parts run together in a careless key. */
export const TENANTS: readonly { securityToken: string; username: string }[] = [
  { securityToken: "a", username: "b:c" },
  { securityToken: "a:b", username: "c" },
  { securityToken: "a", username: "b" },
  { securityToken: "A", username: "b:c" },
  { securityToken: "a:b:c", username: "c,a" },
];

/** Clients of one gateway, one a tenant, whose calls are watched. */
export function createFleet(gateway: Gateway, tenants = 1): Fleet {
  const calls: TrackedCall[] = [];
  const events: AuthEvent[] = [];
  const clients = TENANTS.slice(0, tenants).map(({ securityToken, username }) => {
    const password = `${securityToken}:${username}`;
    const send = createAuthFetch({
      baseUrl: "https://api.example",
      credentials: { securityToken, username, password },
      fetch: gateway.fetch,
      timeoutMs: TIMEOUT_MS,
      onEvent: (event) => events.push(event),
    });
    return { url: `https://api.example/${encodeURIComponent(password)}`, send };
  });

  return {
    calls,
    events,
    call(tenant = 0, isWrite = false) {
      const client = clients[tenant % clients.length];
      if (!client) throw new Error("a fleet needs a tenant");
      const controller = new AbortController();
      const call: TrackedCall = {
        name: `call ${calls.length}`,
        startedAt: gateway.now(),
        controller,
        isWrite,
        settlements: 0,
        endedAt: Number.NaN,
        status: undefined,
        error: undefined,
      };
      calls.push(call);
      const end = () => {
        call.settlements++;
        call.endedAt = gateway.now();
      };
      client
        .send(client.url, {
          signal: controller.signal,
          headers: { Call: call.name },
          ...(isWrite ? { method: "POST", body: call.name } : {}),
        })
        .then(
          async (response) => {
            call.status = response.status;
            response.body?.cancel().catch(() => {});
          },
          (error: unknown) => {
            call.error = error;
          },
        )
        .then(end, end);
      return call;
    },
    abort(index) {
      calls[index % calls.length]?.controller.abort(new Error(LEAVING));
    },
    check() {
      expect(gateway.violations).toEqual([]);
      expect(new Set(gateway.writes).size).toBe(gateway.writes.length);
      for (const call of calls) {
        expect(call.settlements, call.name).toBe(1);
        if (call.status === statuses.rejection)
          expect(surprisesFor(call), `${call.name} saw a rejection`).toBeGreaterThan(1);
        if (!call.error) continue;
        const isForeign = !(call.error instanceof AuthError);
        if (isForeign) expect(String(call.error), call.name).toMatch(/the caller left|fetch failed/);
      }
      const shown = inspect([events, calls.map(({ error }) => error)], { depth: 8 }) + JSON.stringify(events);
      for (const trace of ["a:b:c", "M800Auth", "Bearer"]) expect(shown).not.toContain(trace);
    },
  };

  /** Those that the call met, or that were just before it: after two in a row the next renewal rests for a moment. */
  function surprisesFor({ name, startedAt, endedAt }: TrackedCall): number {
    const met = gateway.refused.get(name)?.size ?? 0;
    return Math.max(met, gateway.surprises.filter((at) => at >= startedAt - 1_000 && at <= endedAt).length);
  }
}
