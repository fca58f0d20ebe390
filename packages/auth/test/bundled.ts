import { type RolldownOutput, rolldown } from "rolldown";

/** The package as one script, which puts what it exports into `bundled`: for a realm with a platform of its own. */
export const bundled: Promise<RolldownOutput> = rolldown({
  input: "@m800/phone-number-auth",
  cwd: import.meta.dirname,
  platform: "neutral",
  resolve: { conditionNames: ["import"], mainFields: ["module", "main"] },
}).then((build) => build.generate({ format: "iife", name: "bundled" }));
