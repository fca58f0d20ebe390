import { TokenUnavailableError } from "../errors.ts";
import type { TokenStore } from "../token-store.ts";
import { findSecret } from "./find-secret.ts";
import { killHolder } from "./kill-holder.ts";
import { equal, IN_TIME_MS, inTime, setUp, waitUntil } from "./set-up.ts";

export type Stores = readonly [TokenStore, TokenStore, TokenStore];
export type Check = (stores: Stores) => Promise<void>;

/** What the suite needs to try more than calls of one process. Without one of these, its case is left out. */
export interface TokenStoreConformanceOptions {
  /** A module that Node can import, whose default export opens the store: one process of it is killed. */
  readonly module?: URL | undefined;
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
    const ask = (held: (string | undefined)[]) =>
      Promise.all(
        stores.map(async (store, index) => {
          const reason = held[index] ? "rejected" : "none";
          return (await inTime(store.obtain(owner, held[index], acquire, reason))).token;
        }),
      );
    let held = await ask([]);
    equal(new Set(held).size, 1, "tokens before");
    const bringBack = await takeAway();
    try {
      held = await ask(held);
    } finally {
      await bringBack();
    }
    const deadline = performance.now() + IN_TIME_MS;
    do {
      held = await ask(held);
      if (performance.now() > deadline) throw new Error("The backend is back, and no token is shared again.");
      await waitUntil(() => true);
    } while (new Set(held).size > 1);
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
