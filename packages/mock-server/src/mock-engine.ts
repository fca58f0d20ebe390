import { createClock, type MockClock } from "./engine/clock.ts";
import { createEngine, type Engine } from "./engine/engine.ts";
import type { RecordedRequest } from "./engine/request-log.ts";
import { api } from "./generated/api.gen.ts";
import type { operations } from "./generated/schema.gen.ts";
import { specHash } from "./generated/spec.gen.ts";
import { validators } from "./generated/validators.gen.ts";
import { defaultAccount, type MockAccount, parseAccounts } from "./m800/accounts.ts";
import { createM800Behaviour } from "./m800/behaviour.ts";
import { createTokenRegistry, type MockTokens } from "./m800/tokens.ts";
import type { RespondOffSpecArguments, RespondWithArguments } from "./reply.ts";

export interface MockApiOptions {
  /** Where the API seems to be. Default: the spec's server, `https://gateway.m800.invalid`. */
  readonly baseUrl?: string;
  /** Who may ask for a token. Default: {@link defaultAccount}. */
  readonly accounts?: readonly MockAccount[];
  /** Whole seconds. Default: 300, the example of M800's Getting Started page. */
  readonly tokenLifetimeSeconds?: number;
}

/** Controls of a mock API, the same on every transport. */
export interface MockApiControls {
  readonly tokens: MockTokens;
  readonly clock: MockClock;
  /**
   * Answers an operation's calls, once they have passed security and validation, with a reply of the test's own. The
   * newest reply with calls left wins.
   *
   * @throws TypeError at once, if the reply breaks the spec; a function's reply is checked when it is called.
   * @example api.respondWith("listCountries", { status: 503, headers: { "Retry-After": "2" } }, { times: 1 });
   */
  respondWith(...call: RespondWithArguments): void;
  respondWith(...call: RespondOffSpecArguments): void;
  /** The last 1,000 requests, oldest first, of one operation or of all; secrets masked. */
  requests(operationId?: keyof operations): readonly RecordedRequest[];
  /** Back to the start: no tokens, no replies of the test's own, no requests seen, the clock at the real time. */
  reset(): void;
}

/** One isolated mock of the M800 Phone Number API, before any transport. */
export interface MockEngine {
  readonly baseUrl: string;
  readonly handle: Engine["handle"];
  readonly controls: MockApiControls;
}

export function createMockEngine({
  baseUrl = api.baseUrl,
  accounts = [defaultAccount],
  tokenLifetimeSeconds = 300,
}: MockApiOptions = {}): MockEngine {
  if (!URL.canParse(baseUrl)) throw new TypeError(`baseUrl must be an absolute URL, not "${baseUrl}".`);
  if (!Number.isSafeInteger(tokenLifetimeSeconds) || tokenLifetimeSeconds < 1) {
    throw new TypeError(`tokenLifetimeSeconds must be a whole number from 1 up, not ${tokenLifetimeSeconds}.`);
  }
  const clock = createClock();
  const tokens = createTokenRegistry(clock, tokenLifetimeSeconds);
  const engine = createEngine(api, validators, createM800Behaviour(parseAccounts(accounts), tokens));
  return {
    baseUrl: baseUrl.replace(/\/+$/, ""),
    // The client compares it with its own, and warns if they differ.
    async handle(request) {
      const reply = await engine.handle(request);
      return { ...reply, headers: { ...reply.headers, "m800-mock-spec": specHash } };
    },
    controls: {
      tokens,
      clock,
      respondWith: engine.override,
      requests: engine.requests,
      reset() {
        tokens.reset();
        clock.reset();
        engine.reset();
      },
    },
  };
}
