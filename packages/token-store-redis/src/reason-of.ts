/** What Redis says without a code, and what clients say, told by words that are in it. The first that fits counts. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/timed? ?out/i, "timeout"],
  [/max number of clients/i, "too-many-clients"],
  [/no such user|without any password|no password is set/i, "no-password-set"],
  [/unknown command|unsupported command|command is not available/i, "unknown-command"],
  [/limit exceeded/i, "limit-exceeded"],
  [/DB index|SELECT is not allowed/i, "no-such-database"],
  [/max retries per request|isn't writeable|client is offline/i, "not-connected"],
  [/slots cache|root nodes/i, "cluster-unreachable"],
  [/socket closed|closed unexpectedly|disconnect/i, "connection-lost"],
  [/client is closed|connection is closed/i, "client-closed"],
];

/**
 * Tells one mistake from another, and quotes nothing: a code of the system's, or the word in capitals that Redis's errors begin
 * with; a word of our own for what has none.
 *
 * @param script What was run, to tell which of its commands was denied.
 */
export function reasonOf(error: unknown, script: string): string {
  if (!(error instanceof Error)) return "unknown";
  const { message } = error;
  const code = String("code" in error && error.code);
  if (/^[A-Z][A-Z0-9_]{1,60}$/.test(code)) return code === "ETIMEDOUT" ? "timeout" : code;
  if (/can't (run this command|access)|no permissions/i.test(message)) return `NOPERM${deniedIn(message, script)}`;
  // Redis 6.2 has the code of what failed inside a script behind its own words.
  const word =
    /Error running script.*: -([A-Z][A-Z_]+)\b/.exec(message)?.[1] ?? /^[A-Z][A-Z_]{1,40}\b/.exec(message)?.[0];
  if (word && word !== "ERR") return word;
  return WORDS.find(([words]) => words.test(message))?.[1] ?? (word ? "error-reply" : "unknown");
}

/** Redis names the command, or the line of the script. What is denied is `EVAL` itself if nothing is added. */
function deniedIn(message: string, script: string): string {
  if (/\bkeys?\b/.test(message)) return "_KEY";
  const line = script.split("\n")[Number(/user_script:(\d+)/.exec(message)?.[1]) - 1];
  const command = /run the '(\w+)/.exec(message)?.[1] ?? /call\("(\w+)"/.exec(`${line}`)?.[1] ?? "eval";
  return command === "eval" ? "" : `_${command.toUpperCase()}`;
}
