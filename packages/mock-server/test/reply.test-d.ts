import type { MockSpec } from "@m800/mock-engine";
import { listOperation } from "@m800/phone-number-openapi/operations";
import { expectTypeOf, test } from "vitest";
import { createMockApi, type MockApi } from "../src/create-mock-api.ts";
import type { Replies } from "../src/reply.ts";

interface Operations {
  getFile: {
    parameters: object;
    responses: {
      200: { content: { "application/pdf": Blob; "application/json": { a: number } } };
      404: { content?: never };
      429: { content: { "application/json": { message: string } } };
    };
  };
}

const spec = {} as MockSpec;
const own = () => createMockApi<Operations>({ spec });

test("respondWith takes the statuses and bodies of the operation", () => {
  expectTypeOf<Replies<Operations>["getFile"]["status"]>().toEqualTypeOf<200 | 404 | 429>();
  const write = (mock: MockApi<Operations, Operations>) => {
    mock.respondWith("getFile", { status: 200, body: new Uint8Array() });
    mock.respondWith("getFile", { status: 200, body: { a: 1 } });
    mock.respondWith("getFile", { status: 404 });
    mock.respondWith("getFile", () => ({ status: 429, body: { message: "Later." } }));
    mock.requests("getFile");
    mock.faults.add({ kind: "timeout", operation: "getFile" });
    // @ts-expect-error: the operation has no such status.
    mock.respondWith("getFile", { status: 500 });
    // @ts-expect-error: nor such a body.
    mock.respondWith("getFile", { status: 200, body: { a: "1" } });
    // @ts-expect-error: that body belongs to another status.
    mock.respondWith("getFile", { status: 200, body: { message: "Later." } });
    // @ts-expect-error: there is no such operation.
    mock.respondWith("getFiles", { status: 200 });
    // @ts-expect-error: it is M800's.
    mock.requests(listOperation.operationId);
  };
  expectTypeOf(write).parameter(0).toEqualTypeOf<ReturnType<typeof own>>();
});

test("respondWith takes anything off the spec, and with untyped operations", () => {
  const offSpec = () => own().respondWith("getFile", { status: 500, body: "gone" }, { offSpec: true });
  const untyped = () => createMockApi({ spec }).respondWith("anything", { status: 299, body: 5 });
  expectTypeOf(offSpec).returns.toEqualTypeOf<() => void>();
  expectTypeOf(untyped).returns.toEqualTypeOf<() => void>();
});

test("without a document of its own, a mock's controls are typed by M800's operations", () => {
  const write = () => {
    createMockApi().requests(listOperation.operationId);
    // @ts-expect-error: there is no such operation.
    createMockApi().respondWith("noSuchOperation", { status: 200 });
  };
  expectTypeOf(write).toBeFunction();
});
