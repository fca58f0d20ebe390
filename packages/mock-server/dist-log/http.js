import { o as defaultAccount } from "./mock-engine-DqU56TwQ.js";
import { t as serveMockApi } from "./serve-mock-api-GeBQR0L_.js";
export { defaultAccount, serveMockApi };
