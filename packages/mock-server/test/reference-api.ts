import type { MockSpec } from "@m800/mock-engine";
import { compileSpec } from "@m800/mock-engine/compile";
import document from "./reference-api.json" with { type: "json" };

/** M800's API as it was guessed at first: its paths, statuses and shapes are these tests' own, whatever the guess is today. */
export const referenceApi: MockSpec = compileSpec(document);
