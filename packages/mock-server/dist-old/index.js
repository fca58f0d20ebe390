import { t as createMockApi } from "./create-mock-api-CREJtPev.js";
import { i as specVersion, o as defaultAccount, r as specHash } from "./mock-engine-4KSNdbtH.js";
export { createMockApi, defaultAccount, specHash, specVersion };
