import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { serveSpec } from "../../test/serve-spec.ts";
import { compileSpec } from "../compile/compile-spec.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const responses = { 200: { description: "", content: { "text/plain": { example: "0123456789" } } } };
const operation = (operationId: string, others: object = {}) => ({ get: { operationId, responses, ...others } });

/** An API of three operations, of which the last has no body to spoil. */
function served(seed = 1) {
  const paths = {
    "/one": operation("one"),
    "/two": operation("two"),
    "/none": operation("none", { responses: { 204: {} } }),
  };
  const api = serveSpec(compileSpec({ openapi: "3.1.0", paths }), { seed });
  const get = (path: string) => api.fetch(`${api.baseUrl}${path}`);
  const statuses = async (...paths: string[]) => {
    const got: (number | string)[] = [];
    for (const path of paths) {
      const answer = await get(path).catch(() => "broken");
      got.push(typeof answer === "string" ? answer : answer.status);
    }
    return got;
  };
  return { ...api, get, statuses };
}

const WHERE = "kind, operation, nth, rate";
const KINDS: readonly (readonly [fault: object, fields: string])[] = [
  [{ kind: "network-error" }, WHERE],
  [{ kind: "timeout" }, WHERE],
  [{ kind: "status", status: 503 }, `${WHERE}, status, headers`],
  [{ kind: "truncate" }, WHERE],
  [{ kind: "slow", delayMs: 1 }, `${WHERE}, delayMs`],
  [{ kind: "garbage" }, WHERE],
];

test.each(KINDS)("names the fields that %o may have, where it has another", (fault, fields) => {
  const { kind } = Object(fault);
  const { faults } = served();
  expect(() => faults.add(Object({ ...fault, delay: 1 }))).toThrow(
    new TypeError(`A fault of kind ${kind} has no delay: it has ${fields}.`),
  );
  expect(() => faults.add(Object({ ...fault, operation: "one", nth: 1, rate: 1 }))).not.toThrow();
});

const LATER = { kind: "slow", delayMs: 1 };
test.each([
  [{ kind: "late" }, 'A fault\'s kind is one of network-error, timeout, status, truncate, slow, garbage, not "late".'],
  [{ ...LATER, operation: "three" }, "There is no operation three: the spec has one, two, none."],
  [{ ...LATER, nth: 0 }, "A fault's nth is a whole number from 1 up, not 0."],
  [{ ...LATER, nth: 1.5 }, "A fault's nth is a whole number from 1 up, not 1.5."],
  [{ ...LATER, rate: -0.1 }, "A fault's rate is a number from 0 to 1, not -0.1."],
  [{ ...LATER, rate: 1.1 }, "A fault's rate is a number from 0 to 1, not 1.1."],
  [{ ...LATER, rate: "0.5" }, "A fault's rate is a number from 0 to 1, not 0.5."],
  [{ kind: "slow", delayMs: -1 }, "A fault's delayMs is a number from 0 to 2147483647, not -1."],
  [{ kind: "slow", delayMs: 2 ** 31 }, "A fault's delayMs is a number from 0 to 2147483647, not 2147483648."],
  [{ kind: "slow", delayMs: "5" }, "A fault's delayMs is a number from 0 to 2147483647, not 5."],
  [{ kind: "slow" }, "A fault's delayMs is a number from 0 to 2147483647, not undefined."],
  [
    { kind: "status", status: 199 },
    "A fault of kind status cannot be sent: a status is a whole number from 200 to 599, not 199.",
  ],
])("refuses %o, saying why", (fault, want) => {
  expect(() => served().faults.add(Object(fault))).toThrow(new TypeError(want));
});

test.each([{ rate: 0 }, { rate: 1 }, { nth: 1 }, { delayMs: 0 }, { delayMs: 2 ** 31 - 1 }])("takes %o", (others) => {
  expect(() => served().faults.add(Object({ ...LATER, ...others }))).not.toThrow();
});

test("meets the requests of its operation, counted from the moment it is added, or all", async () => {
  const { faults, statuses } = served();
  await statuses("/one");
  faults.add({ kind: "status", status: 500, operation: "one", nth: 2 });
  faults.add({ kind: "status", status: 501, nth: 3 });
  expect(await statuses("/one", "/two", "/two", "/one", "/one", "/nowhere")).toEqual([200, 200, 501, 500, 200, 404]);
  faults.add({ kind: "status", status: 502 });
  expect(await statuses("/one", "/nowhere")).toEqual([502, 502]);
});

test("meets the share of the requests that its rate says", async () => {
  const { faults, statuses } = served();
  const failures = async (rate: number) => {
    const remove = faults.add({ kind: "status", status: 500, rate });
    const got = await statuses(...Array<string>(200).fill("/one"));
    remove();
    return got.filter((status) => status === 500).length;
  };
  expect(await failures(0)).toBe(0);
  expect(await failures(1)).toBe(200);
  const few = await failures(0.2);
  expect(few).toBeGreaterThan(20);
  expect(few).toBeLessThan(60);
});

test("removes one fault, or all", async () => {
  const { faults, statuses } = served();
  const remove = faults.add({ kind: "status", status: 500 });
  faults.add({ kind: "status", status: 502, operation: "two" });
  expect(await statuses("/one", "/two")).toEqual([500, 502]);
  remove();
  expect(await statuses("/one", "/two")).toEqual([200, 502]);
  faults.clear();
  expect(await statuses("/one", "/two")).toEqual([200, 200]);
});

test("says of a status that it was told to", async () => {
  const { faults, get, requests } = served();
  faults.add({ kind: "status", status: 503, headers: { "Retry-After": "2" } });
  const response = await get("/one");
  expect([response.status, response.headers.get("Retry-After")]).toEqual([503, "2"]);
  expect(await response.json()).toEqual({ code: "error", message: "The mock API was told to fail." });
  expect(requests()).toMatchObject([{ status: 503, refusal: "The mock API was told to fail." }]);
});

test("waits as long as each slow fault says, one after the other", async () => {
  const { faults, statuses } = served();
  faults.add({ kind: "slow", delayMs: 300 });
  faults.add({ kind: "slow", delayMs: 200, operation: "one" });
  faults.add({ kind: "slow", delayMs: 999, operation: "two" });
  faults.add({ kind: "status", status: 500 });
  let got: unknown;
  const asked = statuses("/one").then((statuses) => {
    got = statuses;
  });
  await vi.advanceTimersByTimeAsync(499);
  expect(got).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  await asked;
  expect(got).toEqual([500]);
});

test("breaks a connection before there is an answer", async () => {
  const { faults, get, handle, requests } = served();
  faults.add({ kind: "network-error" });
  await expect(get("/one")).rejects.toThrow(new TypeError("The mock API broke the connection, as it was told to."));
  const request = { method: "GET", pathname: "/one", search: "", headers: {}, readBytes: async () => new Uint8Array() };
  expect(await handle(request)).toEqual({ status: 0, headers: {}, lost: "network-error" });
  expect(requests()).toMatchObject([{ status: 0 }, { status: 0 }]);
});

test.each([
  { body: "0123456789", want: "01234" },
  { body: new TextEncoder().encode("0123456789"), want: "01234" },
])("breaks a connection in the middle of the body $body", async ({ body, want }) => {
  const { faults, get, override, requests } = served();
  override("one", { status: 200, body, headers: { "Content-Type": "application/pdf" } }, { offSpec: true });
  faults.add({ kind: "truncate" });
  const response = await get("/one");
  expect([response.status, response.headers.get("Content-Type")]).toEqual([200, "application/pdf"]);
  const reader = response.body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe(want);
  await expect(reader?.read()).rejects.toThrow("The mock API broke the connection, as it was told to.");
  expect(requests()).toMatchObject([{ status: 200 }]);
});

test("spoils a body, otherwise for each request, and the same after a reset", async () => {
  const { faults, get, override, reset } = served();
  const spoilt = async () => {
    faults.add({ kind: "garbage" });
    const [one, other] = [await get("/one"), await get("/one")];
    expect([one.status, one.headers.get("Content-Type")]).toEqual([200, "text/plain"]);
    return [await one.text(), await other.text()];
  };
  const [one, other] = await spoilt();
  expect(one).toMatch(/^\}[!-~]{64}$/);
  expect(other).toMatch(/^\}[!-~]{64}$/);
  expect(one).not.toBe(other);
  const empty = await get("/none");
  expect([empty.status, await empty.text()]).toEqual([204, ""]);
  override("none", { status: 202 }, { offSpec: true });
  expect(await (await get("/none")).text()).toBe("");
  reset();
  expect(await spoilt()).toEqual([one, other]);
});

test("never answers, until a reset breaks the connection, and holds what is asked after it", async () => {
  const { faults, get, reset } = served();
  for (const round of [1, 2]) {
    faults.add({ kind: "timeout" });
    let end = "";
    const asked = get("/one").catch((error: Error) => {
      end = error.message;
    });
    await vi.advanceTimersByTimeAsync(2 ** 31 - 1);
    expect([round, end]).toEqual([round, ""]);
    reset();
    await asked;
    expect(end).toBe("The mock API broke the connection, as it was told to.");
  }
  expect((await get("/one")).status).toBe(200);
});
