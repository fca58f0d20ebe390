import type { Parameters } from "./parameters.ts";

/** What an engine does beyond its API description. */
export interface Behaviour {
  /** Judges the credentials of an HTTP authentication scheme, by the scheme's name in lower case. */
  readonly authenticators: ReadonlyMap<string, (credentials: string) => Authentication>;
  /** Replaces an operation's example by a body of its own, by operationId; undefined leaves the example. */
  readonly operations: ReadonlyMap<string, (call: AuthenticatedCall) => Outcome | undefined | Promise<Outcome>>;
}

/** All credentials of the right form hold, and the description has all answers. */
export const noBehaviour: Behaviour = { authenticators: new Map(), operations: new Map() };

export type Authentication = { readonly credentials: string } | { readonly refusal: string };

export interface AuthenticatedCall {
  /** By place and name, which fit their schemas. */
  readonly parameters: Readonly<Partial<Parameters>>;
  /** The request body, which fits its schema. */
  readonly body: unknown;
  /** What an authenticator accepted; undefined where the operation asks for none. */
  readonly credentials: string | undefined;
}

/** What comes of a call: undefined for a body is none. A refusal is told with a status. Default: 401. */
export type Outcome = { readonly body: unknown } | { readonly refusal: string; readonly status?: number };
