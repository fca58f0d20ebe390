import { f as operations, i as AnyOperations, p as sentOperations, r as MockApiOptions, t as MockApiControls, x as defaultAccount } from "./mock-engine-BUag6u3d.js";
import { t as MockSpec } from "./api-description-UnSNMOj0.js";
/** A request over HTTP, and what came of it. */
interface Exchange {
  /** In upper case. */
  readonly method: string;
  /** With its query, secrets masked. */
  readonly path: string;
  /** 0 for a connection that was broken or left without an answer. */
  readonly status: number;
  /** In words, why the request was refused; undefined if it was not. */
  readonly refusal: string | undefined;
  /** From the request's arrival to the reply. */
  readonly durationMs: number;
}
interface ServeOptions extends Omit<MockApiOptions, "baseUrl" | "tokenEndpoint"> {
  /** Default: 0, any free port. */
  readonly port?: number;
  /** Address to listen on. Default: 127.0.0.1. */
  readonly host?: string;
  /** Allows a `host` that other machines can reach. Default: false. */
  readonly allowRemote?: boolean;
  /** Called before each reply is sent, also those to requests that never got as far as the API. */
  readonly onReply?: (exchange: Exchange) => void;
  /** Origins whose pages may call and read the API, `http://localhost:5173` for example. Default: none. */
  readonly allowedOrigins?: readonly string[];
  /** Lets other processes drive the mock, at a port of its own. Default: false. */
  readonly control?: boolean | ControlOptions;
}
interface ControlOptions {
  /** Default: 0, any free port. */
  readonly port?: number;
  /** What its callers have to know, at least 16 characters. Default: one made for this run. */
  readonly secret?: string | undefined;
}
/** Where other processes drive a mock: for `connectMockServer`, and for clients of its description. */
interface ControlAddress {
  readonly url: string;
  readonly secret: string;
}
/** A mock API that listens for HTTP. */
interface ServedMockApi<Operations extends object = operations, Sent extends object = sentOperations> extends MockApiControls<Operations, Sent> {
  /** Where it listens: without a slash at the end. */
  readonly baseUrl: string;
  /** Undefined, unless it was asked for. */
  readonly control: ControlAddress | undefined;
  /** Serves another document from now on, at the same address; all begins anew. */
  reload(spec: MockSpec): void;
  /** Ends all connections and stops listening. */
  close(): Promise<void>;
}
/**
 * Serves the mock API over HTTP/1.1, for clients in other processes and in other languages.
 *
 * @throws TypeError if an option is invalid; the system's error, with its `code`, if the port is taken.
 */
export declare function serveMockApi<Operations extends object = AnyOperations>(options: ServeOptions & {
  readonly spec: MockSpec;
}): Promise<ServedMockApi<Operations, Operations>>;
export declare function serveMockApi(options?: ServeOptions): Promise<ServedMockApi>;
export { type ControlAddress, type ControlOptions, type Exchange, type ServeOptions, type ServedMockApi, defaultAccount };