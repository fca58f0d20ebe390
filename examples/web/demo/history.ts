import type { AcquisitionReason } from "@m800/phone-number-auth";

/** An access token's life, as the page knows it. Times are milliseconds since the epoch. */
export interface Token {
  /** Counted from 1. */
  readonly number: number;
  readonly bornAt: number;
  /** From about then on the client replaces it in the background. */
  readonly dueAt: number;
  readonly diesAt: number;
  readonly reason: AcquisitionReason;
  /** How a person ended it early, if one did: `diesAt` is when. */
  readonly ended?: "expired" | "revoked";
  /** Number of the call that made the client ask for it. */
  readonly causedBy: number | undefined;
}

/** One request to the API that carries a token. */
export interface Call {
  /** Counted from 1. */
  readonly number: number;
  readonly token: number;
  readonly startedAt: number;
  /** Undefined while it is in flight. */
  readonly endedAt?: number;
  /** 0 for none, when the call has ended. */
  readonly status?: number;
  /** Whether the client sends it again, or has done so. */
  readonly isRepeated?: boolean;
  /** Number of the call that it repeats. */
  readonly repeats: number | undefined;
}

/** Something that a person did. */
export interface Act {
  readonly at: number;
  readonly words: string;
}

export interface History {
  readonly tokens: readonly Token[];
  readonly calls: readonly Call[];
  readonly acts: readonly Act[];
}

/** Whether a call has ended, and not as its caller wished. */
export function isBad({ status }: Call): boolean {
  return status !== undefined && (status < 200 || status >= 400);
}

/** The call that repeated this one, if one did. */
export function repeatOf({ number }: Call, { calls }: History): Call | undefined {
  return calls.find(({ repeats }) => repeats === number);
}
