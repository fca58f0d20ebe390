import type { AuthError } from "./errors.ts";

/** What happened behind the caller's back. Durations are in milliseconds. Holds no secret. */
export type AuthEvent =
  | {
      readonly type: "token-acquired";
      /** Why one was needed: there was none, it was due, it had died, or the API had rejected it. */
      readonly reason: AcquisitionReason;
      readonly durationMs: number;
      readonly lifetimeMs: number;
    }
  | {
      readonly type: "token-failed";
      readonly reason: AcquisitionReason;
      readonly durationMs: number;
      readonly error: AuthError;
      /** No further attempt is made before this time has passed. */
      readonly waitMs: number;
    }
  | {
      /** A call used a token that could not be refreshed in time, but is alive. */
      readonly type: "token-reused";
      /** What is left of its life. */
      readonly leftMs: number;
    }
  | {
      /** A call was answered with 401, and is sent once more with another token. */
      readonly type: "call-replayed";
      /** Since the call began. */
      readonly durationMs: number;
    }
  | {
      /** A call failed in a way that may pass, and is tried again. */
      readonly type: "call-retried";
      readonly durationMs: number;
      /** Of the answer; undefined if there was none, or if it was a token that could not be had. */
      readonly status: number | undefined;
      readonly waitMs: number;
    }
  | {
      /** A call's failure is handed to its caller, though another attempt might have helped. */
      readonly type: "call-gave-up";
      readonly durationMs: number;
      readonly status: number | undefined;
      /**
       * `attempts`: `retry` allows no more. `time`: the wait would be longer than the call's time allows. `body`: it was a
       * stream, and is gone. `renewals`: the API rejects every new token.
       */
      readonly reason: "attempts" | "time" | "body" | "renewals";
    };

export type AcquisitionReason = "none" | "due" | "dead" | "rejected";
