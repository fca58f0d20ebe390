import { expect } from "vitest";
import type { WorkCopy } from "./create-work-copy.ts";

const fine = { status: 0, output: expect.any(String) };

/**
 * Generates and builds the packages of a copy, and has them and the live check work together.
 *
 * @param codes Two countries in the codes that the list has. Default: alpha-3.
 */
export async function expectToWork(copy: WorkCopy, codes: readonly string[] = []): Promise<void> {
  expect(await copy.generate()).toEqual(fine);
  expect(await copy.build()).toEqual(fine);
  const worked = await copy.run(["scripts/spec-edits/programs/works-together.ts", ...codes]);
  expect(worked).toEqual({ status: 0, output: "works\n" });
  expect(await copy.run(["scripts/spec-edits/programs/check-mock.ts"])).toEqual(fine);
}
