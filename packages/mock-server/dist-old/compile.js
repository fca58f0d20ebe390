export { t as compileSpec } from "./compile-spec-DXy6usNA.js";
