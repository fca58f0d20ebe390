import type { UserConfig } from "tsdown";

/** Settings of every package's build: what is published is checked as a package manager and a type checker would see it. */
export const shared: UserConfig = {
  dts: true,
  publint: { strict: true },
  attw: { profile: "esm-only", level: "error" },
};
