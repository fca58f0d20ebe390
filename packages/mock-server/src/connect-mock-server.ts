import type { Fault, OverrideOptions, RecordedRequest } from "@m800/mock-engine";
import createClient from "openapi-fetch";
import type { components, paths } from "./generated/control-schema.gen.ts";
import type { operations, sentOperations } from "./generated/operations.gen.ts";
import type { IssuedToken } from "./m800/tokens.ts";
import { mapTree } from "./map-tree.ts";
import type { MockApiControls } from "./mock-engine.ts";
import type { AnyOperations, OffSpecReply, OperationId, Replies } from "./reply.ts";

/** A mock in another process: the controls of `MockApiControls`, as promises. */
export interface RemoteMock<Operations extends object = operations, Sent extends object = sentOperations> {
  /** What the control names it. */
  readonly id: string;
  /** Where the API is: without a slash at the end. */
  readonly baseUrl: string;
  /** The access tokens that it has issued, and ways to end them early. */
  readonly tokens: {
    /** Those since the start or the last reset, oldest first. */
    issued(): Promise<readonly IssuedToken[]>;
    /** Ends one token, which must have been issued. */
    revoke(token: string): Promise<void>;
    /** Ends all tokens as a gateway does that revokes them before they expire. */
    revokeAll(): Promise<void>;
    /** Ends all tokens as if their lifetime were over. */
    expireAll(): Promise<void>;
  };
  /** Its time, which tokens live by: the real one, until it is moved. */
  readonly clock: {
    /** Milliseconds since the epoch. */
    now(): Promise<number>;
    /** Moves it forward. */
    advance(seconds: number): Promise<void>;
  };
  /** Trouble between client and API: broken connections, slow or spoilt answers. */
  readonly faults: {
    /** Returns what removes the fault. */
    add(fault: Fault<OperationId<Operations>>): Promise<() => Promise<void>>;
    /** Removes them all. */
    clear(): Promise<void>;
  };
  /** Returns what takes the reply away again. A reply is no function here: it is sent to the other process. */
  respondWith<Id extends OperationId<Operations>>(
    operationId: Id,
    reply: Replies<Operations>[Id],
    options?: OverrideOptions & { readonly offSpec?: false },
  ): Promise<() => Promise<void>>;
  respondWith(
    operationId: OperationId<Operations>,
    reply: OffSpecReply,
    options: OverrideOptions & { readonly offSpec: true },
  ): Promise<() => Promise<void>>;
  requests(operationId?: OperationId<Operations>): Promise<readonly RecordedRequest[]>;
  /** The other process sends it: to an address that it can reach. */
  readonly send: MockApiControls<Operations, Sent>["send"];
  reset(): Promise<void>;
}

/** What a mock begins with. What is left out is as its process was told at its start. */
export type RemoteMockOptions = components["schemas"]["MockOptions"];

/** The mock that a process serves, and ways to have more of them. */
export interface MockServerConnection<Operations extends object = operations, Sent extends object = sentOperations>
  extends RemoteMock<Operations, Sent> {
  /** Creates a mock that shares nothing with any other, at a base URL of its own. */
  create(options?: RemoteMockOptions): Promise<CreatedMock<Operations, Sent>>;
}

/** A mock that was created, for one worker or one test. */
export interface CreatedMock<Operations extends object = operations, Sent extends object = sentOperations>
  extends RemoteMock<Operations, Sent> {
  /** Ends it, and forgets all of it. */
  drop(): Promise<void>;
}

/**
 * Drives a mock that `m800-mock-server --control` or `serveMockApi({ control: true })` serves, in this process or another.
 * Of a document of your own, its type argument are the `operations` that openapi-typescript makes of it.
 *
 * @param url Address of the control, which the start of the mock prints.
 * @param secret The control's own secret, printed beside it.
 * @throws Error with the control's words if it refuses, as every call does: an unknown operation, a reply that breaks the spec.
 * @example
 * const server = await connectMockServer(process.env.MOCK_CONTROL_URL, process.env.MOCK_CONTROL_SECRET);
 * const mock = await server.create({ tokenLifetimeSeconds: 5 });
 */
export async function connectMockServer(url: string, secret: string): Promise<MockServerConnection>;
export async function connectMockServer<Operations extends object>(
  url: string,
  secret: string,
): Promise<MockServerConnection<Operations, Operations>>;
export async function connectMockServer(
  url: string,
  secret: string,
): Promise<MockServerConnection<AnyOperations, AnyOperations>> {
  if (!URL.canParse(url)) throw new TypeError(`The control's address must be an absolute URL, not "${url}".`);
  const client = createClient<paths>({ baseUrl: url, headers: { Authorization: `Bearer ${secret}` } });
  const main = await answerOf(client.GET("/mocks/{mock}", { params: { path: { mock: "default" } } }));
  return {
    ...controlsOf(client, main),
    async create(options = {}) {
      const created = await answerOf(client.POST("/mocks", { body: options }));
      const params = { path: { mock: created.mock } };
      return {
        ...controlsOf(client, created),
        drop: async () => void (await answerOf(client.DELETE("/mocks/{mock}", { params }))),
      };
    },
  };
}

type Client = ReturnType<typeof createClient<paths>>;
type Schemas = components["schemas"];

function controlsOf(client: Client, { mock, baseUrl }: Schemas["Mock"]): RemoteMock<AnyOperations, AnyOperations> {
  const path = { mock };
  const params = { path };
  const revoke = async (body: { token?: string }) =>
    void (await answerOf(client.POST("/mocks/{mock}/tokens/revoke", { params, body })));
  return {
    id: mock,
    baseUrl,
    tokens: {
      issued: async () => (await answerOf(client.GET("/mocks/{mock}/tokens", { params }))).tokens,
      revoke: (token) => revoke({ token }),
      revokeAll: () => revoke({}),
      expireAll: async () => void (await answerOf(client.POST("/mocks/{mock}/tokens/expire", { params }))),
    },
    clock: {
      now: async () => (await answerOf(client.GET("/mocks/{mock}/clock", { params }))).now,
      advance: async (seconds) =>
        void (await answerOf(client.POST("/mocks/{mock}/clock/advance", { params, body: { seconds } }))),
    },
    faults: {
      async add({ ...fault }) {
        const { id } = await answerOf(client.POST("/mocks/{mock}/faults", { params, body: fault as Schemas["Fault"] }));
        const target = { path: { mock, id } };
        return async () => void (await answerOf(client.DELETE("/mocks/{mock}/faults/{id}", { params: target })));
      },
      clear: async () => void (await answerOf(client.DELETE("/mocks/{mock}/faults", { params }))),
    },
    async respondWith(operationId: string, reply: object, options: OverrideOptions = {}) {
      const body = { operationId, reply: inJson(reply), ...options } as Schemas["Reply"];
      const { id } = await answerOf(client.POST("/mocks/{mock}/replies", { params, body }));
      const target = { path: { mock, id } };
      return async () => void (await answerOf(client.DELETE("/mocks/{mock}/replies/{id}", { params: target })));
    },
    async requests(operationId) {
      const query = operationId === undefined ? {} : { operationId };
      const { requests } = await answerOf(client.GET("/mocks/{mock}/requests", { params: { path, query } }));
      return requests.map(withFiles);
    },
    async send(operationId, message, url) {
      const sent = { operationId, ...message, url: String(url) };
      const answer = await answerOf(client.POST("/mocks/{mock}/messages", { params, body: sent }));
      const { status, headers, body } = answer;
      return new Response(body === "" ? null : body, { status, headers });
    },
    reset: async () => void (await answerOf(client.POST("/mocks/{mock}/reset", { params }))),
  };
}

/** JSON has no bytes. */
function inJson(reply: object): object {
  if (!("body" in reply && reply.body instanceof Uint8Array)) return reply;
  const { body, ...others } = reply;
  return { ...others, bytes: Buffer.from(body).toString("base64") };
}

/** A request as it is in the process: with bytes for what stands in JSON as base64. */
function withFiles({ files = [], body, ...request }: Schemas["RecordedRequest"]): RecordedRequest {
  const decoded = mapTree(body, (part, pointer) =>
    files.includes(pointer) ? new Uint8Array(Buffer.from(String(part), "base64")) : part,
  );
  const { operationId, status, refusal } = request;
  return { ...request, operationId, status, refusal, body: decoded };
}

async function answerOf<Data>(
  call: Promise<{ data?: Data; error?: Schemas["Problem"]; response: Response }>,
): Promise<Data> {
  const { data, error, response } = await call;
  if (response.ok) return data as Data;
  throw new Error(error?.message ?? `The mock's control answered ${response.status}.`);
}
