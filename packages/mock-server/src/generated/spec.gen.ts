// Generated from openapi/phone-number.yaml by `pnpm generate`. Do not edit.

/** Version of the OpenAPI description, its `info.version`. */
export const specVersion: string = "0.1.0";

/** SHA-256 of the bundled OpenAPI description, in hex: equal in packages that were made from the same one. */
export const specHash: string = "f8d8269e7edc5e1c5a307462f6b1de6b7438c6ae04599bf161ca671afcc6bb6d";
