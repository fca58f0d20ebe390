import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { listOperation, tokenOperation } from "@m800/phone-number-openapi/operations";
import { expect, onTestFinished, test } from "vitest";

const PACKAGES = join(import.meta.dirname, "../..");

/** What a library of a user's exports, of the package that it depends on alone. */
const LIBRARIES = {
  "@m800/phone-number-auth": `
    import * as auth from "@m800/phone-number-auth";
    export const client = auth.createPhoneNumberClient({ baseUrl: "https://gateway.example" });
    export const middleware = auth.createAuthMiddleware();
    export const authFetch = auth.createAuthFetch();
    export const handleToken = auth.createTokenHandler({ authorize: () => true });
    export const tokenStore = auth.createMemoryTokenStore();
    export const getToken = auth.askBackend("/api/token");
    export const named: auth.PhoneNumberClient = client;`,
  "@m800/phone-number-client": `
    import { createRawClient } from "@m800/phone-number-client";
    export const client = createRawClient({ baseUrl: "https://gateway.example" });`,
};

/** What either exports of its client. */
const OF_CLIENT = `
  export const answer = await client.GET("${listOperation.path}");
  export const list = () => client.GET("${listOperation.path}");
  export const data = async () => (await client.GET("${listOperation.path}")).data;
  export const post = () => client.POST("${tokenOperation.path}", { body: { username: "ann" } });
  export const request = () => client.request("get", "${listOperation.path}");
  export const { GET, POST, use, eject } = client;
  export function api() { return { client, call: client.GET }; }
  export class Api { readonly client = client; list = () => this.client.GET("${listOperation.path}"); }`;

/** A folder as pnpm makes it with nothing hoisted: what a package depends on is nowhere near the one who uses it. */
function installStrictly(name: keyof typeof LIBRARIES): string {
  const project = realpathSync(mkdtempSync(join(tmpdir(), "declarations-")));
  onTestFinished(() => rmSync(project, { recursive: true }));
  const store = join(project, "node_modules/.pnpm/store/node_modules");
  mkdirSync(join(store, "@m800"), { recursive: true });
  mkdirSync(join(project, "node_modules/@m800"));
  for (const folder of ["auth", "client"]) {
    const target = join(store, "@m800", `phone-number-${folder}`);
    for (const part of ["package.json", "dist"])
      cpSync(join(PACKAGES, folder, part), join(target, part), { recursive: true });
  }
  const fromClient = createRequire(join(PACKAGES, "client/package.json"));
  const openapiFetch = dirname(fromClient.resolve("openapi-fetch/package.json"));
  symlinkSync(openapiFetch, join(store, "openapi-fetch"));
  symlinkSync(join(openapiFetch, "../openapi-typescript-helpers"), join(store, "openapi-typescript-helpers"));
  symlinkSync(join(store, name), join(project, "node_modules", name));
  return project;
}

const cases = (["@m800/phone-number-auth", "@m800/phone-number-client"] as const).flatMap((name) =>
  ["typescript", "typescript-5.9"].map((compiler) => ({ name, compiler })),
);

test.for(cases)("a library that exports a client of $name has declarations, by $compiler", ({ name, compiler }) => {
  const project = installStrictly(name);
  const compilerOptions = {
    ...{ target: "es2022", module: "nodenext", lib: ["es2023", "dom", "dom.iterable"], types: [] },
    ...{ strict: true, declaration: true, emitDeclarationOnly: true },
  };
  writeFileSync(join(project, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["library.ts"] }));
  writeFileSync(join(project, "library.ts"), LIBRARIES[name] + OF_CLIENT);
  const tsc = join(dirname(createRequire(import.meta.url).resolve(`${compiler}/package.json`)), "bin/tsc");
  const { stdout, stderr } = spawnSync(process.execPath, [tsc, "--project", project], { encoding: "utf8" });
  expect(stdout + stderr).toBe("");
});
