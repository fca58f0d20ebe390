import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findSpec } from "@m800/generate/find-spec";
import { loadSpec, type Spec } from "@m800/generate/load-spec";
import { defaultAccount } from "@m800/phone-number-mock-server";
import { compileSpec } from "@m800/phone-number-mock-server/compile";
import { type ServedMockApi, serveMockApi } from "@m800/phone-number-mock-server/http";
import { tokenOperation } from "@m800/phone-number-openapi/operations";
import { parse } from "yaml";

/** A document, and the mock server that serves it. */
export interface Served {
  readonly document: Spec["document"];
  readonly api: ServedMockApi;
}

/** M800's API, with tokens that outlive any test. */
export async function serveM800(): Promise<Served> {
  const root = join(import.meta.dirname, "../../..");
  const { document } = await loadSpec(join(root, findSpec(root)));
  return { document, api: await serveMockApi({ tokenLifetimeSeconds: 86_400 }) };
}

/** A document with everything that a description can say. */
export async function serveEveryFeature(): Promise<Served> {
  const document: Spec["document"] = parse(readFileSync(join(import.meta.dirname, "every-feature.yaml"), "utf8"));
  return { document, api: await serveMockApi({ spec: compileSpec(document) }) };
}

export const M800_AUTH: string = `M800Auth ${defaultAccount.securityToken}`;

/** A header with a token of the default account. */
export async function bearerOf({ baseUrl }: ServedMockApi): Promise<string> {
  const response = await fetch(baseUrl + tokenOperation.path, {
    method: tokenOperation.method,
    headers: { Authorization: M800_AUTH, "Content-Type": "application/json" },
    body: JSON.stringify({ username: defaultAccount.username }),
  });
  const { access_token: token } = await response.json();
  return `Bearer ${token}`;
}
