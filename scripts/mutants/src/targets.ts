/** A folder whose code is broken in small ways, to see whether its tests notice. */
export interface Target {
  readonly folder: string;
  /** Percentage of the mutants that tests have to notice, those judged equivalent left out. */
  readonly atLeast: number;
  /** Tests left out: they run what is built, which no mutant reaches, or take too long to be run for each. */
  readonly withoutTests?: readonly string[];
  /** Code that is left alone: tests run it in processes of its own, which no mutant reaches, or take too long. */
  readonly programs?: readonly string[];
  /** Whether each file of tests is run in a process of its own, which costs most of a run's time. Default: true. */
  readonly isolate?: boolean;
  /** What Vitest runs before all tests. */
  readonly globalSetup?: string;
  /** What stands in for a package, by its name. */
  readonly alias?: Readonly<Record<string, string>>;
  /** Variables that the tests are told by which of the suite's projects they are run. */
  readonly env?: Readonly<Record<string, string>>;
}

const SLOW_IN_AUTH = [
  "test/torture/**",
  "src/token-store-conformance.test.ts",
  "test/{declarations,exit,garbage-collection,older-engines,other-fetches,react-native}.test.ts",
];

export const targets: readonly Target[] = [
  { folder: "packages/client", atLeast: 90, isolate: false, withoutTests: ["test/**"] },
  {
    folder: "packages/auth",
    atLeast: 90,
    withoutTests: SLOW_IN_AUTH,
    // Its checks let real seconds pass, a whole suite's for each mutant.
    programs: ["src/token-store-conformance/**"],
  },
  {
    folder: "packages/mock-engine",
    atLeast: 90,
    isolate: false,
    withoutTests: ["test/{real-specs,frameworks,json-schema-suite}/**", "test/random-requests.test.ts"],
  },
  {
    folder: "packages/mock-server",
    atLeast: 85,
    withoutTests: ["test/{cli,content-security-policy}.test.ts", "**/*.browser.test.ts"],
    programs: ["src/{cli,help,keep-heap-small,setup-mock-worker,watch-spec}.ts"],
    isolate: false,
    // For MSW 3 there is more code than for MSW 2.
    alias: { msw: "msw-3" },
    env: { MSW_MAJOR: "3" },
  },
  {
    folder: "packages/token-store-redis",
    atLeast: 90,
    withoutTests: ["test/{fleet,faults,conformance,versions}*.test.ts"],
    globalSetup: "test/provide-server.ts",
  },
  {
    folder: "scripts/generate",
    atLeast: 85,
    isolate: false,
    withoutTests: ["test/**"],
    programs: ["src/{main,lint-spec}.ts"],
  },
  {
    folder: "scripts/mutants",
    atLeast: 85,
    withoutTests: ["test/**"],
    programs: ["src/{main,mutate,targets,equivalents}.ts"],
  },
  {
    folder: "scripts/release",
    atLeast: 85,
    isolate: false,
    withoutTests: ["test/**"],
    programs: [
      "src/{main,api-report,canary,check-hand-written,consumer,pack-release,registry}.ts",
      "src/{rehearse-release,release-status,set-repository}.ts",
      "src/api/{api-report,stale-reports}.ts",
    ],
  },
  { folder: "scripts/schema-types", atLeast: 85 },
  {
    folder: "scripts/verify-live",
    atLeast: 85,
    isolate: false,
    withoutTests: ["test/program.test.ts"],
    programs: ["src/main.ts"],
  },
];
