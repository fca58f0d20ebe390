import type { ClientOptions } from "openapi-fetch";
import { createUncheckedClient } from "./create-unchecked-client.ts";
import type { ApiClient } from "./generated/media-types.gen.ts";
import type { paths } from "./generated/schema.gen.ts";

/** Options of {@link createRawClient}: those of openapi-fetch, with `baseUrl` required. */
export interface RawClientOptions extends ClientOptions {
  /** Address of the API gateway. M800 does not publish it: it is in the welcome e-mail. */
  readonly baseUrl: string;
}

/** An openapi-fetch client, typed by the API's paths or by yours: so is `ReturnType<typeof createRawClient>`. */
export type RawClient<Paths extends object = paths> = ApiClient<object extends Paths ? paths : Paths>;

/**
 * Creates a client that types the API and nothing else: no authentication, no state.
 *
 * Without a `fetch` of its own it looks `globalThis.fetch` up at each call, so that interception installed later works.
 *
 * @typeParam Paths If your gateway differs from the API's description: its paths, as openapi-typescript writes them.
 * @throws TypeError if `baseUrl` is missing or no absolute http(s) URL.
 * @example
 * const client = createRawClient({ baseUrl, headers: { Authorization: `Bearer ${accessToken}` } });
 * const { data, error } = await client.GET("/countries");
 */
export function createRawClient<Paths extends object = paths>(options: RawClientOptions): RawClient<Paths>;
export function createRawClient(options: RawClientOptions): RawClient {
  assertBaseUrl(options.baseUrl);
  const fetch = options.fetch ?? ((...call: Parameters<typeof globalThis.fetch>) => globalThis.fetch(...call));
  return createUncheckedClient({ ...options, fetch });
}

function assertBaseUrl(baseUrl: unknown): void {
  const hint = "Pass the API gateway's address, which is in M800's welcome e-mail.";
  if (typeof baseUrl !== "string" || baseUrl === "") throw new TypeError(`baseUrl is missing. ${hint}`);
  // Not left to URL alone, since React Native's takes anything.
  if (!/^https?:\/\/[^\s/?#]/i.test(baseUrl) || !isUrl(baseUrl)) {
    throw new TypeError(`baseUrl must be an absolute http(s) URL, not "${baseUrl}". ${hint}`);
  }
}

/** `URL.canParse`, which older engines do not have. */
function isUrl(text: string): boolean {
  try {
    return Boolean(new URL(text));
  } catch {
    return false;
  }
}
