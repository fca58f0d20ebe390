import { TokenUnavailableError } from "../errors.ts";
import type { TokenOwner, TokenStore } from "../token-store.ts";
import { backendChecks, type Check, type TokenStoreConformanceOptions } from "./backend-checks.ts";
import { openWithOwnClocks } from "./open-with-own-clocks.ts";
import { equal, setUp, waitUntil } from "./set-up.ts";

/** One thing that a token store must do. */
export interface TokenStoreCase {
  /** A sentence, fit for a test's title. */
  readonly title: string;
  /** @throws Error saying what the store did instead */
  run(): Promise<void>;
}

/**
 * Lists what every {@link TokenStore} must do, for any test runner in Node. Each case has an owner of its own, and ends
 * within 30 s.
 *
 * @param open Opens the store once more, as another process of the same fleet would: each opened store counts its time from
 * an origin of its own. A store that lives in one process returns itself.
 * @param options What only some stores can be tried with.
 * @example
 * for (const { title, run } of tokenStoreConformance(() => createMyTokenStore({ url }))) test(title, run);
 */
export function tokenStoreConformance(
  open: () => TokenStore | Promise<TokenStore>,
  options: TokenStoreConformanceOptions = {},
): TokenStoreCase[] {
  const casesOf = (checks: Record<string, Check>, areMachines: boolean) =>
    Object.entries(checks).map(([title, check]) => ({
      title,
      async run() {
        const [first, second, third] = await openWithOwnClocks(open, areMachines);
        if (first && second && third) await check([first, second, third]);
      },
    }));
  const ofOneMachine = casesOf({ ...CASES, ...backendChecks(options) }, false);
  return options.isAcrossMachines ? [...ofOneMachine, ...casesOf(MACHINE_CASES, true)] : ofOneMachine;
}

/** Keeps a token for those who come later, who count its life from its request. */
const keeping: Check = async (stores) => {
  const keptMs = 600;
  for (const writer of stores) {
    const { owner, acquire, count } = setUp({ lifetimeMs: 60_000, ageMs: 20_000 });
    const { token } = await writer.obtain(owner, undefined, acquire, "none");
    const until = performance.now() + keptMs;
    await waitUntil(() => performance.now() > until);
    for (const reader of stores) {
      const later = await reader.obtain(owner, undefined, acquire, "none");
      equal(later.token, token, "token");
      const leftMs = later.lifetimeMs - later.ageMs;
      if (!(leftMs > 30_000 && leftMs <= 40_000 - keptMs))
        throw new Error(`A token with ${40_000 - keptMs} ms left was said to have ${leftMs} ms.`);
    }
    equal(count(), 1, "token requests");
  }
};

const MACHINE_CASES: Record<string, Check> = {
  "counts a token's life alike on machines whose clocks tell another time of day": keeping,
};

const CASES: Record<string, Check> = {
  "acquires once for all who ask at the same time": async (stores) => {
    const { owner, acquire, count } = setUp();
    const asked = [...stores, ...stores, ...stores].map((store) => store.obtain(owner, undefined, acquire, "none"));
    const tokens = new Set((await Promise.all(asked)).map(({ token }) => token));
    equal(tokens.size, 1, "tokens");
    equal(count(), 1, "token requests");
  },

  "keeps a token for those who come later, who count its life from its request": keeping,

  "replaces a token that is due, once for all": async (stores) => {
    const { owner, acquire, count } = setUp();
    const { token } = await stores[0].obtain(owner, undefined, acquire, "none");
    const renewed = await Promise.all(stores.map((store) => store.obtain(owner, token, acquire, "due")));
    for (const stored of renewed) equal(stored.token !== token, true, "token replaced");
    equal(count(), 2, "token requests");
  },

  "replaces a token that was rejected, once for all": async (stores) => {
    const { owner, acquire, count } = setUp();
    const { token } = await stores[0].obtain(owner, undefined, acquire, "none");
    const renewed = await Promise.all(stores.map((store) => store.obtain(owner, token, acquire, "rejected")));
    for (const stored of renewed) equal(stored.token !== token, true, "token replaced");
    equal(count(), 2, "token requests");
  },

  "keeps the current token when an older one is rejected late": async ([first, second, third]) => {
    const { owner, acquire, count } = setUp();
    const old = await first.obtain(owner, undefined, acquire, "none");
    const current = await first.obtain(owner, old.token, acquire, "rejected");
    const late = await second.obtain(owner, old.token, acquire, "rejected");
    equal(late.token, current.token, "token");
    equal((await third.obtain(owner, undefined, acquire, "none")).token, current.token, "token");
    equal(count(), 2, "token requests");
  },

  "hands out no dead token": async ([first, second]) => {
    const { owner, acquire, count } = setUp({ lifetimeMs: 300 });
    const diesBy = performance.now() + 500;
    const stored = await first.obtain(owner, undefined, acquire, "none");
    await waitUntil(() => performance.now() > diesBy);
    const next = await second.obtain(owner, undefined, acquire, "none");
    equal(next.token !== stored.token, true, "token replaced");
    equal(count(), 2, "token requests");
  },

  "keeps owners apart, however alike": async (stores) => {
    const { owner } = setUp();
    const { securityToken, username } = owner.credentials;
    const owners: TokenOwner[] = [
      owner,
      { ...owner, baseUrl: "https://other.example" },
      ...[
        { securityToken: `${securityToken}:`, username },
        { securityToken, username: `:${username}` },
        { securityToken, username: "" },
        { securityToken, username, password: username },
        { securityToken, username: username.toUpperCase() },
      ].map((credentials) => ({ ...owner, credentials })),
    ];
    for (const store of stores) {
      for (const [index, each] of owners.entries()) {
        const acquire = async () => ({ token: `token${index}`, lifetimeMs: 60_000, ageMs: 0 });
        equal((await store.obtain(each, undefined, acquire, "none")).token, `token${index}`, "token");
      }
    }
  },

  "passes a failure on, and acquires again soon": async ([first, second]) => {
    const { owner, acquire } = setUp();
    const failure = new TokenUnavailableError("The token endpoint answered 503.", { status: 503 });
    const failed: unknown = await first
      .obtain(owner, undefined, () => Promise.reject(failure), "none")
      .catch((error) => error);
    equal(Object(failed).status, 503, "status of the failure");
    const since = performance.now();
    let token: string | undefined;
    while (!token) {
      token = await second.obtain(owner, undefined, acquire, "none").then(
        (stored) => stored.token,
        () => undefined,
      );
      if (!token && performance.now() - since > 5_000) throw new Error("There was no token for 5 s after a failure.");
      await waitUntil(() => true);
    }
  },
};
