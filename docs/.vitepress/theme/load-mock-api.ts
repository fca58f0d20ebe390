import { createMockApi, defaultAccount } from "@m800/phone-number-mock-server";
import { withBase } from "vitepress";

/** An operation as far as trying it out needs to know it. */
export interface TriedOperation {
  readonly path: string;
  readonly method: string;
  /** Whether it issues tokens: the only one for which an access token does not serve. */
  readonly isIssuer: boolean;
  readonly body: string;
}

/** Loads the mock, which answers within the page, and what the API's description says of its operations. */
export async function loadMockApi() {
  const { paths, security: usual, components } = await (await fetch(withBase("/openapi.json"))).json();
  const operations = new Map<string, TriedOperation>();
  for (const [path, item] of Object.entries<Record<string, DescribedOperation>>(paths)) {
    for (const [method, { operationId, requestBody, security = usual }] of Object.entries(item)) {
      if (operationId === undefined) continue;
      const [scheme = ""] = Object.keys(security[0] ?? {});
      operations.set(operationId, {
        path,
        method: method.toUpperCase(),
        isIssuer: components.securitySchemes[scheme]?.scheme === "M800Auth",
        body: bodyOf(requestBody),
      });
    }
  }
  const api = createMockApi();

  function call({ path, method, isIssuer }: TriedOperation, body: string, token = ""): Promise<Response> {
    const headers = new Headers({ "Content-Type": "application/json" });
    if (isIssuer) headers.set("Authorization", `M800Auth ${defaultAccount.securityToken}`);
    else if (token) headers.set("Authorization", `Bearer ${token}`);
    return api.fetch(api.baseUrl + path, { method, headers, ...(body && { body }) });
  }

  return { operations, call };
}

interface DescribedOperation {
  readonly operationId?: string;
  readonly security?: readonly object[];
  readonly requestBody?: {
    readonly content?: Readonly<Record<string, { readonly examples?: Readonly<Record<string, { value?: unknown }>> }>>;
  };
}

function bodyOf(requestBody: DescribedOperation["requestBody"]): string {
  const [content] = Object.values(requestBody?.content ?? {});
  const [example] = Object.values(content?.examples ?? {});
  return example ? JSON.stringify(example.value, null, 2) : "";
}
