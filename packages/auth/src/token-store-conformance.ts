import type { StoredToken, TokenOwner, TokenStore } from "./token-store.ts";

/** One thing that a token store must do. */
export interface TokenStoreCase {
  /** A sentence, fit for a test's title. */
  readonly title: string;
  /** @throws Error saying what the store did instead */
  run(): Promise<void>;
}

/**
 * Lists what every {@link TokenStore} must do, for any test runner. Each case has an owner of its own, and ends within 15 s.
 *
 * @param open Opens the store once more, as another process of the same fleet would. A store that lives in one process
 * returns itself.
 * @example
 * for (const { title, run } of tokenStoreConformance(() => createMyTokenStore({ url }))) test(title, run);
 */
export function tokenStoreConformance(open: () => TokenStore | Promise<TokenStore>): TokenStoreCase[] {
  return Object.entries(CASES).map(([title, check]) => ({
    title,
    async run() {
      await check(await Promise.all([open(), open(), open()]));
    },
  }));
}

type Stores = readonly [TokenStore, TokenStore, TokenStore];

const CASES: Record<string, (stores: Stores) => Promise<void>> = {
  "acquires once for all who ask at the same time": async (stores) => {
    const { owner, acquire, count } = setUp();
    const asked = [...stores, ...stores, ...stores].map((store) => store.obtain(owner, undefined, acquire, "none"));
    const tokens = new Set((await Promise.all(asked)).map(({ token }) => token));
    equal(tokens.size, 1, "tokens");
    equal(count(), 1, "token requests");
  },

  "keeps a token for those who come later, who count its life from its request": async ([first, second]) => {
    const { owner, acquire, count } = setUp({ lifetimeMs: 60_000, ageMs: 20_000 });
    const { token } = await first.obtain(owner, undefined, acquire, "none");
    const later = await second.obtain(owner, undefined, acquire, "none");
    equal(later.token, token, "token");
    equal(count(), 1, "token requests");
    const leftMs = later.lifetimeMs - later.ageMs;
    if (!(leftMs > 30_000 && leftMs <= 40_000))
      throw new Error(`A token with 40 s left was said to have ${leftMs} ms.`);
  },

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
    await until(() => performance.now() > diesBy);
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
    const failed = await first
      .obtain(owner, undefined, () => Promise.reject(new Error("no token")), "none")
      .then(() => "a token", String);
    equal(failed === "a token", false, "token after a failure");
    const since = performance.now();
    let token: string | undefined;
    while (!token) {
      token = await second.obtain(owner, undefined, acquire, "none").then(
        (stored) => stored.token,
        () => undefined,
      );
      if (!token && performance.now() - since > 5_000) throw new Error("There was no token for 5 s after a failure.");
      await until(() => true);
    }
  },
};

/** An owner that no other case has, and what acquires tokens for it. */
function setUp({ lifetimeMs = 60_000, ageMs = 0 } = {}) {
  const name = `${Date.now()}-${Math.random()}`;
  const owner: TokenOwner = {
    baseUrl: "https://api.example",
    credentials: { securityToken: `secret of ${name}`, username: `user-${name}` },
  };
  let acquired = 0;
  async function acquire(): Promise<StoredToken> {
    acquired++;
    const token = `token${acquired}`;
    // So that others come while this is under way.
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { token, lifetimeMs, ageMs };
  }
  return { owner, acquire, count: () => acquired };
}

async function until(isTrue: () => boolean): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve, 20));
  while (!isTrue());
}

function equal<T>(got: T, want: T, what: string): void {
  if (got !== want) throw new Error(`${what}: ${got}, but ${want} was expected.`);
}
