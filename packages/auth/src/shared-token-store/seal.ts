import type { TokenOwner } from "../token-store.ts";

/** Makes tokens unreadable to all who do not have the credentials that they were issued for. */
export interface Seal<Content> {
  seal(content: Content): Promise<string>;
  /** Undefined if this was not sealed with the same credentials for the same place. */
  open(value: string): Promise<Content | undefined>;
}

/**
 * Of what is stored, and how it is sealed. Part of the places' names: while a release that stores otherwise replaces another,
 * each has a token of its own, and neither finds what it cannot read.
 */
export const VERSION = 2;

/** Of AES-GCM: NIST SP 800-38D, section 8.2, recommends 96 bits. */
const IV_BYTES = 12;
const encoder = new TextEncoder();

/**
 * AES-256-GCM, under a key that HKDF-SHA-256 derives from the credentials.
 *
 * @param name The place's. Sealed in, so that a value moved to another place is refused.
 */
export async function createSeal<Content>({ credentials }: TokenOwner, name: string): Promise<Seal<Content>> {
  const { securityToken, username, password = "" } = credentials;
  const secret = encoder.encode(JSON.stringify([securityToken, username, password]));
  const material = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const key = await crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: encoder.encode(`m800 token store ${VERSION}`) },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
  const additionalData = encoder.encode(name);

  return {
    async seal(content) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const plain = encoder.encode(JSON.stringify(content));
      const cipher = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key, plain);
      return Buffer.concat([iv, new Uint8Array(cipher)]).toString("base64");
    },
    async open(value) {
      const bytes = Buffer.from(value, "base64");
      const iv = bytes.subarray(0, IV_BYTES);
      try {
        const plain = await crypto.subtle.decrypt(
          { name: "AES-GCM", iv, additionalData },
          key,
          bytes.subarray(IV_BYTES),
        );
        return JSON.parse(new TextDecoder().decode(plain));
      } catch {
        return undefined;
      }
    },
  };
}
