import { afterAll, expect, test } from "vitest";
import { startGateway } from "./src/gateway.ts";
import { packPackages } from "./src/install.ts";
import { runStack } from "./src/run-stack.ts";
import { stacks } from "./src/stacks.ts";
import { missingFromPage, writeStacksPage } from "./src/stacks-page.ts";

const isWhole = process.env.MODE === "whole";
const tarballs = packPackages("stacks-tarballs");
const passed = new Set<string>();

afterAll(() => {
  if (isWhole) writeStacksPage(stacks.map((stack) => ({ stack, passed: passed.has(stack.name) })));
});

test.concurrent.for(stacks.filter(({ isShort }) => isWhole || isShort))(
  "the packed packages serve in a project of $name",
  { timeout: 900_000 },
  async (stack) => {
    const gateway = await startGateway();
    try {
      await runStack(stack, tarballs, gateway);
      passed.add(stack.name);
    } finally {
      await gateway.close();
    }
  },
);

test.skipIf(isWhole)("the table of stacks has each of them, and none that fails", () => {
  expect(missingFromPage(stacks)).toEqual([]);
});
