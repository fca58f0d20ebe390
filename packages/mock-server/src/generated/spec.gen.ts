// Generated from openapi/phone-number.yaml by `pnpm generate`. Do not edit.

/** Version of the OpenAPI description, its `info.version`. */
export const specVersion: string = "0.1.0";

/** SHA-256 of the bundled OpenAPI description, in hex: equal in packages that were made from the same one. */
export const specHash: string = "5962226384a2601e2b6e0878c57130b593ebf136f5a570c419cefb76166c63b6";
