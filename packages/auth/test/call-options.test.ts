import { createRawClient } from "@m800/phone-number-client";
import { listOperation } from "@m800/phone-number-openapi/operations";
import { expect, onTestFinished, test, vi } from "vitest";
import {
  type AuthEvent,
  type AuthOptions,
  createAuthFetch,
  createAuthMiddleware,
  createPhoneNumberClient,
} from "../src/index.ts";
import { statuses } from "./statuses.ts";

const BASE_URL = "https://gateway.example";
const PATH = listOperation.path;

type Call = (init: Record<string, unknown>) => Promise<unknown>;
type Door = (options: AuthOptions & { readonly fetch: typeof fetch }) => Call;

const doors: Record<string, Door> = {
  createPhoneNumberClient: (options) => (init) => createPhoneNumberClient(options).GET(PATH, init),
  createAuthMiddleware: (options) => (init) => {
    const client = createRawClient({ baseUrl: BASE_URL, fetch: options.fetch });
    client.use(createAuthMiddleware(options));
    return client.GET(PATH, init);
  },
  createAuthFetch: (options) => (init) => createAuthFetch(options)(BASE_URL + PATH, init),
  "createAuthFetch, of a Request": (options) => (init) =>
    createAuthFetch(options)(Object.assign(new Request(BASE_URL + PATH, init), { next: init.next, cf: init.cf }), {
      timeoutMs: init.timeoutMs as number,
      retry: init.retry as number,
    }),
  "createPhoneNumberClient, whose middleware copies the request": (options) => (init) => {
    const own = ({ request }: { request: Request }) => Object.assign(request.clone(), { ...request });
    return createPhoneNumberClient(options).GET(PATH, { ...init, middleware: [{ onRequest: own }] });
  },
};
const names = Object.keys(doors);

/** A gateway that gives the answers in turn, then 200, and what each attempt had, in the request or beside it. */
function setUp(answers: (Response | Promise<never>)[] = [], options: AuthOptions & { fetch?: typeof fetch } = {}) {
  const events: AuthEvent[] = [];
  const seen: Record<string, unknown>[] = [];
  const open = (name: string) => {
    const door = doors[name];
    if (!door) throw new Error(name);
    let issued = 0;
    return door({
      baseUrl: BASE_URL,
      getToken: async () => ({ access_token: `t${++issued}`, expires_in: 300 }),
      onEvent: (event) => events.push(event),
      fetch: async (input, init) => {
        const of = (key: string) => Reflect.get(Object(init), key) ?? Reflect.get(Object(input), key);
        seen.push(
          Object.fromEntries(
            [
              "next",
              "cf",
              "dispatcher",
              "priority",
              "cache",
              "referrer",
              "referrerPolicy",
              "integrity",
              "keepalive",
            ].map((key) => [key, of(key)]),
          ),
        );
        const answer = answers[seen.length - 1] ?? Response.json({ countries: [] });
        return answer;
      },
      ...options,
    });
  };
  return { open, seen, events };
}

const status = (code: number) => new Response(null, { status: code });
const useFakeTimers = () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  onTestFinished(() => void vi.useRealTimers());
};

test.for(names)("%s: every option of a call reaches fetch, with and without timeoutMs, and again", async (name) => {
  for (const timeoutMs of [undefined, 5_000]) {
    for (const first of [status(200), status(statuses.rejection), status(503)]) {
      useFakeTimers();
      const given = {
        next: { revalidate: 60 },
        cf: { cacheTtl: 5 },
        cache: "no-store",
        integrity: "sha256-abc",
        referrer: "https://page.example/form",
        referrerPolicy: "no-referrer",
        keepalive: true,
      };
      const { open, seen } = setUp([first]);
      const call = open(name)({ ...given, timeoutMs });
      await vi.advanceTimersByTimeAsync(1_000);
      await call;
      expect(seen).toEqual(Array.from({ length: first.status === 200 ? 1 : 2 }, () => expect.objectContaining(given)));
    }
  }
});

test.for(names)("%s: an opaque redirect is an answer", async (name) => {
  const redirect = new Response(null);
  Object.defineProperties(redirect, { type: { value: "opaqueredirect" }, status: { value: 0 }, ok: { value: false } });
  const { open, seen, events } = setUp([redirect]);
  await open(name)({});
  expect(seen).toHaveLength(1);
  expect(events.map(({ type }) => type)).toEqual(["token-acquired"]);
});

test.for(names)("%s: a call has its own retry and timeoutMs, over the client's", async (name) => {
  for (const { client, call, want } of [
    { client: undefined, call: undefined, want: 3 },
    { client: 5, call: false, want: 1 },
    { client: 5, call: 0, want: 1 },
    { client: false as const, call: 1, want: 2 },
  ]) {
    useFakeTimers();
    const { open, seen } = setUp([503, 503, 503, 503, 503, 503].map(status), { retry: client });
    const outcome = open(name)({ retry: call });
    await vi.advanceTimersByTimeAsync(60_000);
    await outcome;
    expect(seen).toHaveLength(want);
  }
  useFakeTimers();
  const abortable = (signal: AbortSignal) =>
    new Promise<never>((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  const { open } = setUp([], {
    timeoutMs: 60_000,
    fetch: (input, init) => abortable(init?.signal ?? new Request(input).signal),
  });
  const outcome = expect(open(name)({ timeoutMs: 300 })).rejects.toMatchObject({
    code: "ERR_CALL_TIMEOUT",
    message: "The call did not end within 300 ms.",
    url: BASE_URL + PATH,
  });
  await vi.advanceTimersByTimeAsync(300);
  await outcome;
});

test.for(names)("%s: a call's retry or timeoutMs that is none is refused, with what it must be", async (name) => {
  const { open, seen } = setUp();
  await expect(open(name)({ timeoutMs: -1 })).rejects.toMatchObject({ code: "ERR_CONFIGURATION" });
  await expect(open(name)({ retry: -1 })).rejects.toThrow("retry must be false or a number from 0 up.");
  expect(seen).toEqual([]);
});

test.for(names.filter((name) => name !== "createAuthMiddleware"))(
  "%s: a fetch that never listens to its signal is not waited for",
  async (name) => {
    useFakeTimers();
    const { open, events } = setUp([new Promise<never>(() => {})]);
    const timedOut = expect(open(name)({ timeoutMs: 300 })).rejects.toMatchObject({ code: "ERR_CALL_TIMEOUT" });
    await vi.advanceTimersByTimeAsync(300);
    await timedOut;
    const late = setUp([status(503), new Promise<never>(() => {})]);
    const repeated = expect(late.open(name)({ timeoutMs: 1_000 })).rejects.toMatchObject({ code: "ERR_CALL_TIMEOUT" });
    await vi.advanceTimersByTimeAsync(1_000);
    await repeated;
    const caller = new AbortController();
    const left = expect(setUp([new Promise<never>(() => {})]).open(name)({ signal: caller.signal })).rejects.toThrow(
      "enough",
    );
    await vi.advanceTimersByTimeAsync(1);
    caller.abort(new Error("enough"));
    await left;
    expect(events.map(({ type }) => type)).toEqual(["token-acquired"]);
    expect(vi.getTimerCount()).toBe(0);
  },
);
