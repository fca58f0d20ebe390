// Generated from openapi/phone-number.yaml by `pnpm generate`. Do not edit.
import type { Client } from "openapi-fetch";
import type { paths } from "./schema.gen.ts";

/** A client typed by the API's paths. */
export type ApiClient<Paths extends object = paths> = Client<Paths>;

/** All that this API is sent and answers is JSON, as the client takes it to be. */
export function adaptClient<Paths extends object>(client: Client<Paths>): ApiClient<Paths> {
  return client;
}
