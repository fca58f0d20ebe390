import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createEngine } from "@m800/mock-engine";
import { compileSpec, type OpenApiDocument } from "@m800/mock-engine/compile";
import { run } from "../src/run.ts";

/** Something that a user of a release has written. */
export interface Use {
  /** A request to the mock: served, or not. */
  readonly call?: {
    readonly method: string;
    readonly path: string;
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
  };
  /** A reply that a test lets the mock give: taken, or not. */
  readonly reply?: {
    readonly of: string;
    readonly status: number;
    readonly body?: unknown;
    readonly example?: string;
    readonly headers?: Readonly<Record<string, string>>;
  };
  /** Where a test calls the mock: there, or not. */
  readonly address?: string;
  /** A caller's program: it compiles, or not. */
  readonly code?: string;
}

/** Tries what has been written on a description's mock: what works, and undefined for what only a compiler can tell. */
export async function tryOnMock(document: OpenApiDocument, uses: readonly Use[]): Promise<(boolean | undefined)[]> {
  const { api, findValidator } = compileSpec(document);
  const engine = createEngine(api, findValidator, { authenticators: new Map(), operations: new Map() }, { seed: 1 });
  const results: (boolean | undefined)[] = [];
  for (const { call, reply, address } of uses) {
    engine.reset();
    if (call) results.push(await isServed(call));
    else if (address) results.push(new URL(address).href === new URL(api.baseUrl).href);
    else results.push(reply && isTaken(reply));
  }
  return results;

  async function isServed({ method, path, body, headers = {} }: NonNullable<Use["call"]>): Promise<boolean> {
    const [pathname = "", search] = path.split("?");
    const { status } = await engine.handle({
      method,
      pathname,
      search: search === undefined ? "" : `?${search}`,
      headers: {
        authorization: "Bearer token",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      readBytes: async () => new TextEncoder().encode(body === undefined ? "" : JSON.stringify(body)),
    });
    // That the mock finds nothing to answer is not the call's fault.
    return status < 400 || status >= 500;
  }

  function isTaken({ of, ...reply }: NonNullable<Use["reply"]>): boolean {
    try {
      engine.override(of, reply);
      return true;
    } catch {
      return false;
    }
  }
}

const PRELUDE = `import createClient from "openapi-fetch";
import type { components, operations, paths } from "./types.ts";

const client = createClient<paths>();
export type All = [components, operations];
`;

/** Compiles programs against the types of many descriptions, by name, at once: which of them compile. */
export async function tryToCompile(
  types: Readonly<Record<string, string>>,
  programs: Readonly<Record<string, readonly string[]>>,
): Promise<Readonly<Record<string, readonly boolean[]>>> {
  // Inside the package, so that its dependencies are found.
  const folder = join(import.meta.dirname, "../node_modules/.cache/edits");
  await rm(folder, { recursive: true, force: true });
  for (const [name, text] of Object.entries(types)) {
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, "types.ts"), text);
    for (const [index, program] of (programs[name] ?? []).entries()) {
      await writeFile(join(folder, name, `program-${index}.ts`), PRELUDE + program);
    }
  }
  const compilerOptions = {
    lib: ["ES2022", "DOM", "DOM.Iterable"],
    target: "ES2022",
    module: "ESNext",
    moduleResolution: "bundler",
    allowImportingTsExtensions: true,
    types: [],
    strict: true,
    noEmit: true,
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["."] }));
  const tsc = fileURLToPath(import.meta.resolve("typescript/package.json")).replace("package.json", "bin/tsc");
  const { stdout } = await run(process.execPath, [tsc, "-p", folder, "--pretty", "false"], { cwd: folder });
  const broken = new Set([...stdout.matchAll(/^(\S+)\(\d+,\d+\): error/gm)].map(([, file]) => file));
  return Object.fromEntries(
    Object.entries(programs).map(([name, list]) => [
      name,
      list.map((_, index) => !broken.has(`${name}/program-${index}.ts`)),
    ]),
  );
}
