import { tokenOperation } from "@m800/phone-number-openapi/operations";
import { statuses } from "../statuses.ts";
/** What can go wrong with one request. */
export const FAULTS = [
  "refused",
  "reset",
  "hung headers",
  "hung body",
  "429",
  "500",
  "503",
  "HTML 200",
  "truncated JSON",
  "drip",
  "307",
  "revoke",
] as const;
export type Fault = (typeof FAULTS)[number];

interface Issued {
  readonly tenant: string;
  readonly lifetimeMs: number;
  /** By the gateway's clock, which neither jumps nor sleeps. */
  readonly issuedAt: number;
  /** By the client's clocks, when it sent the token request. */
  readonly requestedAt: { readonly wall: number; readonly monotonic: number };
  isRevoked: boolean;
}

export interface Gateway {
  readonly fetch: typeof globalThis.fetch;
  /** The n-th token request from now, or call, meets this. */
  readonly tokenFaults: (Fault | undefined)[];
  readonly callFaults: (Fault | undefined)[];
  tokenRequests: number;
  /** Names of the writes that were executed. */
  readonly writes: string[];
  /** What no client may ever do. */
  readonly violations: string[];
  /** When tokens ended that the client could not know to be dead: revoked, or with both of its clocks behind. */
  readonly surprises: number[];
  /** The tokens with which each call, by its header `Call`, met a rejection. */
  readonly refused: Map<string, Set<string>>;
  lifetimeSeconds: number;
  now(): number;
  /** The machine of the client sleeps: its wall clock and the gateway's move, its monotonic one does not. */
  suspend(ms: number): void;
  revokeAll(): void;
}

/** Decides at once, answers after `latencyMs`, and lets a tenant have tokens whose password is `<security token>:<username>`. */
export function createGateway(latencyMs: () => number): Gateway {
  const ledger = new Map<string, Issued>();
  let sleptMs = 0;

  const gateway: Gateway = {
    tokenFaults: [],
    callFaults: [],
    tokenRequests: 0,
    writes: [],
    violations: [],
    surprises: [],
    refused: new Map(),
    lifetimeSeconds: 300,
    now: () => performance.now() + sleptMs,
    suspend(ms) {
      sleptMs += ms;
    },
    revokeAll() {
      gateway.surprises.push(gateway.now());
      for (const issued of ledger.values()) issued.isRevoked = true;
    },
    async fetch(input, init) {
      const request = new Request(input, init);
      // As fetch does: a request follows the signal it is made with only weakly, so after a garbage collection not at all.
      const signal = init?.signal ?? request.signal;
      signal.throwIfAborted();
      const isToken = new URL(request.url).pathname === tokenOperation.path;
      const requestedAt = { wall: Date.now(), monotonic: performance.now() };
      if (isToken) gateway.tokenRequests++;
      else check(request);
      const fault = (isToken ? gateway.tokenFaults : gateway.callFaults).shift();
      if (fault === "refused") throw new TypeError("fetch failed");
      if (fault === "revoke") gateway.revokeAll();
      const answered = isToken ? await issue(request, requestedAt) : await answer(request);
      await delay(fault === "hung headers" ? 2 ** 30 : latencyMs(), signal);
      return fault && fault !== "revoke" ? spoil(answered, fault, signal) : answered;
    },
  };

  function check(request: Request): void {
    const token = request.headers.get("Authorization")?.replace("Bearer ", "") ?? "";
    const issued = ledger.get(token);
    const tenant = new URL(request.url).pathname;
    if (!issued) return void gateway.violations.push("a token that was never issued");
    if (issued.tenant !== tenant) gateway.violations.push(`a token of ${issued.tenant} for ${tenant}`);
    const { wall, monotonic } = issued.requestedAt;
    if (Date.now() - wall >= issued.lifetimeMs) gateway.violations.push("a token that the wall clock calls dead");
    if (performance.now() - monotonic >= issued.lifetimeMs) {
      gateway.violations.push("a token that the monotonic clock calls dead");
    }
  }

  async function issue(request: Request, requestedAt: Issued["requestedAt"]): Promise<Response> {
    const { username, password } = await request.json();
    const secret = request.headers.get("Authorization")?.replace("M800Auth ", "");
    if (password !== `${secret}:${username}`) gateway.violations.push("credentials of two tenants in one request");
    const token = `t${ledger.size}`;
    const lifetimeMs = gateway.lifetimeSeconds * 1000;
    const tenant = `/${encodeURIComponent(password)}`;
    ledger.set(token, { tenant, lifetimeMs, issuedAt: gateway.now(), requestedAt, isRevoked: false });
    return Response.json({ access_token: token, expires_in: gateway.lifetimeSeconds });
  }

  async function answer(request: Request): Promise<Response> {
    const token = request.headers.get("Authorization")?.replace("Bearer ", "") ?? "";
    const issued = ledger.get(token);
    if (issued && !issued.isRevoked && gateway.now() - issued.issuedAt >= issued.lifetimeMs) {
      gateway.surprises.push(gateway.now());
      issued.isRevoked = true;
    }
    if (!issued || issued.isRevoked) {
      const call = request.headers.get("Call") ?? "";
      gateway.refused.set(call, new Set(gateway.refused.get(call)).add(token));
      return new Response(null, { status: statuses.rejection });
    }
    if (request.method === "POST") gateway.writes.push(await request.text());
    return new Response("ok");
  }

  async function spoil(response: Response, fault: Exclude<Fault, "revoke">, signal: AbortSignal): Promise<Response> {
    const text = await response.text();
    const { status } = response;
    const bytes = new TextEncoder().encode(text);
    switch (fault) {
      case "reset":
        return stream(status, signal, async (body) => body.error(new TypeError("terminated")));
      case "hung body":
        return stream(status, signal, () => delay(2 ** 30, signal));
      case "drip":
        return stream(status, signal, async (body) => {
          for (const byte of bytes) {
            await delay(20, signal);
            body.enqueue(new Uint8Array([byte]));
          }
          body.close();
        });
      case "HTML 200":
        return new Response("<html>welcome</html>");
      case "truncated JSON":
        return new Response(text.slice(0, -5), { status });
      case "307":
        return new Response(null, { status: 307, headers: { Location: "https://other.example/" } });
      default:
        return new Response(null, { status: Number(fault) });
    }
  }

  return gateway;
}

function stream(
  status: number,
  signal: AbortSignal,
  write: (body: ReadableStreamDefaultController<Uint8Array>) => Promise<void>,
): Response {
  const start = (body: ReadableStreamDefaultController<Uint8Array>) => {
    write(body).catch(() => body.error(signal.reason));
  };
  return new Response(new ReadableStream({ start }), { status });
}

function delay(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", leave);
      resolve();
    }, ms);
    if (signal.aborted) leave();
    else signal.addEventListener("abort", leave);
  });
}
