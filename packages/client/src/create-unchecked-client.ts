import createClient, { type ClientOptions } from "openapi-fetch";
import { type ApiClient, adaptClient } from "./generated/media-types.gen.ts";
import type { paths } from "./generated/schema.gen.ts";
import { warnOfOtherSpec } from "./warn-of-other-spec.ts";

export interface UncheckedClientOptions extends ClientOptions {
  readonly fetch: (request: Request) => Promise<Response>;
}

/** Does as `createRawClient`, but believes that `baseUrl` is one: for a library that has checked it itself. */
export function createUncheckedClient<Paths extends object = paths>(options: UncheckedClientOptions): ApiClient<Paths> {
  return adaptClient(createClient<Paths>({ ...options, fetch: warnOfOtherSpec(options.fetch) }));
}
