// Generated from openapi/phone-number.yaml by `pnpm generate`. Do not edit.

/** All that this API is sent and answers is JSON, as the client takes it to be. */
export function adaptClient<Client extends object>(client: Client): Client {
  return client;
}
