import type { TokenOwner } from "@m800/phone-number-auth";

/** What is sealed. The rest of a token's record is told by Redis's clock. */
export interface SealedToken {
  readonly token: string;
  readonly lifetimeMs: number;
}

/** Makes tokens unreadable to all who do not have the credentials that they were issued for. */
export interface Seal {
  seal(token: SealedToken): Promise<string>;
  /** Undefined if this was not sealed with the same credentials for the same key. */
  open(value: string): Promise<SealedToken | undefined>;
}

/** Of AES-GCM: NIST SP 800-38D, section 8.2, recommends 96 bits. */
const IV_BYTES = 12;
const encoder = new TextEncoder();

/**
 * AES-256-GCM, under a key that HKDF-SHA-256 derives from the credentials.
 *
 * @param name The Redis key. Sealed in, so that a value moved to another key is refused.
 */
export async function createSeal({ credentials }: TokenOwner, name: string): Promise<Seal> {
  const { securityToken, username, password = "" } = credentials;
  const secret = encoder.encode(JSON.stringify([securityToken, username, password]));
  const material = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const key = await crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: encoder.encode("m800 token store 1") },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
  const additionalData = encoder.encode(name);

  return {
    async seal({ token, lifetimeMs }) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const plain = encoder.encode(JSON.stringify({ token, lifetimeMs }));
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
