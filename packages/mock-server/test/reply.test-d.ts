import type { MockSpec } from "@m800/mock-engine";
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

interface Operations {
  getFile: {
    parameters: object;
    responses: {
      200: { content: { "application/pdf": Blob; "application/json": { a: number } } };
      404: { content?: never };
    };
  };
}

test("with a document of its own, the controls are typed by that document's operations", () => {
  const spec = {} as MockSpec;
  const own = () => createMockApi<Operations>({ spec });
  const write = (mock: ReturnType<typeof own>) => {
    mock.respondWith("getFile", { status: 200, body: new Uint8Array() });
    mock.respondWith("getFile", { status: 200, body: { a: 1 } });
    mock.respondWith("getFile", { status: 404 });
    mock.requests("getFile");
    // @ts-expect-error: it is M800's.
    mock.requests("listCountries");
    mock.faults.add({ kind: "timeout", operation: "getFile" });
    // @ts-expect-error: the document has no such status.
    mock.respondWith("getFile", { status: 500 });
    // @ts-expect-error: nor such a body.
    mock.respondWith("getFile", { status: 200, body: { a: "1" } });
    // @ts-expect-error: nor such an operation.
    mock.respondWith("getFiles", { status: 200 });
  };
  expectTypeOf(write).toBeFunction();
  // Without types, any operation.
  const any = () => createMockApi({ spec }).respondWith("anything", { status: 299, body: 5 });
  expectTypeOf(any).returns.toEqualTypeOf<() => void>();
});
