import { t as createMockApi } from "./create-mock-api-DOOi6OJq.js";
import { i as specVersion, o as defaultAccount, r as specHash } from "./mock-engine-DqU56TwQ.js";
export { createMockApi, defaultAccount, specHash, specVersion };
