import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { createWorkCopy } from "../src/create-work-copy.ts";
import { editSpec } from "../src/edit-spec.ts";

test("while `dev` runs, each edit of the description reaches types and mock, and a wrong one is told and passed over", async () => {
  const copy = createWorkCopy();
  const dev = spawn(process.execPath, ["scripts/dev.ts"], { cwd: copy.root });
  const lines = createInterface({ input: dev.stdout })[Symbol.asyncIterator]();
  const told = createInterface({ input: dev.stderr })[Symbol.asyncIterator]();
  async function until(start: string): Promise<void> {
    for (let line = await lines.next(); ; line = await lines.next()) {
      if (line.done) throw new Error(`It ended before it said: ${start}`);
      if (line.value.startsWith(start)) return;
    }
  }
  try {
    await until("Watching");
    editSpec(copy, [{ at: ["paths", "/countries", "get", "operationId"], to: "availableCountries" }]);
    await until("Types and mock are up to date");
    expect(copy.read("packages/client/dist/index.d.ts")).toContain("availableCountries");
    const mock = readdirSync(join(copy.root, "packages/mock-server/dist")).filter((name) => name.endsWith(".js"));
    expect(mock.some((name) => copy.read(`packages/mock-server/dist/${name}`).includes("availableCountries"))).toBe(
      true,
    );

    editSpec(copy, [{ at: ["paths", "/countries", "get", "operationId"] }]);
    expect((await told.next()).value).toMatch(/phone-number\.yaml:\d+:\d+: .*operationId/);
    await until("Left as it was");
    expect(copy.read("packages/client/dist/index.d.ts")).toContain("availableCountries");
  } finally {
    dev.kill();
    await once(dev, "close");
  }
});
