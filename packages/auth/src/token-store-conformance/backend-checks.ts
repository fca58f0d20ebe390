import { TokenUnavailableError } from "../errors.ts";
import type { TokenStore } from "../token-store.ts";
import { findSecret } from "./find-secret.ts";
import { killHolder } from "./kill-holder.ts";
import { equal, IN_TIME_MS, inTime, setUp, waitUntil } from "./set-up.ts";

export type Stores = readonly [TokenStore, TokenStore, TokenStore];
export type Check = (stores: Stores) => Promise<void>;

/** What the suite needs to try more than processes of one machine. Without one of these, its case is left out. */
export interface TokenStoreConformanceOptions {
  /** A module that Node can import, whose default export opens the store: one process of it is killed. */
  readonly module?: URL | undefined;
  /** Whether processes on several machines share the store, whose clocks disagree on the time of day. */
  readonly isAcrossMachines?: boolean | undefined;
  /** Takes the backend away. What it returns brings it back. */
  readonly takeAway?: (() => Promise<() => unknown>) | undefined;
  /** All that the backend holds, as text: it must tell nothing to who reads it. */
  readonly dump?: (() => Promise<string>) | undefined;
}

/** What needs a hold on the backend, by its title. */
export function backendChecks({ module, takeAway, dump }: TokenStoreConformanceOptions): Record<string, Check> {
  return {
    ...(module && { "goes on when a process is killed that gets a token for all": surviving(module) }),
    ...(takeAway && { "goes on while its backend is away, and shares again when it is back": enduring(takeAway) }),
    ...(dump && { "shows nothing of tokens and credentials to who reads its backend": hiding(dump) }),
  };
}

/** The killed one's token never comes. */
function surviving(module: URL): Check {
  return async (stores) => {
    const { owner, acquire, count } = setUp();
    await killHolder(module, owner);
    const asked = stores.map((store) => inTime(store.obtain(owner, undefined, acquire, "none")));
    const tokens = new Set((await Promise.all(asked)).map(({ token }) => token));
    equal(tokens.size, 1, "tokens");
    equal(count(), 1, "token requests");
  };
}

function enduring(takeAway: () => Promise<() => unknown>): Check {
  return async (stores) => {
    const { owner, acquire } = setUp();
    /** Asks for another token than the one that a process holds, which the API is said to have rejected. */
    const replace = async (store: TokenStore, held: string | undefined) =>
      (await inTime(store.obtain(owner, held, acquire, held ? "rejected" : "none"))).token;
    let held: (string | undefined)[] = await Promise.all(stores.map((store) => replace(store, undefined)));
    equal(new Set(held).size, 1, "tokens before");
    const bringBack = await takeAway();
    try {
      held = await Promise.all(stores.map((store, index) => replace(store, held[index])));
    } finally {
      await bringBack();
    }
    const deadline = performance.now() + IN_TIME_MS;
    while (new Set(held).size > 1) {
      if (performance.now() > deadline) throw new Error("The backend is back, and no token is shared again.");
      await waitUntil(() => true);
      // One after the other, and none that is the fleet's: who rejects that would always be ahead of the others.
      for (const [index, store] of stores.entries()) {
        if (index === 0 || held[index] !== held[0]) held[index] = await replace(store, held[index]);
      }
    }
  };
}

function hiding(dump: () => Promise<string>): Check {
  return async ([first, second]) => {
    const { owner, acquire } = setUp();
    const { securityToken, username, password = "" } = owner.credentials;
    let dumps = "";
    const { token } = await first.obtain(
      owner,
      undefined,
      async () => {
        dumps += await dump();
        return acquire();
      },
      "none",
    );
    dumps += await dump();
    const failure = new TokenUnavailableError(`${securityToken} was not taken.`, { status: 503 });
    await second.obtain(owner, token, () => Promise.reject(failure), "due").catch(() => {});
    dumps += await dump();
    const secrets = { token, securityToken, username, password };
    for (const [name, secret] of Object.entries(secrets)) {
      if (findSecret(dumps, [secret])) throw new Error(`The backend shows the ${name}.`);
    }
  };
}
