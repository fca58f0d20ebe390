import { compileSpec } from "@m800/mock-engine/compile";
import { expect, test } from "vitest";
import { frozenApi as spec } from "../test/frozen-api.ts";
import { createMockRegistry, DEFAULT_MOCK } from "./mock-registry.ts";

const other = compileSpec({
  openapi: "3.1.0",
  paths: { "/other": { get: { responses: { 204: { description: "" } } } } },
});
const ask = (pathname: string) => ({
  method: "GET",
  pathname,
  search: "",
  headers: {},
  readBytes: async () => new Uint8Array(),
});

test("keeps mocks apart, each by its id and with its own options", () => {
  const registry = createMockRegistry({ spec, tokenLifetimeSeconds: 5 });
  const [first, second] = [registry.create(), registry.create({ baseUrl: "https://second.example" })];
  expect([first.id, second.id]).toEqual(["1", "2"]);
  expect([registry.get("1"), registry.find("2")]).toEqual([first, second]);
  expect(registry.get(DEFAULT_MOCK).engine.baseUrl).toBe(spec.api.baseUrl.replace(/\/$/, ""));
  expect(second.engine.baseUrl).toBe("https://second.example");
  expect(registry.find("3")).toBeUndefined();
  expect(() => registry.get("3")).toThrow(
    new RangeError('There is no mock "3": it was never created, or it was dropped.'),
  );
});

test("drops a mock, but never the first", () => {
  const registry = createMockRegistry({ spec });
  const { id } = registry.create();
  registry.drop(id);
  expect(registry.find(id)).toBeUndefined();
  expect(() => registry.drop(id)).toThrow(RangeError);
  expect(() => registry.drop(DEFAULT_MOCK)).toThrow(
    new RangeError('The mock "default" cannot be dropped, only reset.'),
  );
});

test("a reset forgets what was added from outside, and all that the mock has seen", async () => {
  const mock = createMockRegistry({ spec }).get(DEFAULT_MOCK);
  mock.replies.set("1", () => {});
  mock.faults.set("1", () => {});
  await mock.engine.handle(ask("/things"));
  mock.reset();
  expect([mock.replies.size, mock.faults.size, mock.engine.controls.requests()]).toEqual([0, 0, []]);
});

test("serves another document from then on, by all mocks, and by those that are made later", async () => {
  const registry = createMockRegistry({ spec });
  const mock = registry.create({ baseUrl: "https://second.example" });
  mock.faults.set("1", () => {});
  registry.reload(other);
  for (const { engine } of [registry.get(DEFAULT_MOCK), mock, registry.create()]) {
    expect((await engine.handle(ask("/other"))).status).toBe(204);
    expect((await engine.handle(ask("/things"))).status).toBe(404);
  }
  expect([mock.engine.baseUrl, mock.faults.size]).toEqual(["https://second.example", 0]);
});

test("a document that cannot be served changes nothing", async () => {
  const registry = createMockRegistry({ spec });
  const broken = { ...other, api: { ...other.api, baseUrl: "nowhere" } };
  expect(() => registry.reload(broken)).toThrow(TypeError);
  expect((await registry.get(DEFAULT_MOCK).engine.handle(ask("/things"))).status).toBe(401);
  expect((await registry.create().engine.handle(ask("/things"))).status).toBe(401);
});
