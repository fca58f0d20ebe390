import { contract } from "@m800/phone-number-client";

function first([status]: readonly number[]): number {
  if (status === undefined) throw new Error("The API's description has no such status.");
  return status;
}

interface Statuses {
  /** The access token is rejected. */
  readonly rejection: number;
  /** The credentials are refused. */
  readonly refusal: number;
  /** The token is good, and the call is refused all the same. */
  readonly forbidden: number;
}

/** What the gateway of a test answers: which status means what is the API description's to say. */
export const statuses: Statuses = {
  rejection: first(contract.rejections),
  refusal: first(contract.token.refusals),
  forbidden: contract.rejections.includes(403) ? 401 : 403,
};
