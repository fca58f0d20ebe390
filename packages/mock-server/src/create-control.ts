import { randomBytes, timingSafeEqual } from "node:crypto";
import {
  type Behaviour,
  createEngine,
  type Engine,
  type Fault,
  type Outcome,
  type RecordedRequest,
  type ReplyInit,
} from "@m800/mock-engine";
import { api } from "./generated/control-api.gen.ts";
import type { components, operations } from "./generated/control-schema.gen.ts";
import { validators } from "./generated/control-validators.gen.ts";
import { mapTree } from "./map-tree.ts";
import type { MockApiOptions } from "./mock-engine.ts";
import { DEFAULT_MOCK, type MockRegistry, type RegisteredMock } from "./mock-registry.ts";

type Schemas = components["schemas"];

/** What a call has in its path, query and body: it fits the control's description. */
interface Call<Body> {
  readonly mock: RegisteredMock;
  readonly id: string;
  readonly operationId: string | undefined;
  readonly body: Body;
}

type BodyOf<Operation> = Operation extends { requestBody: { content: { "application/json": infer Body } } }
  ? Body
  : undefined;

/** One function for each operation of the control's description: what it answers, or undefined for nothing. */
type Handlers = { readonly [Id in keyof operations]: (call: Call<BodyOf<operations[Id]>>) => unknown };

/** The control interface of a process's mocks: an API that is served as any other, from a description of its own. */
export function createControl(
  registry: MockRegistry,
  secret: string,
  baseUrlOf: (mock: RegisteredMock) => string,
): Engine {
  let count = 0;
  const describe = (mock: RegisteredMock): Schemas["Mock"] => ({ mock: mock.id, baseUrl: baseUrlOf(mock) });
  const add = (removers: Map<string, () => void>, remove: () => void): Schemas["Added"] => {
    const id = String(++count);
    removers.set(id, remove);
    return { id };
  };
  const remove = (removers: Map<string, () => void>, id: string, what: string): void => {
    const found = removers.get(id);
    if (!found) throw new RangeError(`There is no ${what} "${id}": it was never added, or it is gone.`);
    found();
    removers.delete(id);
  };

  const handlers: Handlers = {
    createMock: ({ body }) => describe(registry.create(optionsOf(body))),
    getMock: ({ mock }) => describe(mock),
    dropMock: ({ mock }) => registry.drop(mock.id),
    resetMock: ({ mock }) => mock.reset(),
    listTokens: ({ mock }) => ({ tokens: mock.engine.controls.tokens.issued() }),
    revokeTokens({ mock, body: { token } }) {
      if (token === undefined) mock.engine.controls.tokens.revokeAll();
      else mock.engine.controls.tokens.revoke(token);
    },
    expireTokens: ({ mock }) => mock.engine.controls.tokens.expireAll(),
    readClock: ({ mock }) => ({ now: mock.engine.controls.clock.now() }),
    advanceClock({ mock, body: { seconds } }) {
      mock.engine.controls.clock.advance(seconds);
      return { now: mock.engine.controls.clock.now() };
    },
    addReply: ({ mock, body: { operationId, reply, ...options } }) =>
      add(mock.replies, mock.engine.override(operationId, withBytes(reply), options)),
    removeReply: ({ mock, id }) => remove(mock.replies, id, "reply"),
    // It checks what it is given.
    addFault: ({ mock, body }) => add(mock.faults, mock.engine.controls.faults.add(body as Fault)),
    removeFault: ({ mock, id }) => remove(mock.faults, id, "fault"),
    clearFaults({ mock }) {
      mock.engine.controls.faults.clear();
      mock.faults.clear();
    },
    listRequests: ({ mock, operationId }) => ({ requests: mock.engine.controls.requests(operationId).map(inJson) }),
    async sendMessage({ mock, body: { operationId, url, ...message } }): Promise<Schemas["Answer"]> {
      const response = await mock.engine.controls.send(operationId, message, url).catch((error: unknown) => {
        // What fetch says of a connection stands in its cause.
        const cause = error instanceof Error ? error.cause : undefined;
        throw cause instanceof Error ? new TypeError(`${url} cannot be reached: ${cause.message}`) : error;
      });
      const { status, headers } = response;
      return { status, headers: Object.fromEntries(headers), body: await response.text() };
    },
  };

  const behaviour: Behaviour = {
    authenticators: new Map([
      [
        "bearer",
        (given) => (isSame(given, secret) ? { credentials: given } : { refusal: "It is not the control's secret." }),
      ],
    ]),
    operations: new Map(
      Object.entries<(call: Call<never>) => unknown>(handlers).map(([operationId, handle]) => [
        operationId,
        async ({ parameters, body }): Promise<Outcome> => {
          const { path = {}, query = {} } = parameters;
          try {
            const mock = registry.get(String(path.mock ?? DEFAULT_MOCK));
            // The engine has held the body against the operation's description.
            const call = { mock, id: String(path.id), operationId: query.operationId, body } as Call<never>;
            return { body: await handle(call) };
          } catch (error) {
            return refusalOf(error);
          }
        },
      ]),
    ),
  };
  return createEngine(api, (key) => validators[key], behaviour, { limits: { requests: 0 } });
}

/** Files stand in JSON as base64, and it is told where. */
function inJson({ body, ...request }: RecordedRequest): unknown {
  const files: string[] = [];
  const encoded = mapTree(body, (part, pointer) => {
    if (!(part instanceof Uint8Array)) return part;
    files.push(pointer);
    return Buffer.from(part).toString("base64");
  });
  return { ...request, body: encoded, ...(files.length > 0 && { files }) };
}

function withBytes({ bytes, ...reply }: Schemas["Reply"]["reply"]): ReplyInit {
  return bytes === undefined ? reply : { ...reply, body: new Uint8Array(Buffer.from(bytes, "base64")) };
}

/** What the controls throw in the process is told in the same words. */
function refusalOf(error: unknown): Outcome {
  if (error instanceof RangeError) return { refusal: error.message, status: 404 };
  if (error instanceof TypeError) return { refusal: error.message, status: 400 };
  throw error;
}

/** A secret that nobody guesses, for one run. */
export function createSecret(): string {
  return randomBytes(24).toString("base64url");
}

/** In a time that tells nothing of where they differ. */
function isSame(given: string, secret: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(secret)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Some generators' clients send null for a list that is left out. */
function optionsOf({ accounts, ...options }: Schemas["MockOptions"]): MockApiOptions {
  if (!accounts) return options;
  return {
    ...options,
    accounts: accounts.map(({ countries, ...account }) => (countries ? { ...account, countries } : account)),
  };
}
