import { createClock } from "@m800/mock-engine";
import { expect, test } from "vitest";
import { createTokenRegistry } from "./tokens.ts";

test("forgets tokens that have expired, but for the last, and never one that lives", () => {
  const clock = createClock();
  const tokens = createTokenRegistry(clock, 60, 2);
  const [first, second, third] = Array.from({ length: 3 }, () => tokens.issue("user").token);
  expect(tokens.issued().map(({ token }) => token)).toEqual([first, second, third]);

  clock.advance(60);
  const living = tokens.issue("user");
  expect(tokens.issued().map(({ token }) => token)).toEqual([third, living.token]);
  expect(tokens.verify(third ?? "")).toBe("The access token has expired.");
  expect(tokens.verify(first ?? "")).toBe("The access token is unknown.");
  expect(tokens.verify(living.token)).toEqual(living);
});

test("forgets them when all are expired too, and tokens stay distinct", () => {
  const tokens = createTokenRegistry(createClock(), 60, 1);
  const issued = Array.from({ length: 5 }, () => tokens.issue("user").token);
  tokens.expireAll();
  expect(tokens.issued().map(({ token }) => token)).toEqual(issued.slice(-1));
  expect(tokens.issue("user").token).toMatch(/^mock\.6\./);
});

test("forgets them though nobody asks what was issued", () => {
  const clock = createClock();
  const tokens = createTokenRegistry(clock, 60, 2);
  const { token } = tokens.issue("user");
  clock.advance(60);
  for (let count = 0; count < 1_000; count++) tokens.issue("user");
  expect(tokens.verify(token)).toBe("The access token is unknown.");
});

const NOW = Date.UTC(2026, 0, 1);

/** A registry of tokens that live a minute, on a clock that stands. */
function registryAt(now: { value: number }) {
  return createTokenRegistry({ now: () => now.value, advance() {} }, 60);
}

test("tells when a token was issued, to whom, and until when it lives", () => {
  const now = { value: NOW };
  const tokens = registryAt(now);
  const { token } = tokens.issue("ann");
  const want = { token, username: "ann", issuedAt: NOW, expiresAt: NOW + 60_000, revoked: false };
  expect(tokens.issued()).toEqual([want]);
  now.value += 59_999;
  expect(tokens.verify(token)).toEqual(want);
  now.value += 1;
  expect(tokens.verify(token)).toBe("The access token has expired.");
});

test("a token that is dead already keeps its time when all are expired, and one that lives ends at once", () => {
  const now = { value: NOW };
  const tokens = registryAt(now);
  tokens.issue("ann");
  now.value += 90_000;
  tokens.issue("ben");
  tokens.expireAll();
  expect(tokens.issued().map(({ expiresAt }) => expiresAt)).toEqual([NOW + 60_000, NOW + 90_000]);
});

test("revokes one token or all, and says so rather than that they have expired", () => {
  const now = { value: NOW };
  const tokens = registryAt(now);
  const [first, second] = [tokens.issue("ann").token, tokens.issue("ann").token];
  tokens.revoke(first);
  expect(tokens.issued().map(({ revoked }) => revoked)).toEqual([true, false]);
  expect([tokens.verify(first), tokens.verify(second)]).toEqual([
    "The access token has been revoked.",
    tokens.issued()[1],
  ]);
  tokens.revokeAll();
  now.value += 60_000;
  expect(tokens.verify(second)).toBe("The access token has been revoked.");
  expect(() => tokens.revoke("mock.9.1")).toThrow(
    new RangeError("tokens.revoke was given a token that this mock API never issued."),
  );
});

test("is empty after a reset, and counts its tokens anew", () => {
  const tokens = registryAt({ value: NOW });
  const { token } = tokens.issue("ann");
  tokens.reset();
  expect([tokens.issued(), tokens.verify(token)]).toEqual([[], "The access token is unknown."]);
  expect(tokens.issue("ann").token).toMatch(/^mock\.1\.\d+-\d+-\d+-\d+$/);
});

test("knows each of many tokens by its whole text, across all that were forgotten between", () => {
  const now = { value: NOW };
  const tokens = createTokenRegistry({ now: () => now.value, advance() {} }, 60, 10);
  const early = Array.from({ length: 5_000 }, () => tokens.issue("ann").token);
  now.value += 30_000;
  const late = Array.from({ length: 3_000 }, () => tokens.issue("ben").token);
  expect(new Set([...early, ...late]).size).toBe(8_000);
  tokens.revoke(late[2_047] ?? "");
  now.value += 30_000;
  tokens.issue("cid");
  expect(tokens.issued().map(({ token }) => token)).toEqual([...late, tokens.issued().at(-1)?.token]);
  expect(tokens.issued().filter(({ revoked }) => revoked)).toMatchObject([{ token: late[2_047], username: "ben" }]);
  const wrong = [
    early[0],
    `${late[0]}0`,
    late[0]?.slice(0, -1),
    late[0]?.replace("mock.5001.", "mock.9001."),
    "mock.x",
    "",
  ];
  expect(wrong.map((token) => tokens.verify(token ?? ""))).toEqual(wrong.map(() => "The access token is unknown."));
});
