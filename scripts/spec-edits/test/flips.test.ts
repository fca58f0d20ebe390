import { test } from "vitest";
import { createWorkCopy } from "../src/create-work-copy.ts";
import { editSpec } from "../src/edit-spec.ts";
import { expectToWork } from "../src/expect-to-work.ts";
import { FLIPS, readFlip, TOGETHER } from "../src/flips.ts";

/** `pnpm torture` tries each alone; else those that suites.test.ts tries together are left to it. */
const IS_WHOLE = (import.meta as { env?: { MODE?: string } }).env?.MODE === "whole";

test.for(FLIPS.filter((name) => IS_WHOLE || !TOGETHER.includes(name)))(
  "%s: packages and live check work together by an edit of the description alone",
  async (name) => {
    const { edit, codes } = readFlip(name);
    const copy = createWorkCopy();
    editSpec(copy, edit);
    await expectToWork(copy, codes);
  },
);
