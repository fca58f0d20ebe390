import { ConfigurationError } from "@m800/phone-number-auth";
import { expect, test } from "vitest";
import { createRedisTokenStore } from "../src/index.ts";

const client = { eval: async () => null };

test.each([
  { given: "neither a url nor a client", options: {}, want: /either a url or a client/ },
  { given: "both", options: { url: "redis://127.0.0.1", client }, want: /either a url or a client/ },
  { given: "an empty url", options: { url: "" }, want: /begin with redis:\/\/ or rediss:\/\// },
  {
    given: "a url of another kind",
    options: { url: "http://127.0.0.1" },
    want: /begin with redis:\/\/ or rediss:\/\//,
  },
  {
    given: "a url behind another text",
    options: { url: "x redis://127.0.0.1" },
    want: /begin with redis:\/\/ or rediss:\/\//,
  },
  { given: "a password with a slash", options: { url: "redis://:canary/x@127.0.0.1:1" }, want: /percent-encoded/ },
  { given: "a password with a per cent sign", options: { url: "redis://:canary%@127.0.0.1" }, want: /percent-encoded/ },
  { given: "a database that is no number", options: { url: "redis://127.0.0.1/canary" }, want: /number/ },
])("refuses $given at once, and quotes nothing of it", ({ options, want }) => {
  const create = () => createRedisTokenStore(options);
  expect(create).toThrow(ConfigurationError);
  expect(create).toThrow(want);
  expect(create).not.toThrow(/canary/);
});
