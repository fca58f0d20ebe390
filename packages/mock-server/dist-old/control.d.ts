import { _ as OverrideOptions, a as OffSpecReply, f as operations, m as Fault, o as OperationId, p as sentOperations, s as Replies, t as MockApiControls, u as IssuedToken, v as RecordedRequest } from "./mock-engine-BUag6u3d.js";
interface components {
  schemas: {
    /** @description An account of the API. */
    Account: {
      /** @description Codes of the countries that it can get numbers in. */
      countries?: string[] | null;
      /**
       * Format: password
       * @description The API password.
       */
      password?: string;
      /**
       * Format: password
       * @description The security token.
       */
      securityToken: string;
      /** @description The API user ID. */
      username: string;
    };
    /** @description What was added. */
    Added: {
      /** @description What the call that takes it away names it. */
      id: string;
    };
    /** @description What was answered to a webhook or a callback. */
    Answer: {
      /** @description The body as text. */
      body: string;
      /** @description By name in lower case. */
      headers: {
        [key: string]: string;
      };
      /** @description The status. */
      status: number;
    };
    /** @description A time. */
    Clock: {
      /**
       * Format: double
       * @description Milliseconds since the epoch.
       */
      now: number;
    };
    /** @description Trouble between a client and the API. */
    Fault: {
      /**
       * Format: double
       * @description Of the kind slow: how much later.
       */
      delayMs?: number;
      /** @description Of the kind status: headers of the answer. */
      headers?: {
        [key: string]: string;
      };
      /**
       * @description What happens.
       * @enum {string}
       */
      kind: "network-error" | "timeout" | "status" | "truncate" | "slow" | "garbage";
      /** @description The one request that it meets. Default: all. */
      nth?: number;
      /** @description operationId whose requests it meets. Default: every request. */
      operation?: string;
      /**
       * Format: double
       * @description Share of the requests that it meets. Default: 1.
       */
      rate?: number;
      /** @description Of the kind status: what is answered. */
      status?: number;
    };
    /** @description A webhook or a callback. */
    Message: {
      /** @description What it says. */
      body?: unknown;
      /** @description Headers by name. */
      headers?: {
        [key: string]: string;
      };
      /** @description The webhook's or callback's, or its name where it has none. */
      operationId: string;
      /**
       * Format: uri
       * @description Where a test listens.
       */
      url: string;
    };
    /** @description A mock, and where it is. */
    Mock: {
      /**
       * Format: uri
       * @description Where the API is.
       */
      baseUrl: string;
      /** @description What the calls that control it name it. */
      mock: string;
    };
    /** @description What a mock begins with. What is left out is as the process was told at its start. */
    MockOptions: {
      /** @description Who may ask for a token. */
      accounts?: components["schemas"]["Account"][] | null;
      /** @description Decides which requests a fault's rate meets. */
      seed?: number;
      /** @description Lifetime of an access token. */
      tokenLifetimeSeconds?: number;
    };
    /** @description Why a call was refused. */
    Problem: {
      /** @description Stable, for programs. */
      code: string;
      /** @description For people. */
      message: string;
    };
    /** @description A request that the mock has received, its secrets masked. */
    RecordedRequest: {
      /** @description Parsed by the API's description; a file's bytes as base64. */
      body?: unknown;
      /** @description Where a file's bytes stand in `body`, each as a JSON Pointer. Absent, if there is none. */
      files?: string[];
      /** @description By name in lower case. */
      headers: {
        [key: string]: string;
      };
      /** @description In upper case. */
      method: string;
      /** @description Absent where no operation matched. */
      operationId?: string;
      /** @description By place (path, query, header, cookie) and name, parsed by the API's description. */
      parameters: {
        [key: string]: unknown;
      };
      /** @description Below the base URL. */
      path: string;
      /** @description In words, why the API refused the request; absent if it did not. */
      refusal?: string;
      /** @description Of the answer; 0 for none. */
      status?: number;
    };
    /** @description A reply to an operation's calls. */
    Reply: {
      /**
       * Format: double
       * @description Time until the reply. Default: 0.
       */
      delayMs?: number;
      /** @description Sends it unchecked. Default: false. */
      offSpec?: boolean;
      /** @description Whose calls it answers. */
      operationId: string;
      /** @description The reply. What is left out comes from the API's description. */
      reply: {
        /** @description The body. */
        body?: unknown;
        /**
         * Format: byte
         * @description A body that is a file, in base64, instead of `body`.
         */
        bytes?: string;
        /** @description Name of an example in the API's description, to use as the body. */
        example?: string;
        /** @description Headers by name. */
        headers?: {
          [key: string]: string;
        };
        /** @description The status. */
        status: number;
      };
      /** @description Number of calls that get it. Default: all. */
      times?: number;
    };
    /** @description An access token that the mock has issued. */
    Token: {
      /**
       * Format: double
       * @description Milliseconds since the epoch, by the mock's clock.
       */
      expiresAt: number;
      /**
       * Format: double
       * @description Milliseconds since the epoch, by the mock's clock.
       */
      issuedAt: number;
      /** @description Whether it was revoked. */
      revoked: boolean;
      /** @description The token. */
      token: string;
      /** @description Username of the account it was issued to. */
      username: string;
    };
  };
  responses: {
    /** @description What takes it away again. */
    Added: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["Added"];
      };
    };
    /** @description The mock's own time. */
    Clock: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["Clock"];
      };
    };
    /** @description Why it was not done. */
    Problem: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["Problem"];
      };
    };
  };
  parameters: {
    /** @description Which one, as it was told when it was added. */
    id: string;
    /** @description Which mock; `default` is the one that the command serves. */
    mock: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
/** A mock in another process: the controls of `MockApiControls`, as promises. */
interface RemoteMock<Operations extends object = operations, Sent extends object = sentOperations> {
  /** What the control names it. */
  readonly id: string;
  /** Where the API is: without a slash at the end. */
  readonly baseUrl: string;
  /** The access tokens that it has issued, and ways to end them early. */
  readonly tokens: {
    /** Those since the start or the last reset, oldest first. */
    issued(): Promise<readonly IssuedToken[]>;
    /** Ends one token, which must have been issued. */
    revoke(token: string): Promise<void>;
    /** Ends all tokens as a gateway does that revokes them before they expire. */
    revokeAll(): Promise<void>;
    /** Ends all tokens as if their lifetime were over. */
    expireAll(): Promise<void>;
  };
  /** Its time, which tokens live by: the real one, until it is moved. */
  readonly clock: {
    /** Milliseconds since the epoch. */
    now(): Promise<number>;
    /** Moves it forward. */
    advance(seconds: number): Promise<void>;
  };
  /** Trouble between client and API: broken connections, slow or spoilt answers. */
  readonly faults: {
    /** Returns what removes the fault. */
    add(fault: Fault<OperationId<Operations>>): Promise<() => Promise<void>>;
    /** Removes them all. */
    clear(): Promise<void>;
  };
  /** Returns what takes the reply away again. A reply is no function here: it is sent to the other process. */
  respondWith<Id extends OperationId<Operations>>(operationId: Id, reply: Replies<Operations>[Id], options?: OverrideOptions & {
    readonly offSpec?: false;
  }): Promise<() => Promise<void>>;
  respondWith(operationId: OperationId<Operations>, reply: OffSpecReply, options: OverrideOptions & {
    readonly offSpec: true;
  }): Promise<() => Promise<void>>;
  requests(operationId?: OperationId<Operations>): Promise<readonly RecordedRequest[]>;
  /** The other process sends it: to an address that it can reach. */
  readonly send: MockApiControls<Operations, Sent>["send"];
  reset(): Promise<void>;
}
/** What a mock begins with. What is left out is as its process was told at its start. */
type RemoteMockOptions = components["schemas"]["MockOptions"];
/** The mock that a process serves, and ways to have more of them. */
interface MockServerConnection<Operations extends object = operations, Sent extends object = sentOperations> extends RemoteMock<Operations, Sent> {
  /** Creates a mock that shares nothing with any other, at a base URL of its own. */
  create(options?: RemoteMockOptions): Promise<CreatedMock<Operations, Sent>>;
}
/** A mock that was created, for one worker or one test. */
interface CreatedMock<Operations extends object = operations, Sent extends object = sentOperations> extends RemoteMock<Operations, Sent> {
  /** Ends it, and forgets all of it. */
  drop(): Promise<void>;
}
/**
 * Drives a mock that `m800-mock-server --control` or `serveMockApi({ control: true })` serves, in this process or another.
 * Of a document of your own, its type argument are the `operations` that openapi-typescript makes of it.
 *
 * @param url Address of the control, which the start of the mock prints.
 * @param secret The control's own secret, printed beside it.
 * @throws Error with the control's words if it refuses, as every call does: an unknown operation, a reply that breaks the spec.
 * @example
 * const server = await connectMockServer(process.env.MOCK_CONTROL_URL, process.env.MOCK_CONTROL_SECRET);
 * const mock = await server.create({ tokenLifetimeSeconds: 5 });
 */
export declare function connectMockServer(url: string, secret: string): Promise<MockServerConnection>;
export declare function connectMockServer<Operations extends object>(url: string, secret: string): Promise<MockServerConnection<Operations, Operations>>;
export type { CreatedMock, MockServerConnection, RemoteMock, RemoteMockOptions };