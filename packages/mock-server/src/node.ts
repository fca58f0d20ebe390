export { type MockServer, setupMockServer } from "./setup-mock-server.ts";
