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
  expect(tokens.verify(living.token)).toBe(living);
});

test("forgets them when all are expired too, and tokens stay distinct", () => {
  const tokens = createTokenRegistry(createClock(), 60, 1);
  const issued = Array.from({ length: 5 }, () => tokens.issue("user").token);
  tokens.expireAll();
  expect(tokens.issued().map(({ token }) => token)).toEqual(issued.slice(-1));
  expect(tokens.issue("user").token).toMatch(/^mock\.6\./);
});
