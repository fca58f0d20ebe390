import { DatabaseSync } from "node:sqlite";
import type { TokenStore } from "@m800/phone-number-auth";
import { createSharedTokenStore, LOCK_MS, type TokenStoreEvent } from "@m800/phone-number-auth/shared-token-store";

const SCHEMA = `
PRAGMA journal_mode = WAL;
CREATE TABLE IF NOT EXISTS m800_token (
  name TEXT PRIMARY KEY,
  token TEXT NOT NULL DEFAULT '', token_ends INTEGER NOT NULL DEFAULT 0,
  lock TEXT NOT NULL DEFAULT '', lock_ends INTEGER NOT NULL DEFAULT 0
) STRICT;`;
const IS_MINE = "WHERE name = :name AND lock = :lock AND lock_ends > :now";

/** Shares tokens between the processes of one machine, which have one clock, in a file on its own disk. */
export function createSqliteTokenStore(file: string, onEvent?: (event: TokenStoreEvent) => void): TokenStore {
  // A statement blocks the process while it waits for another's: not for long.
  const database = new DatabaseSync(file, { timeout: 200 });
  database.exec(SCHEMA);
  const read = database.prepare("SELECT * FROM m800_token WHERE name = ?");
  const drop = database.prepare("UPDATE m800_token SET token = '' WHERE name = :name AND token = :seen");
  const claim = database.prepare(`
    INSERT INTO m800_token (name, lock, lock_ends) VALUES (:name, :lock, :until)
    ON CONFLICT (name) DO UPDATE SET lock = :lock, lock_ends = :until
    WHERE iif(token_ends > :now, token, '') = :token AND (lock_ends <= :now OR lock = :broken)`);
  const renew = database.prepare(`UPDATE m800_token SET lock_ends = :until ${IS_MINE}`);
  const write = database.prepare(
    `UPDATE m800_token SET token = :value, token_ends = :until, lock = '', lock_ends = 0 ${IS_MINE}`,
  );
  const fail = database.prepare(`UPDATE m800_token SET lock = :failure, lock_ends = :until ${IS_MINE}`);
  const cell = (text: unknown, ends: unknown) => {
    const leftMs = Number(ends) - Date.now();
    return leftMs > 0 ? { text: String(text), version: String(text), leftMs } : { text: "", version: "", leftMs };
  };

  return createSharedTokenStore({
    onEvent,
    connect: (name) => ({
      async read() {
        const row = read.get(name) ?? {};
        return {
          token: cell(row.token, row.token_ends ?? 0),
          lock: cell(row.lock, row.lock_ends ?? 0),
          nowMs: Date.now(),
        };
      },
      async claim(seen, lock, { isDropped, isBroken }) {
        if (isDropped) drop.run({ name, seen: seen.token.text });
        const token = isDropped ? "" : seen.token.text;
        const times = { now: Date.now(), until: Date.now() + LOCK_MS };
        return claim.run({ name, lock, token, broken: isBroken ? seen.lock.text : lock, ...times }).changes === 1;
      },
      renew: async (lock) => renew.run({ name, lock, now: Date.now(), until: Date.now() + LOCK_MS }).changes === 1,
      write: async (lock, value, until) => write.run({ name, lock, value, now: Date.now(), until }).changes === 1,
      fail: async (lock, failure, pauseMs) =>
        fail.run({ name, lock, failure, now: Date.now(), until: Date.now() + pauseMs }).changes === 1,
    }),
  });
}
