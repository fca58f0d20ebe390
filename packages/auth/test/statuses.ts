import { contract } from "@m800/phone-number-client";

/** A status that rejects an access token, by the description. */
export const REJECTED: number = contract.rejections[0] ?? 401;

/** One that is the caller's own to see. */
export const FORBIDDEN: number = REJECTED === 403 ? 401 : 403;
