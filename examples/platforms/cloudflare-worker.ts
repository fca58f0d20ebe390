import { createPhoneNumberClient, type StoredToken, type TokenStore } from "@m800/phone-number-auth";

interface Env {
  readonly M800_BASE_URL: string;
  readonly M800_SECURITY_TOKEN: string;
  readonly M800_USERNAME: string;
}

let kept: { readonly stored: StoredToken; readonly since: number } | undefined;

/** Shares a token between requests. In a Worker data may be shared; a client may not, since it has promises and timers. */
const tokenStore: TokenStore = {
  async obtain(_owner, replaces, acquire) {
    const ageMs = () => (kept ? kept.stored.ageMs + Date.now() - kept.since : 0);
    if (!kept || ageMs() >= kept.stored.lifetimeMs || kept.stored.token === replaces) {
      kept = { stored: await acquire(), since: Date.now() };
    }
    return { ...kept.stored, ageMs: ageMs() };
  },
};

export default {
  async fetch(_request: Request, env: Env): Promise<Response> {
    const client = createPhoneNumberClient({
      baseUrl: env.M800_BASE_URL,
      credentials: { securityToken: env.M800_SECURITY_TOKEN, username: env.M800_USERNAME },
      tokenStore,
    });
    const { data, error, response } = await client.GET("/countries");
    return Response.json(data ?? error, { status: response.status });
  },
};
