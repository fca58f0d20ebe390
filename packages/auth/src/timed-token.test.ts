import { expect, test } from "vitest";
import { fromStored, toStored } from "./timed-token.ts";

test.each([
  { clock: "the wall clock", later: { wall: 5_500, monotonic: 70 } },
  { clock: "the monotonic clock", later: { wall: 5_000, monotonic: 570 } },
])("a token that comes from a store grows older by $clock alone", ({ later }) => {
  const timed = fromStored({ token: "t", lifetimeMs: 9_000, ageMs: 2_000 }, { wall: 5_000, monotonic: 70 });
  expect(toStored(timed, later)).toEqual({ token: "t", lifetimeMs: 9_000, ageMs: 2_500 });
});
