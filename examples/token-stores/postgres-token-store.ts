import type { TokenStore } from "@m800/phone-number-auth";
import { createSharedTokenStore, LOCK_MS, type TokenStoreEvent } from "@m800/phone-number-auth/shared-token-store";
import type { Pool } from "pg";

/** For a migration of yours. */
export const POSTGRES_SCHEMA = `
CREATE TABLE m800_token (
  name text PRIMARY KEY,
  token text NOT NULL DEFAULT '', token_ends float8 NOT NULL DEFAULT 0,
  lock text NOT NULL DEFAULT '', lock_ends float8 NOT NULL DEFAULT 0
)`;

/** In milliseconds, by the server's clock: processes' clocks disagree. */
const NOW = "(extract(epoch FROM clock_timestamp()) * 1000)::float8";
const READ = `
SELECT now, token, token_ends - now AS token_left, lock, lock_ends - now AS lock_left
FROM (SELECT ${NOW} AS now) AS clock LEFT JOIN m800_token ON name = $1`;
const DROP = "UPDATE m800_token SET token = '' WHERE name = $1 AND token = $2";
const CLAIM = `
INSERT INTO m800_token AS old (name, lock, lock_ends) VALUES ($1, $2, ${NOW} + ${LOCK_MS})
ON CONFLICT (name) DO UPDATE SET lock = excluded.lock, lock_ends = excluded.lock_ends
WHERE CASE WHEN old.token_ends > ${NOW} THEN old.token ELSE '' END = $3 AND (old.lock_ends <= ${NOW} OR old.lock = $4)`;
const IS_MINE = `WHERE name = $1 AND lock = $2 AND lock_ends > ${NOW}`;
const RENEW = `UPDATE m800_token SET lock_ends = ${NOW} + ${LOCK_MS} ${IS_MINE}`;
const WRITE = `UPDATE m800_token SET token = $3, token_ends = $4, lock = '', lock_ends = 0 ${IS_MINE}`;
const FAIL = `UPDATE m800_token SET lock = $3, lock_ends = ${NOW} + $4 ${IS_MINE}`;

/**
 * Shares tokens between all processes that use a database.
 *
 * @param pool With a `connectionTimeoutMillis` and a `query_timeout` of a second or so: a call waits for both.
 */
export function createPostgresTokenStore(pool: Pool, onEvent?: (event: TokenStoreEvent) => void): TokenStore {
  const isDone = async (statement: string, ...values: unknown[]) =>
    (await pool.query(statement, values)).rowCount === 1;
  const cell = (text: string, leftMs: number) =>
    leftMs > 0 ? { text, version: text, leftMs } : { text: "", version: "", leftMs };

  return createSharedTokenStore({
    onEvent,
    connect: (name) => ({
      async read() {
        const { now, token, token_left, lock, lock_left } = (await pool.query(READ, [name])).rows[0];
        return { token: cell(token, token_left), lock: cell(lock, lock_left), nowMs: now };
      },
      async claim(seen, lock, { isDropped, isBroken }) {
        if (isDropped) await pool.query(DROP, [name, seen.token.text]);
        return isDone(CLAIM, name, lock, isDropped ? "" : seen.token.text, isBroken ? seen.lock.text : lock);
      },
      renew: (lock) => isDone(RENEW, name, lock),
      write: (lock, value, expiresAtMs) => isDone(WRITE, name, lock, value, expiresAtMs),
      fail: (lock, failure, pauseMs) => isDone(FAIL, name, lock, failure, pauseMs),
    }),
  });
}
