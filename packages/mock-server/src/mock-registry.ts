import type { MockSpec } from "@m800/mock-engine";
import { createMockEngine, type MockApiOptions, type MockEngine } from "./mock-engine.ts";

/** One of the mocks of a process, and what was added to it from outside. */
export interface RegisteredMock {
  readonly id: string;
  engine: MockEngine;
  /** What takes replies and faults away, by their ids. */
  readonly replies: Map<string, () => void>;
  readonly faults: Map<string, () => void>;
  /** Back to the start. */
  reset(): void;
}

/** Any number of mocks of one API, isolated from each other. */
export interface MockRegistry {
  /** @throws TypeError if an option is invalid. */
  create(options?: MockApiOptions): RegisteredMock;
  /** @throws RangeError if there is no such mock. */
  get(id: string): RegisteredMock;
  find(id: string): RegisteredMock | undefined;
  /** @throws RangeError if there is no such mock, or it is the first. */
  drop(id: string): void;
  /** Serves another document from now on, by all mocks: each begins anew. */
  reload(spec: MockSpec): void;
}

/** The id of the mock that there is from the start. */
export const DEFAULT_MOCK = "default";

export function createMockRegistry(defaults: MockApiOptions): MockRegistry {
  const mocks = new Map<string, RegisteredMock & { readonly options: MockApiOptions }>();
  let current = defaults;
  let count = 0;

  function register(id: string, options: MockApiOptions): RegisteredMock {
    const replies = new Map<string, () => void>();
    const faults = new Map<string, () => void>();
    const mock = {
      id,
      options,
      engine: createMockEngine({ ...current, ...options }),
      replies,
      faults,
      reset() {
        replies.clear();
        faults.clear();
        mock.engine.controls.reset();
      },
    };
    mocks.set(id, mock);
    return mock;
  }

  function get(id: string): RegisteredMock {
    const mock = mocks.get(id);
    if (!mock) throw new RangeError(`There is no mock "${id}": it was never created, or it was dropped.`);
    return mock;
  }

  register(DEFAULT_MOCK, {});
  return {
    create: (options = {}) => register(String(++count), options),
    get,
    find: (id) => mocks.get(id),
    drop(id) {
      if (id === DEFAULT_MOCK) throw new RangeError(`The mock "${id}" cannot be dropped, only reset.`);
      get(id).reset();
      mocks.delete(id);
    },
    reload(spec) {
      // Made before any is replaced, so that a document that cannot be served changes nothing.
      const engines = [...mocks].map(
        ([id, { options }]) => [id, createMockEngine({ ...defaults, ...options, spec })] as const,
      );
      current = { ...defaults, spec };
      for (const [id, engine] of engines) {
        const mock = mocks.get(id);
        if (!mock) continue;
        mock.reset();
        mock.engine = engine;
      }
    },
  };
}
