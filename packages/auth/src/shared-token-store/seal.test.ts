import { createDecipheriv, hkdfSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TokenOwner } from "../token-store.ts";
import { createSeal } from "./seal.ts";

const ownerOf = (securityToken: string, username: string, password?: string): TokenOwner => ({
  baseUrl: "https://api.example",
  credentials: { securityToken, username, password },
});
const OWNER = ownerOf("secret", "tenant", "password");
const NAME = "m800:token:{owner}";
const TOKEN = { token: "canary-token", lifetimeMs: 300_000 };

describe("a seal", () => {
  test("opens what it sealed, and what another process sealed with the same credentials", async () => {
    const [ours, theirs] = await Promise.all([createSeal<object>(OWNER, NAME), createSeal<object>(OWNER, NAME)]);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), fc.nat(), async (token, lifetimeMs) => {
        expect(await theirs.open(await ours.seal({ token, lifetimeMs }))).toEqual({ token, lifetimeMs });
      }),
      { seed: 800, numRuns: 300 },
    );
  });

  test("is AES-256-GCM under a key of HKDF-SHA-256, as another implementation of both has it", async () => {
    const sealed = Buffer.from(await (await createSeal(OWNER, NAME)).seal(TOKEN), "base64");
    const secret = JSON.stringify(["secret", "tenant", "password"]);
    const key = hkdfSync("sha256", secret, "", "m800 token store 2", 32);
    const decipher = createDecipheriv("aes-256-gcm", Buffer.from(key), sealed.subarray(0, 12));
    decipher.setAAD(Buffer.from(NAME)).setAuthTag(sealed.subarray(-16));
    const plain = decipher.update(sealed.subarray(12, -16), undefined, "utf8") + decipher.final("utf8");
    expect(JSON.parse(plain)).toEqual(TOKEN);
  });

  test("refuses what was changed in any one byte", async () => {
    const { seal, open } = await createSeal(OWNER, NAME);
    const bytes = Buffer.from(await seal(TOKEN), "base64");
    for (const [index, byte] of bytes.entries()) {
      for (const mask of [0x01, 0x80, 0xff]) {
        const changed = Buffer.from(bytes);
        changed[index] = byte ^ mask;
        expect(await open(changed.toString("base64")), `byte ${index}`).toBeUndefined();
      }
    }
  });

  test("refuses what was cut off or made up", async () => {
    const { seal, open } = await createSeal(OWNER, NAME);
    const bytes = Buffer.from(await seal(TOKEN), "base64");
    for (let length = 0; length < bytes.length; length++) {
      expect(await open(bytes.subarray(0, length).toString("base64")), `${length} bytes`).toBeUndefined();
    }
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.base64String()), async (value) => {
        expect(await open(value)).toBeUndefined();
      }),
      { seed: 800, numRuns: 300 },
    );
  });

  test.each([
    { given: "another security token", owner: ownerOf("secreT", "tenant", "password") },
    { given: "another username", owner: ownerOf("secret", "tenanT", "password") },
    { given: "another password", owner: ownerOf("secret", "tenant", "passworD") },
    { given: "no password", owner: ownerOf("secret", "tenant") },
    { given: "the same letters, divided otherwise", owner: ownerOf("secrett", "enant", "password") },
    { given: "quotes that look like a division", owner: ownerOf('secret","tenant', "", "password") },
    { given: "another place", owner: OWNER, name: "m800:token:{other}" },
  ])("cannot be opened with $given", async ({ owner, name = NAME }) => {
    const [ours, theirs] = await Promise.all([createSeal(OWNER, NAME), createSeal(owner, name)]);
    expect(await theirs.open(await ours.seal(TOKEN))).toBeUndefined();
  });

  test("shows nothing of the token, nor that it is the same again", async () => {
    const { seal } = await createSeal(OWNER, NAME);
    const sealed = await Promise.all(Array.from({ length: 100 }, () => seal(TOKEN)));
    const shown = sealed.map((value) => Buffer.from(value, "base64").toString("latin1"));
    expect(shown.join()).not.toMatch(/canary|token|300000/);
    for (const part of [shown.map((text) => text.slice(0, 12)), shown.map((text) => text.slice(12, 24))]) {
      expect(new Set(part).size).toBe(100);
    }
  });
});
