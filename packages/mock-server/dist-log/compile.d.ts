import { t as MockSpec } from "./api-description-UnSNMOj0.js";
import { Ajv2020 } from "ajv/dist/2020.js";
/**
 * Makes what `createMockApi({ spec })` serves from any OpenAPI 3.0 or 3.1 document: parsed, and without references to other
 * files. An operation is compiled when it is first called. Examples that do not fit their schemas are passed over.
 *
 * @throws TypeError if it is no such document.
 */
export declare function compileSpec(document: object): MockSpec;