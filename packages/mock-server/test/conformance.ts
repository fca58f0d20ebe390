import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { MockApiControls } from "../src/mock-engine.ts";
import type { AnyOperations } from "../src/reply.ts";

/** A way in which requests reach a mock API. */
export interface Carrier {
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly api: MockApiControls<AnyOperations>;
  /** Whether an answer whose connection breaks in its middle is lost as a whole. Default: false. */
  readonly losesBrokenAnswers?: boolean;
  stop(): Promise<void> | void;
}

/** The behaviour that every transport of `referenceApi` must show. */
export function describeConformance(name: string, start: () => Promise<Carrier> | Carrier): void {
  describe(`the mock API, carried by ${name}`, () => {
    let carrier: Carrier;
    beforeEach(async () => {
      carrier = await start();
    });
    afterEach(() => carrier.stop());

    const send = (path: string, init?: RequestInit) => carrier.fetch(carrier.baseUrl + path, init);

    const askForToken = (body: unknown, authorization = "M800Auth test-security-token") =>
      send("/token", {
        method: "POST",
        headers: { Authorization: authorization, "Content-Type": "application/json" },
        body: typeof body === "string" ? body : JSON.stringify(body),
      });

    const getToken = async () => {
      const response = await askForToken({ username: "testusername" });
      expect(response.status).toBe(200);
      return (await response.json()).access_token as string;
    };

    const listCountries = (token: string) => send("/countries", { headers: { Authorization: `Bearer ${token}` } });

    test("issues a token and lists every country with it", async () => {
      const response = await askForToken({ username: "testusername", password: "12345678" });
      const answer = await response.json();
      expect(answer).toEqual({ access_token: expect.stringMatching(/^[\w.-]{20,}$/), expires_in: 300 });

      const listed = await listCountries(answer.access_token);
      expect(listed.status).toBe(200);
      expect(listed.headers.get("Content-Type")).toBe("application/json");
      const { countries } = await listed.json();
      expect(countries.map(({ code }: { code: string }) => code)).toEqual(["HKG", "PHL", "USA"]);
    });

    test("repeats itself to the letter", async () => {
      const token = await getToken();
      const [first, second] = [await listCountries(token), await listCountries(token)];
      expect(await second.text()).toBe(await first.text());
    });

    test("never issues the same token twice", async () => {
      const tokens = [await getToken(), await getToken(), await getToken()];
      expect(new Set(tokens).size).toBe(3);
      expect(carrier.api.tokens.issued().map(({ token }) => token)).toEqual(tokens);
    });

    test.each([
      { given: "an unknown security token", authorization: "M800Auth wrong", body: { username: "testusername" } },
      { given: "no security token", authorization: "M800Auth", body: { username: "testusername" } },
      { given: "another scheme", authorization: "Basic abc", body: { username: "testusername" } },
      { given: "a foreign username", authorization: undefined, body: { username: "somebody" } },
      { given: "a wrong password", authorization: undefined, body: { username: "testusername", password: "no" } },
    ])("refuses to issue a token for $given", async ({ authorization, body }) => {
      const response = await askForToken(body, authorization);
      expect(response.status).toBe(401);
      expect(response.headers.get("WWW-Authenticate")).toBe("M800Auth");
      expect(await response.json()).toEqual({ code: "invalid_credentials", message: expect.any(String) });
      expect(carrier.api.tokens.issued()).toEqual([]);
    });

    test("compares the names of schemes without regard to case", async () => {
      const response = await askForToken({ username: "testusername" }, "m800AUTH test-security-token");
      const { access_token } = await response.json();
      const listed = await send("/countries", { headers: { Authorization: `bEARER ${access_token}` } });
      expect(listed.status).toBe(200);
    });

    test.each([
      { given: "no username", body: {}, want: /^Request body: the value must have required property 'username'\.$/ },
      { given: "a number as username", body: { username: 7 }, want: /^Request body: \/username must be string\.$/ },
      { given: "an array", body: [], want: /^Request body: the value must be object\.$/ },
      { given: "broken JSON", body: '{"username":', want: /^The request body is not valid JSON\.$/ },
      { given: "nothing", body: "", want: /^The request body is missing\.$/ },
    ])("refuses a token request with $given, naming the place", async ({ body, want }) => {
      const response = await askForToken(body);
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({ code: "invalid_request", message: expect.stringMatching(want) });
    });

    test("refuses a body of another media type", async () => {
      const response = await send("/token", {
        method: "POST",
        headers: { Authorization: "M800Auth test-security-token", "Content-Type": "text/plain" },
        body: "username=testusername",
      });
      expect(response.status).toBe(415);
      expect((await response.json()).message).toBe('The content type must be application/json, not "text/plain".');
    });

    test("checks security before the body, so that a stranger learns nothing", async () => {
      expect((await askForToken("{", "M800Auth wrong")).status).toBe(401);
    });

    test("lets a token expire by its clock", async () => {
      const token = await getToken();
      carrier.api.clock.advance(299);
      expect((await listCountries(token)).status).toBe(200);
      carrier.api.clock.advance(1);
      const response = await listCountries(token);
      expect(response.status).toBe(401);
      expect(response.headers.get("WWW-Authenticate")).toBe('Bearer error="invalid_token"');
      expect(await response.json()).toEqual({ code: "invalid_token", message: "The access token has expired." });
    });

    test.each([
      { given: "tokens.revoke", end: (token: string) => carrier.api.tokens.revoke(token), want: "revoked" },
      { given: "tokens.revokeAll", end: () => carrier.api.tokens.revokeAll(), want: "revoked" },
      { given: "tokens.expireAll", end: () => carrier.api.tokens.expireAll(), want: "expired" },
    ])("ends a token by $given, and only those that exist", async ({ end, want }) => {
      const token = await getToken();
      end(token);
      const response = await listCountries(token);
      expect(response.status).toBe(401);
      expect((await response.json()).message).toContain(want);
      expect((await listCountries(await getToken())).status).toBe(200);
    });

    test("asks for a token where there is none", async () => {
      const response = await send("/countries");
      expect(response.status).toBe(401);
      expect(response.headers.get("WWW-Authenticate")).toBe("Bearer");
    });

    test("answers an unknown path with 404", async () => {
      const response = await send("/countrie");
      expect(response.status).toBe(404);
      const message = "The API has no path /countrie. Did you mean /countries?";
      expect(await response.json()).toEqual({ code: "not_found", message });
    });

    test("answers a wrong method with 405, and the right one in Allow", async () => {
      const response = await send("/token");
      expect(response.status).toBe(405);
      expect(response.headers.get("Allow")).toBe("POST");
    });

    test("answers HEAD as GET, without the body", async () => {
      const token = await getToken();
      const response = await send("/countries", { method: "HEAD", headers: { Authorization: `Bearer ${token}` } });
      expect(response.status).toBe(200);
      expect(await response.text()).toBe("");
    });

    test("gives a reply of the test's own as often as asked, then its own again", async () => {
      const token = await getToken();
      carrier.api.respondWith("listCountries", { status: 503, headers: { "Retry-After": "2" } }, { times: 2 });
      for (const want of [503, 503, 200]) expect((await listCountries(token)).status).toBe(want);
    });

    test("gives a reply with headers and body, by example name or by function", async () => {
      const token = await getToken();
      const countries = [{ code: "PHL", name: "Philippines", prefix: "63" }];
      carrier.api.respondWith("listCountries", (request) => {
        expect(request.operationId).toBe("listCountries");
        return { status: 200, headers: { "X-Page": "1" }, body: { countries } };
      });
      const own = await listCountries(token);
      expect(own.headers.get("X-Page")).toBe("1");
      expect(await own.json()).toEqual({ countries });

      carrier.api.respondWith("listCountries", { status: 200, example: "none" });
      expect(await (await listCountries(token)).json()).toEqual({ countries: [] });
    });

    test("sends what breaks the spec only when told to", async () => {
      const token = await getToken();
      carrier.api.respondWith("listCountries", { status: 418, body: "<h1>teapot</h1>" }, { offSpec: true });
      const response = await listCountries(token);
      expect(response.status).toBe(418);
      expect(await response.text()).toBe("<h1>teapot</h1>");
    });

    test("remembers requests, parsed and with their secrets masked", async () => {
      await askForToken({ username: "testusername", password: "12345678" });
      await send("/nowhere");
      expect(carrier.api.requests("createToken")).toEqual([
        expect.objectContaining({
          operationId: "createToken",
          method: "POST",
          path: "/token",
          headers: expect.objectContaining({ authorization: "M800Auth ***" }),
          body: { username: "testusername", password: "***" },
        }),
      ]);
      expect(carrier.api.requests().map(({ path }) => path)).toEqual(["/token", "/nowhere"]);
      expect(JSON.stringify(carrier.api.requests())).not.toMatch(/test-security-token|12345678/);
    });

    test("keeps a reply back as long as asked", async () => {
      const token = await getToken();
      carrier.api.respondWith("listCountries", { status: 200, example: "none" }, { delayMs: 200, times: 1 });
      const order: string[] = [];
      await Promise.all([
        listCountries(token).then(() => order.push("late")),
        listCountries(token).then(() => order.push("at once")),
      ]);
      expect(order).toEqual(["at once", "late"]);
    });

    test("makes the gateway answer a status of trouble, before it looks at the request", async () => {
      const stop = carrier.api.faults.add({
        kind: "status",
        status: 503,
        headers: { "Retry-After": "2" },
        operation: "listCountries",
      });
      const response = await listCountries("wrong");
      expect(response.status).toBe(503);
      expect(response.headers.get("Retry-After")).toBe("2");
      expect(await response.json()).toEqual({ code: expect.any(String), message: expect.any(String) });
      await getToken();
      stop();
      expect((await listCountries("wrong")).status).toBe(401);
    });

    test("breaks a connection before the answer", async () => {
      carrier.api.faults.add({ kind: "network-error", operation: "listCountries", nth: 2 });
      const token = await getToken();
      expect((await listCountries(token)).status).toBe(200);
      await expect(listCountries(token)).rejects.toThrow(TypeError);
      expect((await listCountries(token)).status).toBe(200);
      expect(carrier.api.requests("listCountries").map(({ status }) => status)).toEqual([200, 0, 200]);
    });

    test("breaks a connection in the middle of an answer", async () => {
      const token = await getToken();
      carrier.api.faults.add({ kind: "truncate" });
      const asked = listCountries(token);
      if (carrier.losesBrokenAnswers) return expect(asked).rejects.toThrow(TypeError);
      const response = await asked;
      expect([response.status, response.headers.get("Content-Type")]).toEqual([200, "application/json"]);
      await expect(response.text()).rejects.toThrow(TypeError);
    });

    test("never answers, until the caller leaves", async () => {
      carrier.api.faults.add({ kind: "timeout", nth: 1 });
      const caller = new AbortController();
      const call = send("/countries", { signal: caller.signal });
      const settled = expect(call).rejects.toThrow("The caller left.");
      await expect.poll(() => carrier.api.requests().map(({ status }) => status)).toEqual([0]);
      caller.abort(new Error("The caller left."));
      await settled;
    });

    test("answers late, or what is no JSON", async () => {
      carrier.api.faults.add({ kind: "slow", delayMs: 200, operation: "listCountries" });
      carrier.api.faults.add({ kind: "garbage", operation: "createToken" });
      const order: string[] = [];
      const [late, garbage] = await Promise.all([
        listCountries("wrong").finally(() => order.push("late")),
        askForToken({ username: "testusername" }).finally(() => order.push("at once")),
      ]);
      expect(order).toEqual(["at once", "late"]);
      expect([late.status, garbage.status]).toEqual([401, 200]);
      expect(garbage.headers.get("Content-Type")).toBe("application/json");
      await expect(garbage.json()).rejects.toThrow(SyntaxError);
    });

    test("meets the same requests with a fault of a rate after each reset, by its seed", async () => {
      const run = async () => {
        carrier.api.faults.add({ kind: "status", status: 500, rate: 0.5 });
        const statuses: number[] = [];
        for (let count = 0; count < 20; count++) statuses.push((await send("/countries")).status);
        carrier.api.reset();
        return statuses;
      };
      const statuses = await run();
      expect(await run()).toEqual(statuses);
      expect(new Set(statuses)).toEqual(new Set([401, 500]));
    });

    test("says what came of each request, and why", async () => {
      await send("/countries");
      await getToken();
      expect(carrier.api.requests()).toMatchObject([
        { status: 401, refusal: 'The header Authorization must be "Bearer " and the credentials.' },
        { status: 200, refusal: undefined },
      ]);
    });

    test("records files byte for byte", async () => {
      const bytes = Uint8Array.from({ length: 1_000 }, (_, index) => index % 256);
      const post = async (body: BodyInit, headers: Record<string, string> = {}) =>
        expect((await send("/files", { method: "POST", headers, body })).status).toBe(204);
      await post(bytes, { "Content-Type": "application/octet-stream" });
      const form = new FormData();
      form.append("name", "höhe");
      form.append("file", new Blob([bytes]), "a.bin");
      await post(form);
      expect(carrier.api.requests().map(({ body }) => body)).toEqual([bytes, { name: "höhe", file: bytes }]);
    });

    test("is at its start again after a reset", async () => {
      const token = await getToken();
      carrier.api.respondWith("listCountries", { status: 500 });
      carrier.api.faults.add({ kind: "network-error" });
      carrier.api.reset();
      expect(carrier.api.requests()).toEqual([]);
      expect((await listCountries(token)).status).toBe(401);
      expect((await listCountries(await getToken())).status).toBe(200);
    });
  });
}
