import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** The description that these tests are written for. */
export const SPEC = join(import.meta.dirname, "spec.yaml");
export const document = parse(readFileSync(SPEC, "utf8"));

export const account = { username: "testusername", securityToken: "test-security-token", password: "12345678" };

/** A gateway in this process that is as `spec.yaml` says, with a clock that is moved by hand. */
export type ReferenceApi = ReturnType<typeof createReferenceApi>;

export function createReferenceApi({ tokenLifetimeSeconds = 300, owner = account } = {}) {
  let now = 0;
  const issued: { token: string; issuedAt: number; isRevoked: boolean }[] = [];
  const calls: string[] = [];
  const deadlines: { at: number; controller: AbortController }[] = [];
  const refused = (status: number, code: string, challenge?: string) =>
    Response.json(
      { code, message: "No." },
      { status, ...(challenge && { headers: { "WWW-Authenticate": challenge } }) },
    );

  function advance(seconds: number): void {
    now += seconds * 1000;
    for (const { at, controller } of deadlines)
      if (at <= now) controller.abort(new DOMException("Too late.", "TimeoutError"));
  }

  async function createToken(request: Request): Promise<Response> {
    if (request.headers.get("authorization") !== `M800Auth ${owner.securityToken}`)
      return refused(401, "invalid_credentials", "M800Auth");
    if (request.headers.get("content-type") !== "application/json") return refused(415, "invalid_request");
    const { username, password = owner.password }: Record<string, unknown> = await request.json();
    if (username === undefined) return refused(400, "invalid_request");
    if (username !== owner.username || password !== owner.password)
      return refused(401, "invalid_credentials", "M800Auth");
    const token = `reference.${issued.length}.${crypto.randomUUID()}`;
    issued.push({ token, issuedAt: now, isRevoked: false });
    return Response.json({ access_token: token, expires_in: tokenLifetimeSeconds });
  }

  function listCountries(request: Request): Response {
    const [, sent] = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "") ?? [];
    const known = issued.find(({ token }) => token === sent);
    return known && !known.isRevoked && now < known.issuedAt + tokenLifetimeSeconds * 1000
      ? Response.json(countries())
      : refused(401, "invalid_token", "Bearer");
  }

  return {
    baseUrl: "http://reference.invalid",
    clock: {
      now: () => now,
      date: () => now,
      wait: async (milliseconds: number) => advance(milliseconds / 1000),
      deadline(milliseconds: number) {
        const controller = new AbortController();
        deadlines.push({ at: now + milliseconds, controller });
        return controller.signal;
      },
      advance,
    },
    tokens: {
      issued: (): readonly { token: string; issuedAt: number }[] => [...issued],
      revoke(token: string) {
        for (const one of issued) if (one.token === token) one.isRevoked = true;
      },
      revokeAll() {
        for (const one of issued) one.isRevoked = true;
      },
    },
    /** How often an operation was called. */
    calls: (operation: string) => calls.filter((called) => called === operation).length,
    async fetch(input: Request | string, init?: RequestInit): Promise<Response> {
      const request = new Request(input, init);
      const operation = operationOf(request);
      if (operation === undefined) return refused(404, "not_found");
      calls.push(operation);
      return operation === "createToken" ? await createToken(request) : listCountries(request);
    },
  };
}

export function operationOf({ method, url }: Request): "createToken" | "listCountries" | undefined {
  const call = `${method} ${new URL(url).pathname}`;
  if (call === "POST /token") return "createToken";
  return call === "GET /countries" ? "listCountries" : undefined;
}

export function countries(): { countries: Record<string, string>[] } {
  const names = ["Hong Kong", "Philippines", "United Kingdom"];
  const prefixes = ["852", "63", "44"];
  return {
    countries: ["HKG", "PHL", "GBR"].map((code, index) => ({
      code,
      name: names[index] ?? "",
      prefix: prefixes[index] ?? "",
    })),
  };
}
