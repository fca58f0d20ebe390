import { type Cell, LOCK_MS, type SharedToken } from "@m800/phone-number-auth/shared-token-store";
import type { Evaluator } from "./evaluator.ts";

/** Where a token could be, an empty string or another type is as good as nothing: SET replaces it. A lock of one is there. */
const GET = `
local function get(key, other)
  local value = redis.pcall("GET", key)
  if type(value) == "string" and value ~= "" then return value end
  if type(value) == "table" and not string.find(value.err, "WRONGTYPE", 1, true) then redis.call("GET", key) end
  return value and other or ""
end
local token = get(KEYS[1], "")
local lock = get(KEYS[2], "no text")
local time = redis.call("TIME")
local now = time[1] * 1000 + math.floor(time[2] / 1000)`;

const READ = `${GET}
return {
  token, redis.sha1hex(token), redis.call("PTTL", KEYS[1]),
  lock, redis.sha1hex(lock), redis.call("PTTL", KEYS[2]),
  now
}`;

/** It may be run twice, if the reply to the first time is lost. Long after it was sent nobody would be there to free the lock. */
const CLAIM = `${GET}
if lock == ARGV[1] then return 1 end
if now > tonumber(ARGV[3]) or redis.sha1hex(token) ~= ARGV[4] then return 0 end
if ARGV[5] == "drop" then redis.call("DEL", KEYS[1]) end
if ARGV[6] == "break" and redis.sha1hex(lock) == ARGV[7] then redis.call("DEL", KEYS[2]) end
if redis.call("SET", KEYS[2], ARGV[1], "NX", "PX", ARGV[2]) then return 1 end
return 0`;

const MINE = `
if redis.pcall("GET", KEYS[2]) ~= ARGV[1] then return 0 end`;

const RENEW = `${MINE}
return redis.call("PEXPIRE", KEYS[2], ARGV[2])`;

const WRITE = `${MINE}
redis.call("SET", KEYS[1], ARGV[2])
redis.call("PEXPIREAT", KEYS[1], ARGV[3])
redis.call("DEL", KEYS[2])
return 1`;

const FAIL = `${MINE}
redis.call("SET", KEYS[2], ARGV[2], "PX", ARGV[3])
return 1`;

/**
 * Each step is one script, which Redis runs with nothing in between.
 *
 * @param key The token's; the lock's is beside it, in the same slot of a cluster.
 * @param timeoutMs How long a command's sender waits for it.
 */
export function createSharedToken(evaluate: Evaluator["evaluate"], key: string, timeoutMs: number): SharedToken {
  const keys = [key, `${key}:lock`];
  const isDone = async (script: string, ...values: (string | number)[]) =>
    Number(await evaluate(script, keys, values.map(String))) === 1;

  return {
    async read() {
      const reply = await evaluate(READ, keys, []);
      const values: unknown[] = Array.isArray(reply) ? reply : [];
      const cell = (text: unknown, version: unknown, leftMs: unknown): Cell => ({
        text: String(text),
        version: String(version),
        leftMs: Number(leftMs),
      });
      return {
        token: cell(values[0], values[1], values[2]),
        lock: cell(values[3], values[4], values[5]),
        nowMs: Number(values[6]),
      };
    },
    claim: ({ token, lock: seen, nowMs }, lock, { isDropped, isBroken }) =>
      isDone(
        CLAIM,
        ...[lock, LOCK_MS, nowMs + timeoutMs, token.version],
        ...[isDropped ? "drop" : "keep", isBroken ? "break" : "respect", seen.version],
      ),
    renew: (lock) => isDone(RENEW, lock, LOCK_MS),
    write: (lock, value, expiresAtMs) => isDone(WRITE, lock, value, expiresAtMs),
    fail: (lock, failure, pauseMs) => isDone(FAIL, lock, failure, pauseMs),
  };
}
