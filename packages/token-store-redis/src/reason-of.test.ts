import { expect, test } from "vitest";
import { reasonOf } from "./reason-of.ts";

const SCRIPT = `${"\n".repeat(10)}
redis.call("GET", KEYS[1])
redis.call("PEXPIREAT", KEYS[1], 1)`;
const withCode = (code: string) => Object.assign(new Error("canary"), { code });

test.each([
  { error: withCode("ECONNREFUSED"), want: "ECONNREFUSED" },
  { error: withCode("ETIMEDOUT"), want: "timeout" },
  { error: withCode("ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED"), want: "ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED" },
  { error: withCode("DEPTH_ZERO_SELF_SIGNED_CERT"), want: "DEPTH_ZERO_SELF_SIGNED_CERT" },
  { error: withCode("canary"), want: "unknown" },
  { error: withCode("of canary: EPIPE"), want: "unknown" },
  { error: withCode("EPIPE of canary"), want: "unknown" },
  { error: new Error("canary said OOM"), want: "unknown" },
  { error: new Error("WRONGPASS invalid username-password pair canary"), want: "WRONGPASS" },
  { error: new Error("MOVED 1234 canary:6379"), want: "MOVED" },
  { error: new Error("OOM command not allowed"), want: "OOM" },
  { error: new Error("WRONG-canary"), want: "WRONG" },
  { error: new Error("WRONGcanary"), want: "unknown" },
  {
    error: new Error("ERR Error running script (call to f_1): @user_script:8: @user_script: 8: -OOM canary"),
    want: "OOM",
  },
  { error: new Error("ERR max number of clients reached"), want: "too-many-clients" },
  { error: new Error("ERR unknown command 'EVAL', with args beginning with: 'canary'"), want: "unknown-command" },
  { error: new Error("ERR Command is not available: 'canary'."), want: "unknown-command" },
  { error: new Error("ERR unsupported command canary"), want: "unknown-command" },
  { error: new Error("ERR max daily request limit exceeded. canary"), want: "limit-exceeded" },
  { error: new Error("ERR DB index is out of range"), want: "no-such-database" },
  { error: new Error("ERR SELECT is not allowed in cluster mode"), want: "no-such-database" },
  {
    error: new Error("ERR AUTH <password> called without any password configured for the default user."),
    want: "no-password-set",
  },
  { error: new Error("ERR canary"), want: "error-reply" },
  { error: new Error("NOPERM User canary has no permissions to run the 'eval' command"), want: "NOPERM" },
  { error: new Error("NOPERM this user has no permissions to run the 'select' command"), want: "NOPERM_SELECT" },
  { error: new Error("NOPERM No permissions to access a key"), want: "NOPERM_KEY" },
  {
    error: new Error(
      "ERR The user executing the script can't run this command or subcommand script: f1, on @user_script:13.",
    ),
    want: "NOPERM_PEXPIREAT",
  },
  { error: new Error("ERR The user executing the script can't run this command or subcommand"), want: "NOPERM" },
  { error: new Error("The client is closed"), want: "client-closed" },
  { error: new Error("Connection is closed."), want: "client-closed" },
  { error: new Error("The client is offline"), want: "not-connected" },
  { error: new Error("Reached the max retries per request limit (which is 1)."), want: "not-connected" },
  { error: new Error("Stream isn't writeable and enableOfflineQueue options is false"), want: "not-connected" },
  { error: new Error("Failed to refresh slots cache."), want: "cluster-unreachable" },
  { error: new Error("All the root nodes are unavailable"), want: "cluster-unreachable" },
  { error: new Error("Connection timeout"), want: "timeout" },
  { error: new Error("Command timed out"), want: "timeout" },
  { error: new Error("Socket timeout! Expecting data, but didn't receive any in 5000ms."), want: "timeout" },
  { error: new Error("connect ETIMEDOUT"), want: "timeout" },
  { error: new Error("Socket closed unexpectedly"), want: "connection-lost" },
  { error: new Error("canary is wrong"), want: "unknown" },
  { error: "canary", want: "unknown" },
])("$error.message ($error.code): $want", ({ error, want }) => {
  expect(reasonOf(error, SCRIPT)).toBe(want);
});
