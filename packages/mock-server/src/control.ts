export {
  type CreatedMock,
  connectMockServer,
  type MockServerConnection,
  type RemoteMock,
  type RemoteMockOptions,
} from "./connect-mock-server.ts";
