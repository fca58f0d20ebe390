import { rolldown } from "rolldown";
import { expect, test } from "vitest";

test.each([
  { given: "no condition", conditions: [], isServer: true },
  { given: "Node", conditions: ["node"], isServer: true },
  { given: "Deno", conditions: ["deno", "node"], isServer: true },
  { given: "Bun", conditions: ["bun", "node"], isServer: true },
  { given: "workerd", conditions: ["workerd", "worker", "browser"], isServer: true },
  { given: "an edge runtime, as Next's", conditions: ["edge-light", "worker", "browser"], isServer: true },
  { given: "a browser", conditions: ["browser"], isServer: false },
  { given: "a browser's worker", conditions: ["worker", "browser"], isServer: false },
  { given: "Metro, for React Native", conditions: ["react-native"], isServer: false },
])("a bundle for $given has the credentials' code: $isServer", async ({ conditions, isServer }) => {
  for (const [name, want] of [
    ["@m800/phone-number-auth", isServer],
    ["@m800/phone-number-auth/with-credentials", true],
  ] as const) {
    const built = await rolldown({
      input: name,
      cwd: import.meta.dirname,
      platform: "neutral",
      resolve: { conditionNames: [...conditions, "import"], mainFields: ["module", "main"] },
    });
    const { output } = await built.generate();
    expect(output[0].code.includes("M800Auth")).toBe(want);
  }
});
