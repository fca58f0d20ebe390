// Generated from openapi/phone-number.yaml by `pnpm generate`. Do not edit.
import type { paths } from "./schema.gen.ts";

/** What the API description says of access tokens. */
export interface Contract {
  /** The operation that exchanges credentials for one: the one that the scheme `M800Auth` secures. */
  readonly token: {
    readonly method: string;
    readonly path: keyof paths;
    /** Statuses that mean that the credentials are refused. */
    readonly refusals: readonly number[];
  };
  /** Statuses that mean that the access token is rejected. */
  readonly rejections: readonly number[];
}

/** What the API description says of access tokens: paths and statuses are assumed, as M800 does not document them. */
export const contract: Contract = {
  "token": {
    "method": "POST",
    "path": "/token",
    "refusals": [
      400,
      401,
      403
    ]
  },
  "rejections": [
    401
  ]
};
