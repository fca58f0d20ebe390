import { readFileSync } from "node:fs";
import { expect, onTestFinished, test, vi } from "vitest";
// @ts-expect-error -- The build has types for its main entry only, which are the same.
import * as browserBuild from "../dist/browser.js";
import { createPhoneNumberClient } from "./create-phone-number-client.ts";

const options = { baseUrl: "https://api.example", credentials: { securityToken: "s", username: "u" } };
const REFUSAL =
  "Credentials must not reach a browser or an app: pass getToken, such as askBackend. On a server, import " +
  "@m800/phone-number-auth/with-credentials; at your own risk, in a browser, with dangerouslyAllowBrowser: true.";
const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

interface Runtime {
  readonly given: string;
  readonly userAgent: string | undefined;
  readonly product?: string;
  readonly process: object | undefined;
  readonly isRefused: boolean;
}

test.each<Runtime>([
  { given: "a browser", userAgent: FIREFOX, process: undefined, isRefused: true },
  { given: "a bundler's stand-in for process", userAgent: FIREFOX, process: { env: {} }, isRefused: true },
  {
    given: "jsdom in Node",
    userAgent: `${FIREFOX} jsdom/27`,
    process: { versions: { node: "24" }, env: {} },
    isRefused: false,
  },
  { given: "Node", userAgent: "Node.js/24", process: { versions: { node: "24" }, env: {} }, isRefused: false },
  { given: "workerd", userAgent: "Cloudflare-Workers", process: undefined, isRefused: false },
  { given: "Deno", userAgent: "Deno/2.9.6", process: undefined, isRefused: false },
  { given: "a runtime like Mozilla", userAgent: "Own/1 (like Mozilla)", process: undefined, isRefused: false },
  { given: "React Native", userAgent: undefined, product: "ReactNative", process: undefined, isRefused: true },
  { given: "a runtime that does not say", userAgent: undefined, process: undefined, isRefused: false },
])("in $given, credentials are refused: $isRefused", ({ userAgent, product, process, isRefused }) => {
  vi.stubGlobal("navigator", { userAgent, product });
  vi.stubGlobal("process", process);
  // Not only before the next test: behind the last one in this file, its runner needs it.
  onTestFinished(() => void vi.unstubAllGlobals());
  const create = () => createPhoneNumberClient(options);
  if (isRefused) expect(create).toThrow(expect.objectContaining({ code: "ERR_CONFIGURATION", message: REFUSAL }));
  else expect(create).not.toThrow();
  expect(() => createPhoneNumberClient({ ...options, dangerouslyAllowBrowser: true })).not.toThrow();
});

test("what bundlers put into a browser cannot exchange credentials, and takes getToken", () => {
  const code = readFileSync(new URL("../dist/browser.js", import.meta.url), "utf8");
  for (const trace of ["M800Auth", "M800_USERNAME"]) expect(code).not.toContain(trace);
  expect(readFileSync(new URL("../dist/index.js", import.meta.url), "utf8")).toContain("M800Auth");
  expect(() => browserBuild.createPhoneNumberClient(options)).toThrow("pass getToken");
  expect(() => browserBuild.createPhoneNumberClient({ ...options, dangerouslyAllowBrowser: true })).toThrow(
    "with-credentials",
  );
  const getToken = async () => ({ access_token: "abc", expires_in: 300 });
  expect(browserBuild.createPhoneNumberClient({ baseUrl: "https://api.example", getToken })).toHaveProperty("GET");
});
