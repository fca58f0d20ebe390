import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { listOperation } from "@m800/phone-number-openapi/operations";
import { rolldown } from "rolldown";
import { installPeers, PEERS_FOLDER } from "./failures/peers.ts";

/** What a page needs that makes one call with a token from its own backend: the same call, each client's own way. */
const PROGRAMS: Record<string, string> = {
  "openapi-fetch without authentication": `
    import createClient from "openapi-fetch";
    createClient({ baseUrl: "https://api.example" }).GET("/things").then(console.log);`,
  "@m800/phone-number-auth": `
    import { createPhoneNumberClient } from "@m800/phone-number-auth";
    const getToken = async () => (await fetch("/api/token")).json();
    createPhoneNumberClient({ baseUrl: "https://api.example", getToken }).GET("${listOperation.path}").then(console.log);`,
  "ky with a header set by hand": `
    import ky from "ky";
    fetch("/api/token").then((response) => response.json()).then(({ access_token }) =>
      ky("https://api.example/things", { headers: { Authorization: "Bearer " + access_token } }).json().then(console.log));`,
  "@badgateway/oauth2-client": `
    import { OAuth2Client, OAuth2Fetch } from "@badgateway/oauth2-client";
    const client = new OAuth2Client({ server: "https://api.example", clientId: "c" });
    const getNewToken = async () => (await fetch("/api/token")).json();
    new OAuth2Fetch({ client, getNewToken }).fetch("https://api.example/things").then(console.log);`,
  "@azure/core-rest-pipeline": `
    import * as pipeline from "@azure/core-rest-pipeline";
    const chain = pipeline.createEmptyPipeline();
    const getToken = async () => (await fetch("/api/token")).json();
    chain.addPolicy(pipeline.bearerTokenAuthenticationPolicy({ scopes: "s", credential: { getToken } }));
    const request = pipeline.createPipelineRequest({ url: "https://api.example/things" });
    chain.sendRequest(pipeline.createDefaultHttpClient(), request).then(console.log);`,
  openai: `
    import OpenAI from "openai";
    const apiKey = async () => (await fetch("/api/token")).text();
    new OpenAI({ baseURL: "https://api.example", apiKey, dangerouslyAllowBrowser: true }).get("/things").then(console.log);`,
};

installPeers();
console.log("Bundled for a browser by rolldown, minified, brotli (bytes)");
const folder = mkdtempSync(join(PEERS_FOLDER, "size-"));
for (const [name, program] of Object.entries(PROGRAMS)) {
  const input = join(folder, `${name.replace(/\W/g, "_")}.js`);
  writeFileSync(input, program);
  const build = await rolldown({
    input,
    platform: "browser",
    onLog(_level, { code, message }) {
      if (code === "UNRESOLVED_IMPORT") throw new Error(message);
    },
  });
  const { output } = await build.generate({ format: "esm", minify: true });
  const bytes = output.reduce((sum, part) => sum + ("code" in part ? brotliCompressSync(part.code).length : 0), 0);
  console.log(`  ${name.padEnd(44)} ${String(bytes).padStart(7)}`);
}
