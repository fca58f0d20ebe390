/** A request as the transports hand it to the engine. */
export interface EngineRequest {
  /** In upper case. */
  readonly method: string;
  /** Path below the API's base URL, starting with a slash. */
  readonly pathname: string;
  /** Query string with its question mark, or empty. */
  readonly search: string;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readBytes(): Promise<Uint8Array>;
}

/** A reply as the engine hands it to the transports. */
export interface EngineReply {
  /** 0 if there is no answer at all. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** In words, why the request is refused, if it is. */
  readonly refusal?: string;
  /** No operation matches the request: a slip, most likely. */
  readonly isUnknown?: boolean;
  /** Before it ends, nothing is to be sent. */
  readonly heldUntil?: Promise<void>;
  /** How it is lost on its way: the connection breaks before it, or in the middle of its body. */
  readonly lost?: "network-error" | "truncate";
}

/** Why a request is not served: becomes the reply that the operation declares for this status. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A reply as a test writes it. What is left out comes from the spec's example. */
export interface ReplyInit {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
  /** Name of an example in the spec, to use as the body. */
  readonly example?: string;
}
