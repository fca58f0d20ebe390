import { QueryClient } from "@tanstack/react-query";

/** The cache of what the API said. */
export function createQueries(): QueryClient {
  // The client tries again by itself, and waits as long as `Retry-After` says: a second layer of retries would only add up.
  return new QueryClient({ defaultOptions: { queries: { retry: false } } });
}
