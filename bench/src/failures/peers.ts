import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createAuthFetch } from "@m800/phone-number-auth";

/** Where a client gets tokens and makes calls. */
export interface Setting {
  readonly tokenUrl: string;
  readonly apiUrl: string;
}

/** A client that gets and renews its token by itself. Rejects, or resolves with the status that its user sees. */
export type Call = (signal?: AbortSignal) => Promise<number>;

/** Makes a client as its documentation shows it, with its defaults, and a token endpoint of the same kind. */
export type CreateCall = (setting: Setting) => Promise<Call>;

const VERSIONS = {
  openai: "6.49.0",
  "@anthropic-ai/sdk": "1.12.0",
  "@azure/core-rest-pipeline": "1.24.0",
  "google-auth-library": "10.9.1",
  "@badgateway/oauth2-client": "3.3.1",
} as const;

/** Where they are then. */
export const PEERS_FOLDER: string = join(import.meta.dirname, "../../.peers");

/** The peers are downloaded for a run only: as dependencies, everyone who sets up the repository would install them. */
export function installPeers(): void {
  if (existsSync(join(PEERS_FOLDER, "node_modules"))) return;
  mkdirSync(PEERS_FOLDER, { recursive: true });
  writeFileSync(join(PEERS_FOLDER, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const packages = Object.entries(VERSIONS).map(([name, version]) => `${name}@${version}`);
  const options = ["--no-audit", "--no-fund", "--ignore-scripts"];
  execFileSync("npm", ["install", ...options, ...packages], {
    cwd: PEERS_FOLDER,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

function load(name: keyof typeof VERSIONS) {
  return import(pathToFileURL(createRequire(join(PEERS_FOLDER, "package.json")).resolve(name)).href);
}

async function fetchToken(tokenUrl: string): Promise<{ access_token: string; expires_in: number }> {
  const response = await fetch(tokenUrl, { method: "POST" });
  if (!response.ok) throw new Error(`The token endpoint answered ${response.status}.`);
  return response.json();
}

const ours: CreateCall = async ({ tokenUrl, apiUrl }) => {
  const authFetch = createAuthFetch({
    baseUrl: new URL(tokenUrl).origin,
    credentials: { securityToken: "s", username: "u" },
  });
  return async (signal) => {
    const response = await authFetch(apiUrl, { signal: signal ?? null });
    await response.arrayBuffer();
    return response.status;
  };
};

/** Its tokens come from an exchange at an address of its own, which is led to the token endpoint. */
const openai: CreateCall = async ({ tokenUrl, apiUrl }) => {
  const { default: OpenAI } = await load("openai");
  const client = new OpenAI({
    baseURL: new URL(apiUrl).origin,
    workloadIdentity: {
      identityProviderId: "i",
      serviceAccountId: "s",
      provider: { tokenType: "jwt", getToken: async () => "subject" },
    },
    fetch: (url: string, init: RequestInit) => fetch(String(url).includes("auth.openai.com") ? tokenUrl : url, init),
  });
  return (signal) => statusOf(client.get("/things", { signal }));
};

const anthropic: CreateCall = async ({ tokenUrl, apiUrl }) => {
  const { default: Anthropic } = await load("@anthropic-ai/sdk");
  const client = new Anthropic({
    baseURL: new URL(apiUrl).origin,
    credentials: async () => {
      const { access_token: token, expires_in: seconds } = await fetchToken(tokenUrl);
      return { token, expiresAt: Math.floor(Date.now() / 1000) + seconds };
    },
  });
  return (signal) => statusOf(client.get("/things", { signal }));
};

/** What these two throw for an answer that is no success carries its status. */
async function statusOf(call: Promise<unknown>): Promise<number> {
  try {
    await call;
    return 200;
  } catch (error) {
    if (error instanceof Error && "status" in error && typeof error.status === "number") return error.status;
    throw error;
  }
}

/** It insists on https, so its requests are led to the loopback server below it. */
const azure: CreateCall = async ({ tokenUrl, apiUrl }) => {
  const pipeline = await load("@azure/core-rest-pipeline");
  const client = pipeline.createDefaultHttpClient();
  const chain = pipeline.createPipelineFromOptions({});
  chain.addPolicy(
    pipeline.bearerTokenAuthenticationPolicy({
      scopes: "s",
      credential: {
        async getToken() {
          const { access_token: token, expires_in: seconds } = await fetchToken(tokenUrl);
          return { token, expiresOnTimestamp: Date.now() + seconds * 1000 };
        },
      },
    }),
  );
  const loopback = {
    sendRequest(request: { url: string; allowInsecureConnection: boolean }) {
      request.url = request.url.replace("https:", "http:");
      request.allowInsecureConnection = true;
      return client.sendRequest(request);
    },
  };
  const url = apiUrl.replace("http:", "https:");
  return async (abortSignal) =>
    (await chain.sendRequest(loopback, pipeline.createPipelineRequest({ url, abortSignal }))).status;
};

const google: CreateCall = async ({ tokenUrl, apiUrl }) => {
  const { OAuth2Client } = await load("google-auth-library");
  const client = new OAuth2Client();
  client.refreshHandler = async () => {
    const { access_token, expires_in } = await fetchToken(tokenUrl);
    return { access_token, expiry_date: Date.now() + expires_in * 1000 };
  };
  return async (signal) => (await client.request({ url: apiUrl, signal, validateStatus: () => true })).status;
};

const badgateway: CreateCall = async ({ tokenUrl, apiUrl }) => {
  const { OAuth2Client, OAuth2Fetch } = await load("@badgateway/oauth2-client");
  const wrapper = new OAuth2Fetch({
    client: new OAuth2Client({ server: new URL(tokenUrl).origin, clientId: "c" }),
    async getNewToken() {
      const { access_token: accessToken, expires_in: seconds } = await fetchToken(tokenUrl);
      return { accessToken, expiresAt: Date.now() + seconds * 1000, refreshToken: null };
    },
    scheduleRefresh: false,
  });
  return async (signal) => {
    const response = await wrapper.fetch(apiUrl, { signal });
    await response.arrayBuffer();
    return response.status;
  };
};

export const clients: Readonly<Record<string, CreateCall>> = {
  "@m800/phone-number-auth": ours,
  [`openai ${VERSIONS.openai}`]: openai,
  [`@anthropic-ai/sdk ${VERSIONS["@anthropic-ai/sdk"]}`]: anthropic,
  [`@azure/core-rest-pipeline ${VERSIONS["@azure/core-rest-pipeline"]}`]: azure,
  [`google-auth-library ${VERSIONS["google-auth-library"]}`]: google,
  [`@badgateway/oauth2-client ${VERSIONS["@badgateway/oauth2-client"]}`]: badgateway,
};
