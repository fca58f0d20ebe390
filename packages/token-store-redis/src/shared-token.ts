import type { Evaluator } from "./evaluator.ts";

/** What Redis holds for one owner, at one moment. */
export interface Sighting {
  /** Empty if there is none, or something that is no string. */
  readonly value: string;
  /** Tells this value from any other. Not the value itself, which is no text if it is somebody else's. */
  readonly version: string;
  /** What is left of its life. Not positive if it has none. */
  readonly leftMs: number;
  /** When Redis was asked, by its own clock. */
  readonly redisMs: number;
}

/** One owner's token and its lock, in Redis. Each step is one script, which Redis runs with nothing in between. */
export interface SharedToken {
  read(): Promise<Sighting>;
  /**
   * Takes the lock, if it is free and the value still the one that was seen: so no token that another has just written is
   * replaced. A command that reaches Redis long after it was sent takes nothing: nobody would be there to release it.
   *
   * @param isDropped Whether to delete the value that was seen, whoever has the lock.
   */
  claim(seen: Sighting, lock: string, isDropped: boolean): Promise<boolean>;
  renew(lock: string): Promise<boolean>;
  /** Writes a value and releases the lock. False, and nothing is written, if the lock is another's by now. */
  write(lock: string, value: string, expiresAtRedisMs: number): Promise<boolean>;
  /** Releases the lock after this time, if it is still this one. */
  release(lock: string, pauseMs: number): Promise<boolean>;
}

/** A value of another type than a string is as good as none: SET replaces it. */
const GET = `
local value = redis.pcall("GET", KEYS[1])
if type(value) ~= "string" then value = "" end`;
const NOW = `
local time = redis.call("TIME")
local now = time[1] * 1000 + math.floor(time[2] / 1000)`;

const READ = `${GET}${NOW}
return { value, redis.call("PTTL", KEYS[1]), now, redis.sha1hex(value) }`;

/** Each lock has an expiry. What has none is not ours, and would never end. */
const CLAIM = `${GET}${NOW}
if now > tonumber(ARGV[4]) or redis.sha1hex(value) ~= ARGV[2] then return 0 end
if ARGV[5] == "drop" then redis.call("DEL", KEYS[1]) end
if redis.call("PTTL", KEYS[2]) == -1 then redis.call("DEL", KEYS[2]) end
if redis.call("SET", KEYS[2], ARGV[1], "NX", "PX", ARGV[3]) then return 1 end
return 0`;

const RENEW = `
if redis.call("GET", KEYS[2]) ~= ARGV[1] then return 0 end
return redis.call("PEXPIRE", KEYS[2], ARGV[2])`;

const WRITE = `
if redis.call("GET", KEYS[2]) ~= ARGV[1] then return 0 end
redis.call("SET", KEYS[1], ARGV[2])
redis.call("PEXPIREAT", KEYS[1], ARGV[3])
redis.call("DEL", KEYS[2])
return 1`;

/**
 * @param key The value's; the lock's is beside it, in the same slot of a cluster.
 */
export function createSharedToken(
  evaluate: Evaluator["evaluate"],
  key: string,
  timing: { readonly lockMs: number; readonly timeoutMs: number },
): SharedToken {
  const keys = [key, `${key}:lock`];
  const isDone = async (script: string, ...values: (string | number)[]) =>
    Number(await evaluate(script, keys, values.map(String))) === 1;

  return {
    async read() {
      const reply = await evaluate(READ, keys, []);
      const [value, leftMs, redisMs, version] = Array.isArray(reply) ? reply : [];
      return { value: String(value), leftMs: Number(leftMs), redisMs: Number(redisMs), version: String(version) };
    },
    claim: ({ version, redisMs }, lock, isDropped) =>
      isDone(CLAIM, lock, version, timing.lockMs, redisMs + timing.timeoutMs, isDropped ? "drop" : "keep"),
    renew: (lock) => isDone(RENEW, lock, timing.lockMs),
    write: (lock, value, expiresAtRedisMs) => isDone(WRITE, lock, value, Math.floor(expiresAtRedisMs)),
    release: (lock, pauseMs) => isDone(RENEW, lock, Math.floor(pauseMs)),
  };
}
