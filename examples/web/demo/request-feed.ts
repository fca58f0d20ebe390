import type { MockApiOptions } from "@m800/phone-number-mock-server";

type Request = Parameters<NonNullable<MockApiOptions["onRequest"]>>[0];

/** What the mock API has been asked, newest first, as a store that React can subscribe to. */
export function createRequestFeed() {
  let requests: readonly Request[] = [];
  const listeners = new Set<() => void>();
  return {
    add(request: Request) {
      requests = [request, ...requests].slice(0, 50);
      for (const listener of listeners) listener();
    },
    read: () => requests,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export type RequestFeed = ReturnType<typeof createRequestFeed>;
