export { createRawClient, type RawClient, type RawClientOptions } from "./create-raw-client.ts";
export { type Contract, contract } from "./generated/contract.gen.ts";
export type { components, operations, paths } from "./generated/schema.gen.ts";
export { specHash, specVersion } from "./generated/spec.gen.ts";
export { warnOfOtherSpec } from "./warn-of-other-spec.ts";
