import type { TestProject } from "vitest/node";
import { requireProgram } from "../../../scripts/require-program.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The server's program. Empty where none can be had: then suites are skipped, which CI does not accept. */
    redisServer: string;
  }
}

/** Finds the server that a project of this package's suite is named after, or installs it. */
export default function provideServer(project: TestProject): void {
  project.provide("redisServer", requireProgram(project.name === "valkey" ? "valkey-server" : "redis-server") ?? "");
}
