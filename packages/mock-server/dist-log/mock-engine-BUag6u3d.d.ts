import { n as ParameterLocation, t as MockSpec } from "./api-description-UnSNMOj0.js";
/** An API account, as M800's welcome e-mail describes it. */
interface MockAccount {
  /** The API user ID. */
  readonly username: string;
  /** What a token is asked for with. */
  readonly securityToken: string;
  /** May be left out of a token request, but must not be wrong. An account without one accepts any. */
  readonly password?: string;
  /** ISO 3166-1 alpha-3 codes of the countries that it can get numbers in. Default: all that the spec's example lists. */
  readonly countries?: readonly string[];
}
/** The account of a mock API that was given none. Username and password are those of M800's Getting Started page. */
declare const defaultAccount: Required<Omit<MockAccount, "countries">>;
/** A reply as a test writes it. What is left out comes from the spec's example. */
interface ReplyInit {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
  /** Name of an example in the spec, to use as the body. */
  readonly example?: string;
}
type Parameters = Record<ParameterLocation, Record<string, unknown>>;
/** The mock API's own time, which tests can advance. */
interface MockClock {
  /** Milliseconds since the epoch: the real time plus all that was advanced. */
  now(): number;
  /** Lets time pass at once; tokens expire by it. Only forwards, like time. */
  advance(seconds: number): void;
}
/** A request that the mock API has received, with its secrets masked. */
interface RecordedRequest {
  /** Undefined where no operation matched. */
  readonly operationId: string | undefined;
  /** In upper case. */
  readonly method: string;
  /** Below the base URL, without its query. */
  readonly path: string;
  /** Parsed by the spec; empty where the request was refused before its parameters were read. */
  readonly parameters: Readonly<Partial<Parameters>>;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * Parsed by the spec: bytes as a `Uint8Array`, where they are neither JSON, a form nor text, and for a form's files.
   * Undefined where there was none or the request was refused before it was read.
   */
  readonly body: unknown;
  /** Of the answer; 0 for none, undefined until it is decided. */
  readonly status: number | undefined;
  /** In words, why the API refused the request; undefined if it did not. */
  readonly refusal: string | undefined;
}
interface RequestLimits {
  /** Default: 1,000. */
  readonly requests?: number | undefined;
  /** What the bodies of those requests may come to, in bytes as they were sent. Default: 4 MiB. */
  readonly requestBytes?: number | undefined;
}
interface OverrideOptions {
  /** Number of calls that get this reply. Default: all. */
  readonly times?: number;
  /** Time until the reply, in milliseconds. Default: 0. */
  readonly delayMs?: number;
  /** Sends the reply unchecked, for tests of what happens when a gateway breaks its own spec. Default: false. */
  readonly offSpec?: boolean;
}
/** Trouble between a client and the API, for some of the requests or all. */
type Fault<OperationId extends string = string> = Trouble & {
  /** operationId whose requests it meets. Default: every request, also those that no operation matches. */
  readonly operation?: OperationId | undefined;
  /** The one request that it meets, counted from 1 among those of its operation. Default: all of them. */
  readonly nth?: number | undefined;
  /** Share of the requests that it meets, from 0 to 1; the seed decides which. Default: 1. */
  readonly rate?: number | undefined;
};
type Trouble = {
  readonly kind: "network-error";
} | {
  readonly kind: "timeout";
} | {
  readonly kind: "status";
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>> | undefined;
} | {
  readonly kind: "truncate";
} | {
  readonly kind: "slow";
  readonly delayMs: number;
} | {
  readonly kind: "garbage";
};
/** Trouble that a test makes. */
interface MockFaults<OperationId extends string = string> {
  /**
   * Adds a fault, and returns what removes it. Where several meet a request they add up, in the order they were added.
   *
   * @throws TypeError if the fault is invalid.
   * @example api.faults.add({ kind: "status", status: 503, operation: "listCountries", rate: 0.2 });
   */
  add(fault: Fault<OperationId>): () => void;
  /** Removes all. */
  clear(): void;
}
/** What a webhook or a callback says. */
interface WebhookMessage {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
interface components {
  schemas: {
    /** @description An access token and its lifetime. */
    AccessToken: {
      /** @description The token, in characters that a bearer credential may have (RFC 6750, section 2.1). */
      access_token: string;
      /**
       * @description Seconds for which the token is valid. M800's page says 600 in its prose and 300 in its example, so only this
       *     answer counts.
       */
      expires_in: number;
    };
    /** @description A country in which phone numbers are available. */
    Country: {
      /** @description ISO 3166-1 country code, alpha-2 or alpha-3; M800's examples are alpha-3. */
      code: string;
      /** @description Name of the country, in English. */
      name: string;
      /** @description Country calling code (ITU E.164), without a plus sign. */
      prefix: string;
    };
    /** @description The countries available to the account. */
    CountryList: {
      /** @description In no documented order. */
      countries: components["schemas"]["Country"][];
    };
    /** @description Why a call was refused. */
    Error: {
      /** @description Stable, for programs. */
      code: string;
      /** @description For people. */
      message: string;
    };
    /** @description Who asks for an access token. */
    TokenRequest: {
      /**
       * Format: password
       * @description The API password from M800's e-mail. Optional.
       */
      password?: string;
      /** @description The API user ID from M800's e-mail. */
      username: string;
    };
  };
  responses: {
    /** @description The request is malformed. */
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["Error"];
      };
    };
    /** @description The gateway failed. */
    InternalError: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["Error"];
      };
    };
    /** @description Too many calls in too short a time. */
    TooManyRequests: {
      headers: {
        /** @description How long to wait, in seconds or as an HTTP date (RFC 9110, section 10.2.3). */
        "Retry-After"?: string;
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["Error"];
      };
    };
    /** @description The gateway is down or overloaded. */
    Unavailable: {
      headers: {
        /** @description How long to wait, in seconds or as an HTTP date (RFC 9110, section 10.2.3). */
        "Retry-After"?: string;
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["Error"];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
interface operations$1 {
  listCountries: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The available countries. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CountryList"];
        };
      };
      400: components["responses"]["BadRequest"];
      /** @description The access token is missing, unknown, expired or revoked. */
      401: {
        headers: {
          /** @description The scheme to authenticate with, and what was wrong (RFC 6750, section 3). */
          "WWW-Authenticate": string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Error"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
      503: components["responses"]["Unavailable"];
    };
  };
  createToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The API user whose token it will be. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["TokenRequest"];
      };
    };
    responses: {
      /** @description The access token. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AccessToken"];
        };
      };
      400: components["responses"]["BadRequest"];
      /** @description The security token, the username or the password is wrong. */
      401: {
        headers: {
          /** @description The scheme to authenticate with (RFC 9110, section 11.6.1). */
          "WWW-Authenticate": string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Error"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalError"];
      503: components["responses"]["Unavailable"];
    };
  };
}
/** What the API itself sends: its webhooks and callbacks. */
type sentOperations = Pick<operations$1, Extract<keyof operations$1, never>>;
/** What the API serves. */
type operations = Omit<operations$1, keyof sentOperations>;
/** An access token that the mock API has issued. */
interface IssuedToken {
  /** As it is sent after `Bearer`. */
  readonly token: string;
  /** Username of the account it was issued to. */
  readonly username: string;
  /** Milliseconds since the epoch, by the mock API's clock. */
  readonly issuedAt: number;
  /** Milliseconds since the epoch, by the mock API's clock. */
  readonly expiresAt: number;
  /** Whether it was ended early. */
  readonly revoked: boolean;
}
/** The access tokens of one mock API, and ways to end them early. */
interface MockTokens {
  /**
   * The tokens since the start or the last reset, oldest first: all that live, and the last 1,000. Older ones are forgotten
   * once they have expired.
   */
  issued(): readonly IssuedToken[];
  /** Ends all tokens as if their lifetime were over. */
  expireAll(): void;
  /** Ends all tokens as a gateway does that revokes them before they expire. */
  revokeAll(): void;
  /** Ends one token. @throws RangeError if it was never issued. */
  revoke(token: string): void;
}
/** Operations of a document whose types are not given: any id, any status, any body. */
type AnyOperations = Readonly<Record<string, {
  readonly responses: Readonly<Record<number, unknown>>;
}>>;
/** Ids of a document's operations. */
type OperationId<Operations extends object> = keyof Operations & string;
/** Replies by operation: a status of the spec, with the headers and body that belong to it. */
type Replies<Operations extends object = operations> = { [Id in keyof Operations]: Operations[Id] extends {
  responses: infer Responses;
} ? { [Status in keyof Responses]: Status extends number ? {
  readonly status: Status;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: the spec's example. */
  readonly body?: BodyOf<Responses[Status]>;
  /** Name of an example in the spec, to use as the body. */
  readonly example?: string;
} : never; }[keyof Responses] : never; };
type BodyOf<Response> = unknown extends Response ? unknown : Response extends {
  content: infer Content;
} ? { [MediaType in keyof Content]: BodyAs<MediaType, Content[MediaType]>; }[keyof Content] : never;
/** What is no JSON may be given as bytes. */
type BodyAs<MediaType, Body> = MediaType extends `${string}json${string}` ? Body : Body | Uint8Array;
/** Any reply at all. */
type OffSpecReply = Omit<ReplyInit, "example">;
type ReplyOr<T> = T | ((request: RecordedRequest) => T | Promise<T>);
/** Arguments of `respondWith`: a union of tuples and no generic, since then a function's literals keep their types. */
type RespondWithArguments<Operations extends object = operations> = { [Id in OperationId<Operations>]: [operationId: Id, reply: ReplyOr<Replies<Operations>[Id]>, options?: OverrideOptions & {
  readonly offSpec?: false;
}]; }[OperationId<Operations>];
/** Arguments of `respondWith` for replies that the spec does not know. */
type RespondOffSpecArguments<Operations extends object = operations> = [operationId: OperationId<Operations>, reply: ReplyOr<OffSpecReply>, options: OverrideOptions & {
  readonly offSpec: true;
}];
interface MockApiOptions {
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
interface MockApiLimits extends RequestLimits {
  /** Number of tokens that `tokens.issued()` tells though they have expired. Default: 1,000. */
  readonly expiredTokens?: number | undefined;
}
/** Body and headers of what the API sends. */
type MessageOf<Operation> = Operation extends {
  requestBody: {
    content: infer Content;
  };
} ? {
  readonly body: Content[keyof Content];
  readonly headers?: Readonly<Record<string, string>>;
} : WebhookMessage;
/** Controls of a mock API, the same on every transport. */
interface MockApiControls<Operations extends object = operations, Sent extends object = sentOperations> {
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
  send<Id extends keyof Sent & string>(operationId: Id, message: MessageOf<Sent[Id]>, url: string | URL): Promise<Response>;
  /** Back to the start: no tokens, faults, requests seen or replies of the test's own; the clock at the real time. */
  reset(): void;
}
export { OverrideOptions as _, OffSpecReply as a, MockAccount as b, RespondOffSpecArguments as c, MockTokens as d, operations as f, Trouble as g, MockFaults as h, AnyOperations as i, RespondWithArguments as l, Fault as m, MockApiLimits as n, OperationId as o, sentOperations as p, MockApiOptions as r, Replies as s, MockApiControls as t, IssuedToken as u, RecordedRequest as v, defaultAccount as x, MockClock as y };