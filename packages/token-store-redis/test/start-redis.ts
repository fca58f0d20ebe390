import { inject } from "vitest";
import { launchRedis, type RedisServer } from "./launch-redis.ts";

export type { RedisServer };

/** Redis's own, or Valkey's. Empty where none can be had. */
export const redisServer: string = inject("redisServer");

/** The server that a project of this package's suite is named after. */
export async function startRedis(...options: string[]): Promise<RedisServer> {
  if (!redisServer) throw new Error("The server is missing.");
  return launchRedis(redisServer, options);
}
