import { expectTypeOf, test } from "vitest";
import { createMockApi } from "../src/create-mock-api.ts";
import type { Replies } from "../src/reply.ts";

const api = createMockApi();

test("respondWith takes the statuses and bodies of the operation", () => {
  expectTypeOf<Replies["listCountries"]["status"]>().toEqualTypeOf<200 | 400 | 401 | 429 | 500 | 503>();
  api.respondWith("listCountries", { status: 200, body: { countries: [] } });
  api.respondWith("listCountries", () => ({ status: 429, body: { code: "slow_down", message: "Later." } }));
  // @ts-expect-error: the operation has no such status.
  api.respondWith("listCountries", { status: 404 });
  // @ts-expect-error: that body belongs to another status.
  api.respondWith("listCountries", { status: 200, body: { code: "x", message: "y" } });
  // @ts-expect-error: there is no such operation.
  api.respondWith("noSuchOperation", { status: 200 });
});

test("respondWith takes anything off the spec", () => {
  api.respondWith("listCountries", { status: 404, body: "gone" }, { offSpec: true });
});
