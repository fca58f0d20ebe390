import { expect, test } from "vitest";
import { createMemoryTokenStore } from "./create-memory-token-store.ts";
import type { TokenStore } from "./token-store.ts";
import { tokenStoreConformance } from "./token-store-conformance.ts";

const memory = createMemoryTokenStore();
for (const { title, run } of tokenStoreConformance(() => memory)) test(`the memory store ${title}`, run);

/** Stores that are wrong, and what they do not do. */
const WRONG: Record<string, { readonly open: () => TokenStore; readonly breaks: RegExp }> = {
  "keeps nothing": {
    open: () => ({ obtain: (_owner, _replaces, acquire) => acquire() }),
    breaks: /acquires once for all/,
  },
  "keeps tokens for ever": { open: keepingBy(() => "one", false), breaks: /dead token/ },
  "keeps one token for all owners": { open: keepingBy(() => "one", true), breaks: /owners apart/ },
};

function keepingBy(keyOf: () => string, isReplacing: boolean): () => TokenStore {
  const kept = new Map<string, ReturnType<Parameters<TokenStore["obtain"]>[2]>>();
  const obtain: TokenStore["obtain"] = async (_owner, replaces, acquire) => {
    const key = keyOf();
    const stored = await kept.get(key);
    if (stored && !(isReplacing && stored.token === replaces)) return stored;
    const next = acquire();
    kept.set(key, next);
    return next;
  };
  return () => ({ obtain });
}

test.each(Object.entries(WRONG))("sees that a store is wrong that %s", async (_name, { open, breaks }) => {
  const broken: string[] = [];
  for (const { title, run } of tokenStoreConformance(open)) await run().catch(() => broken.push(title));
  expect(broken.join("\n")).toMatch(breaks);
});
