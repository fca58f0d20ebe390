import type { AuthError } from "./errors.ts";

/** What happened to the token behind the caller's back. Holds no secret. */
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
      /** A call was answered with 401, and sent once more with another token. */
      readonly type: "call-replayed";
      readonly status: number;
    }
  | {
      /** A call was answered with 401, but its body was a stream that is gone: its caller sees the 401. */
      readonly type: "replay-impossible";
    };

export type AcquisitionReason = "none" | "due" | "dead" | "rejected";
