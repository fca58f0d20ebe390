import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Finding } from "./finding.ts";
import { readWaivers, waive } from "./waivers.ts";

const FINDING: Finding = {
  level: "breaking",
  subject: "GET /countries",
  text: "`code` of the answer has another `pattern`",
  statuses: ["200"],
  packages: ["client", "mock-server"],
  advice: "check the code that reads it",
};
const WAIVER = {
  since: "0.1.0",
  finding: "GET /countries: `code` of the answer has another `pattern`",
  reason: "Both take the same codes.",
};

test("what is waived is harmless, with the reason", () => {
  const { advice: _, ...rest } = FINDING;
  expect(waive([FINDING], [WAIVER], "0.1.0")).toEqual([{ ...rest, level: "harmless", waived: WAIVER.reason }]);
});

test("a waiver spares what it names alone, and only what breaks", () => {
  const harmless: Finding = { ...FINDING, level: "harmless" };
  const whole: Finding = { ...FINDING, subject: "", text: "the address is another" };
  const other: Finding = { ...FINDING, subject: "GET /other" };
  const waivers = [WAIVER, { ...WAIVER, finding: whole.text, reason: "Nobody uses it." }];
  const found = waive([harmless, FINDING, other, whole], waivers, "0.1.0");
  expect(found.map(({ level, waived }) => waived ?? level)).toEqual([
    "harmless",
    WAIVER.reason,
    "breaking",
    "Nobody uses it.",
  ]);
  expect(() => waive([harmless], [WAIVER], "0.1.0")).toThrow("Nothing that breaks is called");
});

test("a waiver counts against the release that it names, and no other", () => {
  expect(waive([FINDING], [WAIVER], "0.2.0")).toEqual([FINDING]);
});

test("a waiver of something else is refused, and spares nothing", () => {
  expect(() => waive([FINDING], [{ ...WAIVER, finding: "all" }], "0.1.0")).toThrow(
    'Nothing that breaks is called "all", yet it is waived: take a finding\'s line from `pnpm spec:diff`.',
  );
});

test("a waiver without a reason is none", async () => {
  const file = join(await mkdtemp(join(tmpdir(), "m800 waivers ")), "waivers.yaml");
  expect(await readWaivers(file)).toEqual([]);
  await writeFile(file, JSON.stringify([WAIVER]));
  expect(await readWaivers(file)).toEqual([WAIVER]);
  await writeFile(file, JSON.stringify([WAIVER, { ...WAIVER, since: 1 }]));
  await expect(readWaivers(file)).rejects.toThrow("entry 2 needs");
  await writeFile(file, JSON.stringify([WAIVER, { ...WAIVER, reason: " " }]));
  await expect(readWaivers(file)).rejects.toThrow("entry 2 needs `since`, `finding` and a `reason`, each a text.");
});
