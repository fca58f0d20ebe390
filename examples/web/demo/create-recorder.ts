import type { AuthEvent } from "@m800/phone-number-auth";
import type { Call, History, Token } from "./history.ts";

/** As in the auth package: a token is due when 30 s, or a fifth of its life, are left. */
const leadMsOf = (lifetimeMs: number) => Math.min(30_000, lifetimeMs / 5);

/** Older calls, tokens and acts are forgotten. */
const KEPT = 200;

/**
 * Creates what writes down a client's history: given to it as `fetch` and `onEvent`, it is a store that React can subscribe to.
 *
 * @param newestToken What the API has issued last.
 */
export function createRecorder(newestToken: () => string | undefined) {
  let history: History = { tokens: [], calls: [], acts: [] };
  const listeners = new Set<() => void>();
  const numbers = new Map<string, number>();
  let calls = 0;
  let repeated: number | undefined;

  function change(changes: Partial<History>): void {
    history = { ...history, ...changes };
    for (const listener of listeners) listener();
  }

  function changeCall(number: number, changes: Partial<Call>): void {
    change({ calls: history.calls.map((call) => (call.number === number ? { ...call, ...changes } : call)) });
  }

  return {
    read: () => history,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    onEvent(event: AuthEvent): void {
      if (event.type === "call-replayed" || event.type === "call-retried") {
        repeated = history.calls.at(-1)?.number;
        if (repeated) changeCall(repeated, { isRepeated: true });
      }
      if (event.type !== "token-acquired") return;
      const { reason, durationMs, lifetimeMs } = event;
      const number = numbers.size + 1;
      numbers.set(newestToken() ?? "", number);
      const bornAt = Date.now() - durationMs;
      const diesAt = bornAt + lifetimeMs;
      const cause = reason === "due" || reason === "rejected" ? history.calls.at(-1) : undefined;
      const token = { number, bornAt, dueAt: diesAt - leadMsOf(lifetimeMs), diesAt, reason, causedBy: cause?.number };
      change({ tokens: [...history.tokens, token].slice(-KEPT) });
    },

    async fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
      const request = new Request(input, init);
      const bearer = request.headers.get("Authorization")?.replace(/^Bearer /, "") ?? "";
      const number = ++calls;
      const call = { number, token: numbers.get(bearer) ?? 0, startedAt: Date.now(), repeats: repeated };
      repeated = undefined;
      change({ calls: [...history.calls, call].slice(-KEPT) });
      let status = 0;
      try {
        const response = await fetch(request);
        ({ status } = response);
        return response;
      } finally {
        changeCall(number, { endedAt: Date.now(), status });
      }
    },

    /** Writes down what a person did. */
    act(words: string): void {
      change({ acts: [...history.acts, { at: Date.now(), words }].slice(-KEPT) });
    },

    /** Writes down that a person ended every token that lived. */
    endTokens(ended: NonNullable<Token["ended"]>): void {
      const now = Date.now();
      const end = (token: Token): Token => (token.diesAt > now ? { ...token, ended, diesAt: now } : token);
      change({ tokens: history.tokens.map(end) });
    },
  };
}

export type Recorder = ReturnType<typeof createRecorder>;
