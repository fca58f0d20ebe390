import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { defaultAccount } from "@m800/phone-number-mock-server";
import { serveMockApi } from "@m800/phone-number-mock-server/http";
import { listOperation, tokenOperation } from "@m800/phone-number-openapi/operations";

export interface Gateway {
  readonly baseUrl: string;
  /** Where a program makes trouble: `POST /expire` and so on. */
  readonly control: string;
  close(): Promise<void>;
}

/** A mock API over HTTP, and a door beside it for programs in other processes to make trouble. */
export async function startGateway(allowedOrigins: readonly string[] = []): Promise<Gateway> {
  const api = await serveMockApi({ allowedOrigins });
  const commands: Record<string, () => unknown> = {
    reset: () => api.reset(),
    tokens: () => api.tokens.issued().length,
    expire: () => api.tokens.expireAll(),
    revoke: () => api.tokens.revokeAll(),
    retry: () => void api.faults.add({ kind: "status", status: 503, operation: listOperation.operationId, nth: 1 }),
    hang: () => void api.faults.add({ kind: "timeout", operation: listOperation.operationId }),
    token: async () => {
      const headers = { Authorization: `M800Auth ${defaultAccount.securityToken}`, "Content-Type": "application/json" };
      const body = JSON.stringify({ username: defaultAccount.username });
      return (await fetch(api.baseUrl + tokenOperation.path, { method: tokenOperation.method, headers, body })).json();
    },
  };
  const control = createServer(async (request, response) => {
    const answer = await commands[request.url?.slice(1) ?? ""]?.();
    response.writeHead(200, { "Access-Control-Allow-Origin": "*", "Content-Type": "application/json" });
    response.end(JSON.stringify(answer ?? null));
  });
  await new Promise<void>((resolve) => control.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: api.baseUrl,
    control: `http://127.0.0.1:${(control.address() as AddressInfo).port}`,
    async close() {
      control.closeAllConnections();
      control.close();
      await api.close();
    },
  };
}
