import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Engine, MockSpec } from "@m800/mock-engine";
import { type ApiServerOptions, createApiServer, type Exchange } from "./create-api-server.ts";
import type { operations, sentOperations } from "./generated/operations.gen.ts";
import { LOOPBACK } from "./loopback.ts";
import type { MockApiControls, MockApiOptions } from "./mock-engine.ts";
import { createMockRegistry, DEFAULT_MOCK, type MockRegistry } from "./mock-registry.ts";
import type { AnyOperations } from "./reply.ts";

export interface ServeOptions extends Omit<MockApiOptions, "baseUrl" | "tokenEndpoint"> {
  /** Default: 0, any free port. */
  readonly port?: number;
  /** Address to listen on. Default: 127.0.0.1. */
  readonly host?: string;
  /** Allows a `host` that other machines can reach. Default: false. */
  readonly allowRemote?: boolean;
  /** Called before each reply is sent, also those to requests that never got as far as the API. */
  readonly onReply?: (exchange: Exchange) => void;
  /** Origins whose pages may call and read the API, `http://localhost:5173` for example. Default: none. */
  readonly allowedOrigins?: readonly string[];
  /** Lets other processes drive the mock, at a port of its own. Default: false. */
  readonly control?: boolean | ControlOptions;
}

export interface ControlOptions {
  /** Default: 0, any free port. */
  readonly port?: number;
  /** What its callers have to know, at least 16 characters. Default: one made for this run. */
  readonly secret?: string | undefined;
}

/** Where other processes drive a mock: for `connectMockServer`, and for clients of its description. */
export interface ControlAddress {
  readonly url: string;
  readonly secret: string;
}

/** A mock API that listens for HTTP. */
export interface ServedMockApi<Operations extends object = operations, Sent extends object = sentOperations>
  extends MockApiControls<Operations, Sent> {
  /** Where it listens: without a slash at the end. */
  readonly baseUrl: string;
  /** Undefined, unless it was asked for. */
  readonly control: ControlAddress | undefined;
  /** Serves another document from now on, at the same address; all begins anew. */
  reload(spec: MockSpec): void;
  /** Ends all connections and stops listening. */
  close(): Promise<void>;
}

/**
 * Serves the mock API over HTTP/1.1, for clients in other processes and in other languages.
 *
 * @throws TypeError if an option is invalid; the system's error, with its `code`, if the port is taken.
 */
export async function serveMockApi<Operations extends object = AnyOperations>(
  options: ServeOptions & { readonly spec: MockSpec },
): Promise<ServedMockApi<Operations, Operations>>;
export async function serveMockApi(options?: ServeOptions): Promise<ServedMockApi>;
export async function serveMockApi(options: ServeOptions = {}): Promise<ServedMockApi<AnyOperations, AnyOperations>> {
  const {
    port = 0,
    host = "127.0.0.1",
    allowRemote = false,
    allowedOrigins = [],
    control = false,
    onReply,
    ...mockOptions
  } = options;
  if (!allowRemote && !LOOPBACK.test(host)) {
    throw new TypeError(
      `"${host}" is not this machine's loopback: others may reach it. Pass allowRemote to serve there.`,
    );
  }
  checkOrigins(allowedOrigins);
  const registry = createMockRegistry(mockOptions);
  const main = registry.get(DEFAULT_MOCK);
  const serverOptions = { allowRemote, allowedOrigins, onReply };

  const server = createApiServer(serverOptions, () => main.engine);
  const origin = await listen(server, port, host);
  const baseUrlOfMain = () => origin + main.engine.basePath;
  const servers = [server];
  const close = async () => void (await Promise.all(servers.map(end)));
  let address: ControlAddress | undefined;
  if (control) {
    try {
      const controlOptions = control === true ? {} : control;
      const served = await serveControl(registry, controlOptions, serverOptions, host, baseUrlOfMain);
      servers.push(served.server);
      address = served.address;
    } catch (error) {
      await close();
      throw error;
    }
  }
  const controls = () => main.engine.controls;
  const override: Engine["override"] = (...call) => main.engine.override(...call);
  return {
    get baseUrl() {
      return baseUrlOfMain();
    },
    control: address,
    get tokens() {
      return controls().tokens;
    },
    get clock() {
      return controls().clock;
    },
    get faults() {
      return controls().faults;
    },
    respondWith: override,
    requests: (operationId) => controls().requests(operationId),
    send: (...call) => controls().send(...call),
    reset: () => main.reset(),
    reload: (spec) => registry.reload(spec),
    close,
  };
}

/** Where the mocks that were created are, below the control's own address: their ids follow. */
const MOCKS = "/api/";

/** Loaded only where it is asked for: most mocks are driven by their own process. */
async function serveControl(
  registry: MockRegistry,
  { port = 0, secret }: ControlOptions,
  options: ApiServerOptions,
  host: string,
  baseUrlOfMain: () => string,
): Promise<{ readonly server: Server; readonly address: ControlAddress }> {
  const { createControl, createSecret } = await import("./create-control.ts");
  if (secret !== undefined && !/^[\w.~+/-]{16,}$/.test(secret)) {
    throw new TypeError("control.secret must be at least 16 letters, digits or any of . _ ~ + / -");
  }
  const known = secret ?? createSecret();
  let url = "";
  const engine = createControl(registry, known, ({ id, engine: { basePath } }) =>
    id === DEFAULT_MOCK ? baseUrlOfMain() : url + MOCKS + id + basePath,
  );
  const own = { ...engine, basePath: "", signature: {}, isControl: true };
  const server = createApiServer(options, (path) => {
    if (!path.startsWith(MOCKS)) return own;
    const [id = ""] = path.slice(MOCKS.length).split("/", 1);
    const mock = registry.find(id)?.engine;
    return mock && { ...mock, basePath: MOCKS + id + mock.basePath };
  });
  url = await listen(server, port, host);
  return { server, address: { url, secret: known } };
}

function checkOrigins(allowedOrigins: readonly string[]): void {
  const wrong = allowedOrigins.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
  if (wrong !== undefined) throw new TypeError(`"${wrong}" is not an origin, as http://localhost:5173 is.`);
}

/** Returns the origin. */
async function listen(server: Server, port: number, host: string): Promise<string> {
  server.listen(port, host);
  await once(server, "listening");
  const { port: actualPort, family, address } = server.address() as AddressInfo;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${actualPort}`;
}

function end(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
