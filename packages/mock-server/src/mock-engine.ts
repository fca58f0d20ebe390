import {
  createClock,
  createEngine,
  type Engine,
  type MockClock,
  type MockFaults,
  type MockSpec,
  type OperationDescription,
  type RecordedRequest,
  type RequestLimits,
  sendWebhook,
  type WebhookMessage,
} from "@m800/mock-engine";
import { api } from "./generated/api.gen.ts";
import type { operations, sentOperations } from "./generated/operations.gen.ts";
import { specHash } from "./generated/spec.gen.ts";
import { validators } from "./generated/validators.gen.ts";
import { defaultAccount, type MockAccount, parseAccounts } from "./m800/accounts.ts";
import { createM800Behaviour } from "./m800/behaviour.ts";
import { tokenOperationOf } from "./m800/token-operation.ts";
import { createTokenRegistry, type MockTokens } from "./m800/tokens.ts";
import type { AnyOperations, OperationId, RespondOffSpecArguments, RespondWithArguments } from "./reply.ts";

const m800Spec: MockSpec = { api, findValidator: (key) => validators[key] };

export interface MockApiOptions {
  /** What to serve, from `compileSpec`. Default: the M800 Phone Number API. */
  readonly spec?: MockSpec;
  /** Where the API seems to be. Default: the spec's server, `https://gateway.m800.invalid`. */
  readonly baseUrl?: string;
  /** Who may ask for a token. Default: {@link defaultAccount}. */
  readonly accounts?: readonly MockAccount[];
  /**
   * Where your backend gives the page its tokens, such as `/api/token`. There the MSW handlers answer in its place: GET and
   * POST, with a token of the first account, or 503 where the API gives none. Default: nowhere.
   */
  readonly tokenEndpoint?: string;
  /** Whole seconds. Default: 300, the example of M800's Getting Started page. */
  readonly tokenLifetimeSeconds?: number;
  /** A whole number that decides which requests a fault's `rate` meets. Default: 1. */
  readonly seed?: number;
  /** How much is remembered, so that a mock can serve for days. */
  readonly limits?: MockApiLimits;
  /** Called for each request, when its answer is decided. */
  readonly onRequest?: (request: RecordedRequest) => void;
}

/** How much a mock API remembers. */
export interface MockApiLimits extends RequestLimits {
  /** Number of tokens that `tokens.issued()` tells though they have expired. Default: 1,000. */
  readonly expiredTokens?: number | undefined;
}

/** Body and headers of what the API sends. */
type MessageOf<Operation> = Operation extends { requestBody: { content: infer Content } }
  ? { readonly body: Content[keyof Content]; readonly headers?: Readonly<Record<string, string>> }
  : WebhookMessage;

/** Controls of a mock API, the same on every transport. */
export interface MockApiControls<Operations extends object = operations, Sent extends object = sentOperations> {
  /** The access tokens that it has issued, and ways to end them early. */
  readonly tokens: MockTokens;
  /** Its time, which tokens live by: the real one, until it is moved. */
  readonly clock: MockClock;
  /** Trouble between client and API: broken connections, slow or spoilt answers. */
  readonly faults: MockFaults<OperationId<Operations>>;
  /**
   * Answers an operation's calls, once they have passed security and validation, with a reply of the test's own. The
   * newest reply with calls left wins. Returns what takes the reply away again.
   *
   * @throws TypeError at once, if the reply breaks the spec; a function's reply is checked when it is called.
   * @example api.respondWith("listCountries", { status: 503, headers: { "Retry-After": "2" } }, { times: 1 });
   */
  respondWith(...call: RespondWithArguments<Operations>): () => void;
  respondWith(...call: RespondOffSpecArguments<Operations>): () => void;
  /**
   * The last 1,000 requests (see `limits`), oldest first, of one operation or of all; secrets masked.
   *
   * @throws TypeError if the API has no such operation.
   */
  requests(operationId?: OperationId<Operations>): readonly RecordedRequest[];
  /**
   * Sends a webhook or a callback of the API to where a test listens, and returns what is answered there.
   *
   * @throws TypeError before anything is sent, if the spec has none of the name, or the body breaks it.
   * @example await api.send("onNumberReleased", { body: { number: "+85221234567" } }, "http://127.0.0.1:3000/hooks");
   */
  send<Id extends keyof Sent & string>(
    operationId: Id,
    message: MessageOf<Sent[Id]>,
    url: string | URL,
  ): Promise<Response>;
  /** Back to the start: no tokens, faults, requests seen or replies of the test's own; the clock at the real time. */
  reset(): void;
}

/** One isolated mock of the M800 Phone Number API, before any transport. */
export interface MockEngine {
  readonly baseUrl: string;
  /** Path of `baseUrl`, without a slash at the end. */
  readonly basePath: string;
  readonly handle: Engine["handle"];
  readonly maskTarget: Engine["maskTarget"];
  /** Headers of every reply: the client compares the spec's hash with its own, and warns if they differ. */
  readonly signature: Readonly<Record<string, string>>;
  readonly controls: MockApiControls<AnyOperations, AnyOperations>;
  /** `respondWith` for a reply that no types have seen. */
  readonly override: Engine["override"];
  /** What issues tokens; undefined if nothing does. */
  readonly tokenOperation: OperationDescription | undefined;
}

export function createMockEngine({
  spec = m800Spec,
  baseUrl = spec.api.baseUrl,
  accounts = [defaultAccount],
  tokenLifetimeSeconds = 300,
  seed = 1,
  limits = {},
  onRequest,
}: MockApiOptions = {}): MockEngine {
  if (!URL.canParse(baseUrl)) throw new TypeError(`baseUrl must be an absolute URL, not "${baseUrl}".`);
  if (!Number.isSafeInteger(tokenLifetimeSeconds) || tokenLifetimeSeconds < 1) {
    throw new TypeError(`tokenLifetimeSeconds must be a whole number from 1 up, not ${tokenLifetimeSeconds}.`);
  }
  if (!Number.isSafeInteger(seed)) throw new TypeError(`seed must be a whole number, not ${seed}.`);
  for (const [name, limit] of Object.entries(limits)) {
    if (!(limit >= 0)) throw new TypeError(`limits.${name} must be a number from 0 up, not ${limit}.`);
  }
  const clock = createClock();
  const tokens = createTokenRegistry(clock, tokenLifetimeSeconds, limits.expiredTokens);
  const behaviour = createM800Behaviour(parseAccounts(accounts), tokens, spec.api);
  const engine = createEngine(spec.api, spec.findValidator, behaviour, { seed, limits, onRequest });
  return {
    baseUrl: baseUrl.replace(/\/+$/, ""),
    basePath: new URL(baseUrl).pathname.replace(/\/+$/, ""),
    tokenOperation: tokenOperationOf(spec.api),
    handle: engine.handle,
    maskTarget: engine.maskTarget,
    override: engine.override,
    signature: spec === m800Spec ? { "m800-mock-spec": specHash } : {},
    controls: {
      tokens,
      clock,
      respondWith: engine.override,
      requests: engine.requests,
      send: (operationId, message, url) => sendWebhook(spec.api, spec.findValidator, operationId, message, url),
      faults: engine.faults,
      reset() {
        tokens.reset();
        clock.reset();
        engine.reset();
      },
    },
  };
}
