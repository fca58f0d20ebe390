import { expect, test, vi } from "vitest";
import { addFault } from "./add-fault.ts";
import { createMockApi } from "./create-mock-api.ts";

test.each([
  { written: "kind=truncate", want: { kind: "truncate" } },
  {
    written: "kind=status,status=503,operation=7,nth=2,rate=0.5",
    want: { kind: "status", status: 503, operation: "7", nth: 2, rate: 0.5 },
  },
  { written: "kind=slow,delayMs=", want: { kind: "slow", delayMs: Number.NaN } },
  { written: "kind=slow,delayMs", want: { kind: "slow", delayMs: Number.NaN } },
  { written: "", want: { "": Number.NaN } },
])("reads the fault '$written'", ({ written, want }) => {
  const add = vi.fn();
  addFault({ add, clear() {} }, written);
  expect(add.mock.calls).toEqual([[want]]);
});

test("says which fault is wrong, and how", () => {
  const { faults } = createMockApi();
  expect(() => addFault(faults, "kind=slow,delayMs=")).toThrow(
    /^--fault kind=slow,delayMs=: A fault's delayMs is a number from 0 to \d+, not NaN\.$/,
  );
});
