import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createMemoryTokenStore } from "./create-memory-token-store.ts";
import { identityOf } from "./identity-of.ts";
import type { StoredToken, TokenOwner, TokenStore } from "./token-store.ts";
import { type TokenStoreConformanceOptions, tokenStoreConformance } from "./token-store-conformance.ts";

const memory = createMemoryTokenStore();
for (const { title, run } of tokenStoreConformance(() => memory, { isAcrossMachines: true }))
  test(`the memory store ${title}`, run);

const folder = mkdtempSync(join(tmpdir(), "m800-stores-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A token as a file store keeps it. */
interface Kept {
  readonly stored: StoredToken;
  /** By the wall clock, which one machine's processes share. */
  readonly since: number;
  /** By the clock of the process that wrote it. */
  readonly uptime: number;
}

let files = 0;

/** Opens a store in files of its own, which are right but for how a token's age is told, and who holds the lock. */
function fileStore(
  ageOf: (kept: Kept) => number,
  nameOf: (owner: TokenOwner) => string | Promise<string> = identityOf,
) {
  const prefix = join(folder, `${++files}-`);
  const read = (file: string): Kept | undefined => {
    try {
      return JSON.parse(readFileSync(file, "utf8"));
    } catch {
      return undefined;
    }
  };
  const flights = new Map<string, Promise<StoredToken>>();
  const open = (): TokenStore => ({
    async obtain(owner, replaces, acquire) {
      const file = prefix + (await nameOf(owner)).replaceAll("/", "");
      const kept = read(file);
      const stored = kept && { ...kept.stored, ageMs: ageOf(kept) };
      if (stored && stored.token !== replaces && stored.ageMs < stored.lifetimeMs) return stored;
      // Within one process: what is between processes is another case's.
      const flight =
        flights.get(file) ??
        acquire().finally(() => {
          flights.delete(file);
        });
      flights.set(file, flight);
      const fresh = await flight;
      writeFileSync(file, JSON.stringify({ stored: fresh, since: Date.now(), uptime: performance.now() }));
      return fresh;
    },
  });
  return open;
}

const COUNTS_ITS_LIFE = "keeps a token for those who come later, who count its life from its request";

test("a file store that adds to a token's age the time for which it was kept passes", async () => {
  const open = fileStore(({ stored, since }) => stored.ageMs + Date.now() - since);
  expect(await brokenBy(open)).toEqual([]);
});

test.each([
  { given: "reads it", ageOf: ({ stored, since }: Kept) => stored.ageMs + Date.now() - since },
  {
    given: "asks for a date",
    ageOf: ({ stored, since }: Kept) => stored.ageMs + Date.parse(new Date().toISOString()) - since,
  },
  {
    given: "puts it together",
    ageOf: ({ stored, since }: Kept) => stored.ageMs + performance.timeOrigin + performance.now() - since,
  },
])("sees that a store that $given by the time of day is for one machine", async ({ ageOf }) => {
  const title = "counts a token's life alike on machines whose clocks tell another time of day";
  expect(await brokenBy(fileStore(ageOf), { isAcrossMachines: true })).toEqual([title]);
});

test.each([
  { given: "hands out what it was handed, as it was", ageOf: ({ stored }: Kept) => stored.ageMs },
  {
    given: "judges a token by the clock of the process that wrote it",
    ageOf: ({ stored, uptime }: Kept) => stored.ageMs + performance.now() - uptime,
  },
  {
    given: "judges a token by that clock, and by what it calls the start of its time",
    ageOf: ({ stored, uptime, since }: Kept) =>
      stored.ageMs + (performance.timeOrigin + performance.now() - since) + uptime,
  },
  { given: "counts a token's life from when it is read", ageOf: () => 0 },
  { given: "counts a token's life from when it was written", ageOf: ({ since }: Kept) => Date.now() - since },
])("sees that a file store is wrong that $given", async ({ ageOf }) => {
  expect(await brokenBy(fileStore(ageOf), {}, COUNTS_ITS_LIFE)).toEqual([COUNTS_ITS_LIFE]);
});

/** Stores that are wrong, and what they do not do. */
const WRONG: Record<string, { readonly open: () => TokenStore; readonly breaks: string }> = {
  "keeps nothing": {
    open: () => ({ obtain: (_owner, _replaces, acquire) => acquire() }),
    breaks: "acquires once for all who ask at the same time",
  },
  "keeps tokens for ever": { open: keepingBy(false), breaks: "hands out no dead token" },
  "keeps one token for all owners": { open: keepingBy(true), breaks: "keeps owners apart, however alike" },
};

function keepingBy(isReplacing: boolean): () => TokenStore {
  let kept: Promise<StoredToken> | undefined;
  const obtain: TokenStore["obtain"] = async (_owner, replaces, acquire) => {
    const stored = await kept;
    if (stored && !(isReplacing && stored.token === replaces)) return stored;
    kept = acquire();
    return kept;
  };
  return () => ({ obtain });
}

test.each(Object.entries(WRONG))("sees that a store is wrong that %s", async (_name, { open, breaks }) => {
  expect(await brokenBy(open, {}, breaks)).toEqual([breaks]);
});

test("sees that a store is wrong that waits for its backend for ever, or never shares again", async () => {
  let isAway = false;
  const takeAway = async () => {
    isAway = true;
    return () => {
      isAway = false;
    };
  };
  const right = fileStore(({ stored, since }) => stored.ageMs + Date.now() - since);
  const alone = (): TokenStore => {
    const store = right();
    let hadTrouble = false;
    return {
      obtain: (owner, replaces, acquire, reason) => {
        hadTrouble ||= isAway;
        return hadTrouble ? acquire() : store.obtain(owner, replaces, acquire, reason);
      },
    };
  };
  const failing = (): TokenStore => {
    const store = right();
    return { obtain: (...wish) => (isAway ? Promise.reject(new Error("away")) : store.obtain(...wish)) };
  };
  const enduring = "goes on while its backend is away, and shares again when it is back";
  expect(await brokenBy(failing, { takeAway }, enduring)).toEqual([enduring]);
  expect(await brokenBy(alone, { takeAway }, enduring)).toEqual([enduring]);
});

test.each([
  { secret: "token", show: ({ token }: StoredToken) => token },
  { secret: "token, in base64", show: ({ token }: StoredToken) => Buffer.from(`x ${token}`).toString("base64") },
  { secret: "token, in base64 for URLs", show: ({ token }: StoredToken) => Buffer.from(token).toString("base64url") },
  { secret: "token, in hex", show: ({ token }: StoredToken) => Buffer.from(token).toString("hex").toUpperCase() },
  { secret: "security token", show: (_stored: StoredToken, owner: TokenOwner) => owner.credentials.securityToken },
  { secret: "username", show: (_stored: StoredToken, owner: TokenOwner) => owner.credentials.username },
  {
    secret: "password, encoded for a URL",
    show: (_stored: StoredToken, { credentials }: TokenOwner) =>
      Array.from(Buffer.from(credentials.password ?? ""), (byte) => `%${byte.toString(16)}`).join(""),
  },
])("sees that a store is wrong that shows the $secret", async ({ show }) => {
  const hiding = "shows nothing of tokens and credentials to who reads its backend";
  const seen: string[] = [];
  const open = (): TokenStore => ({
    async obtain(owner, _replaces, acquire) {
      const stored = await acquire();
      seen.push(show(stored, owner));
      return stored;
    },
  });
  expect(await brokenBy(open, { dump: async () => seen.join("\n") }, hiding)).toEqual([hiding]);
  expect(await brokenBy(open, { dump: async () => "nothing" }, hiding)).toEqual([]);
});

/** The titles of those cases that the store does not pass. */
async function brokenBy(
  open: () => TokenStore,
  options: TokenStoreConformanceOptions = {},
  only?: string,
): Promise<string[]> {
  const broken: string[] = [];
  for (const { title, run } of tokenStoreConformance(open, options)) {
    if (only === undefined || title === only) await run().catch(() => broken.push(title));
  }
  return broken;
}
