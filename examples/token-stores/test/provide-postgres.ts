import type { TestProject } from "vitest/node";
import { requireProgram } from "../../../scripts/require-program.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The server's program, beside which is `initdb`. Empty where none can be had: then suites are skipped, which CI does not accept. */
    postgres: string;
  }
}

/** Finds PostgreSQL's server, or installs it. */
export default function providePostgres(project: TestProject): void {
  project.provide("postgres", requireProgram("postgres") ?? "");
}
