import { expect, test } from "vitest";
import { versionsOf } from "./versions.ts";

test("reads each package's version, where there is a package", async () => {
  const manifests = { client: '{ "version": "1.2.3" }', auth: undefined, "mock-server": '{ "version": "0.1.0" }' };
  expect(await versionsOf(async (key) => manifests[key])).toEqual({
    client: "1.2.3",
    auth: undefined,
    "mock-server": "0.1.0",
  });
  await expect(versionsOf(async () => "{}")).rejects.toThrow(
    "@m800/phone-number-client has no version in its package.json.",
  );
});
