/** Where a process that gets a token for all can be hit. */
export const STEPS = [
  "before read",
  "after read",
  "before claim",
  "after claim",
  "before the token request",
  "during the token request",
  "after the token request",
  "before write",
  "after write",
] as const;

export const SIGNALS = ["SIGKILL", "SIGSTOP"] as const;
