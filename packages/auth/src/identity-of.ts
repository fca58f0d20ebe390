import type { TokenOwner } from "./token-store.ts";

/**
 * Names a token's owner without telling who it is: HMAC-SHA-256 under the security token, over gateway, username and
 * password, each with its length before it, so that no two different sets run together. In hex.
 */
export async function identityOf({ baseUrl, credentials }: TokenOwner): Promise<string> {
  const { securityToken, username, password } = credentials;
  const fields = [baseUrl, username, password ?? ""].map((field) => new TextEncoder().encode(field));
  const message = fields.flatMap((field) => [...lengthPrefix(field), ...field]);
  const key = await crypto.subtle.importKey(
    "raw",
    new TextEncoder().encode(securityToken),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const digest = await crypto.subtle.sign("HMAC", key, new Uint8Array(message));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function lengthPrefix({ length }: Uint8Array): Uint8Array {
  const prefix = new Uint8Array(4);
  new DataView(prefix.buffer).setUint32(0, length);
  return prefix;
}
