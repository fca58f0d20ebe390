export { compileSpec } from "@m800/mock-engine/compile";
