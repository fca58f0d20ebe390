import { o as defaultAccount } from "./mock-engine-4KSNdbtH.js";
import { t as serveMockApi } from "./serve-mock-api-BI7_YgQe.js";
export { defaultAccount, serveMockApi };
