import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { rolldown } from "rolldown";

const VERSION = "0.88.1";
const FOLDER = join(import.meta.dirname, "../.vitest/react-native");
const ENTRY = "\0entry";
/** It has no types. */
const flowRemoveTypes: (code: string, options: { all: boolean }) => object = createRequire(import.meta.url)(
  "flow-remove-types",
);

/** Downloads React Native's own files, once: with what it depends on, it is half a gigabyte. */
function unpack(): string {
  const unpacked = join(FOLDER, "package");
  if (!existsSync(unpacked)) {
    mkdirSync(FOLDER, { recursive: true });
    execFileSync("npm", ["pack", "--silent", `react-native@${VERSION}`], { cwd: FOLDER });
    execFileSync("tar", ["-xzf", `react-native-${VERSION}.tgz`, "package/Libraries", "package/src"], { cwd: FOLDER });
  }
  return unpacked;
}

async function bundle(code: string): Promise<string> {
  const built = await rolldown({
    input: ENTRY,
    cwd: import.meta.dirname,
    platform: "neutral",
    // Metro sets `react-native`, and no `browser`.
    resolve: { conditionNames: ["react-native", "import", "require"], mainFields: ["module", "main"] },
    plugins: [
      {
        name: "react-native",
        resolveId: (id, importer) =>
          id === ENTRY ? id : importer === ENTRY && id.startsWith(".") ? join(unpack(), id) : null,
        load(id) {
          if (id === ENTRY) return code;
          // What is native is not here.
          if (/\/Native\w+\.js$/.test(id)) return "export default null;";
          if (/\/ReactNativeFeatureFlags\.js$/.test(id)) return FEATURE_FLAGS;
          if (!id.startsWith(FOLDER)) return null;
          return { code: flowRemoveTypes(readFileSync(id, "utf8"), { all: true }).toString(), moduleType: "js" };
        },
      },
    ],
  });
  const { output } = await built.generate({ format: "iife", name: "bundled" });
  return output[0].code;
}

const PLATFORM = `
  export { URL, URLSearchParams } from "./Libraries/Blob/URL.js";
  export { default as FormData } from "./Libraries/Network/FormData.js";`;
const FEATURE_FLAGS = "export const enableNativeEventTargetEventDispatching = () => false;";
const ABORT = {
  "React Native's": `export { AbortController } from "./src/private/webapis/dom/abort-api/AbortController.js";
    export { AbortSignal_public as AbortSignal } from "./src/private/webapis/dom/abort-api/AbortSignal.js";`,
  "abort-controller 3's, as until 0.79": `export { AbortController, AbortSignal } from "abort-controller/dist/abort-controller.mjs";`,
};

/** The part of React Native's `XMLHttpRequest` that its `fetch` needs. */
class XMLHttpRequest {
  status = 0;
  responseURL = "";
  response = "";
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  #request = { method: "GET", url: "", headers: new Headers() };
  #responseHeaders = "";
  readonly #controller = new AbortController();

  open(method: string, url: string): void {
    Object.assign(this.#request, { method, url });
  }
  setRequestHeader(name: string, value: string): void {
    this.#request.headers.append(name, value);
  }
  getAllResponseHeaders(): string {
    return this.#responseHeaders;
  }
  abort(): void {
    this.#controller.abort();
    this.onabort?.();
  }
  send(body: string | null): void {
    const { method, url, headers } = this.#request;
    const load = async () => {
      const answer = await fetch(url, { method, headers, body, signal: this.#controller.signal });
      Object.assign(this, { status: answer.status, responseURL: url, response: await answer.text() });
      this.#responseHeaders = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join("\r\n");
      this.onload?.();
    };
    load().catch(() => this.onerror?.());
  }
}

export const abortControllers = Object.keys(ABORT) as (keyof typeof ABORT)[];

/** A bare context with nothing but React Native's own classes, and the package as Metro would bundle it. */
export async function openApp(abort: keyof typeof ABORT): Promise<(expression: string) => Promise<unknown>> {
  const context = createContext({ setTimeout, clearTimeout, performance, queueMicrotask, XMLHttpRequest, console });
  const run = (code: string): unknown => runInContext(code, context);
  run("globalThis.self = globalThis.global = globalThis; globalThis.navigator = { product: 'ReactNative' };");
  run(`${await bundle(PLATFORM + ABORT[abort])}; Object.assign(globalThis, bundled);`);
  run(await bundle('import "whatwg-fetch"; export {};'));
  run(await bundle('export * from "@m800/phone-number-auth";'));
  return async (expression) =>
    run(
      `(async ({ createPhoneNumberClient, createAuthFetch, createAuthMiddleware, askBackend }) => ${expression})(bundled)`,
    );
}
