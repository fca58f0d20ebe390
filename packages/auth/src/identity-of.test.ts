import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { identityOf } from "./identity-of.ts";

test("is the same for the same credentials at the same gateway", async () => {
  const credentials = { securityToken: "s", username: "u", password: "p" };
  const identity = await identityOf({ baseUrl: "https://a.example", credentials });
  expect(identity).toMatch(/^[0-9a-f]{64}$/);
  expect(await identityOf({ baseUrl: "https://a.example", credentials: { ...credentials } })).toBe(identity);
});

test("differs wherever gateway or credentials do, however alike they run together", async () => {
  const names = ["", "a", "b", "ab", "a:b", "a\u0000b", "a\nb", "ü", "1", "11"];
  const identities: string[] = [];
  for (const baseUrl of ["https://a.example", "https://a.exampl"]) {
    for (const securityToken of ["s", "ss"]) {
      for (const username of names) {
        for (const password of names) {
          identities.push(await identityOf({ baseUrl, credentials: { securityToken, username, password } }));
        }
      }
    }
  }
  expect(new Set(identities).size).toBe(identities.length);
  expect(identities).toHaveLength(400);
});

test("is the HMAC that any process of any release writes, so that they find each other's tokens", async () => {
  const long = "ü".repeat(150);
  for (const password of [undefined, "p"]) {
    const credentials = { securityToken: "s", username: long, password };
    const hmac = createHmac("sha256", "s");
    for (const field of ["https://a.example", long, password ?? ""]) {
      const bytes = Buffer.from(field);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      hmac.update(length).update(bytes);
    }
    expect(await identityOf({ baseUrl: "https://a.example", credentials })).toBe(hmac.digest("hex"));
  }
});
