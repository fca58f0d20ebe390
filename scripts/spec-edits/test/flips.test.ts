import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { createWorkCopy } from "../src/create-work-copy.ts";
import { type Edit, editSpec } from "../src/edit-spec.ts";

// Each file of `flips/` is an assumption of the description that turns out otherwise.

interface Flip {
  readonly edit: readonly Edit[];
  /** Two countries in the codes that the list has then. Default: alpha-3. */
  readonly codes?: readonly [string, string];
}

const FLIPS = join(import.meta.dirname, "flips");

test.for(readdirSync(FLIPS))(
  "%s: packages and live check work together by an edit of the description alone",
  async (file) => {
    const { edit, codes = ["HKG", "PHL"] }: Flip = parse(readFileSync(join(FLIPS, file), "utf8"));
    const copy = createWorkCopy();
    editSpec(copy, edit);
    expect(await copy.generate()).toEqual({ status: 0, output: expect.any(String) });
    expect(await copy.build()).toEqual({ status: 0, output: expect.any(String) });
    const worked = await copy.run(["scripts/spec-edits/programs/works-together.ts", ...codes]);
    expect(worked).toEqual({ status: 0, output: "works\n" });
    expect(await copy.run(["scripts/spec-edits/programs/check-mock.ts"])).toEqual({
      status: 0,
      output: expect.any(String),
    });
  },
);
