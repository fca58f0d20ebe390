// Generated from openapi/phone-number.yaml by `pnpm generate`. Do not edit.

/** The operation that issues access tokens. */
export const tokenOperation = {"operationId":"createToken","method":"POST","path":"/token"} as const;

/** The operation that lists the available countries: any that takes an access token and nothing else would do. */
export const listOperation = {"operationId":"listCountries","method":"GET","path":"/countries"} as const;
