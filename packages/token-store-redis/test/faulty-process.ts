import { createAuthFetch } from "@m800/phone-number-auth";
import { createClient } from "redis";
import { createRedisTokenStore, type NodeRedisLike } from "../src/index.ts";
import type { SIGNALS, STEPS } from "./faults.ts";

// A process that makes one call, and is killed or paused at one step of getting the token for it.

/** What a parent tells a process. */
export interface FaultOrder {
  readonly baseUrl: string;
  readonly redisUrl: string;
  readonly username: string;
  readonly step: (typeof STEPS)[number];
  readonly signal: (typeof SIGNALS)[number];
}

process.once("message", async ({ baseUrl, redisUrl, username, step, signal }: FaultOrder) => {
  const at = (here: (typeof STEPS)[number]) => {
    if (here === step) process.kill(process.pid, signal);
  };
  const redis = createClient({ url: redisUrl });
  redis.on("error", () => {});
  await redis.connect();
  /** Of the scripts that a process with nothing to wait for runs: READ, CLAIM and WRITE. */
  let ordinal = 0;
  const client: NodeRedisLike = {
    async eval(script, options) {
      const name = (["read", "claim", "write"] as const)[ordinal++];
      if (name) at(`before ${name}`);
      const reply = await redis.eval(script, options);
      if (name) at(`after ${name}`);
      return reply;
    },
  };
  const call = createAuthFetch({
    baseUrl,
    credentials: { securityToken: "s", username },
    tokenStore: createRedisTokenStore({ client }),
    async fetch(input, init) {
      const isTokenRequest = init?.method === "POST";
      if (isTokenRequest) at("before the token request");
      const answering = fetch(input, init);
      if (isTokenRequest) setTimeout(at, 30, "during the token request");
      const response = await answering;
      if (isTokenRequest) at("after the token request");
      return response;
    },
  });
  const outcome = await call(`${baseUrl}/${encodeURIComponent(username)}`).then(({ status }) => status, String);
  process.send?.(outcome, () => process.disconnect());
  redis.destroy();
});
