import { expect, test } from "vitest";
import { setUp } from "../test/token-source-set-up.ts";

test("a refresh that was under way when its token was rejected is asked again, told of it", async () => {
  const { source, pass, acquisitions, last } = setUp();
  const first = source.get(undefined);
  await last().succeed("a");
  await first;
  pass(80_000);
  source.get(undefined);
  expect(last().reason).toBe("due");
  source.reject("a");
  const renewed = source.get(undefined);
  await last().succeed("a");
  expect(acquisitions).toHaveLength(3);
  expect(last()).toMatchObject({ replaces: "a", reason: "rejected" });
  await last().succeed("b");
  expect(await renewed).toBe("b");
  expect(source.get(undefined)).toBe("b");
});

test("a refresh that brought the same token again has not made another of it", async () => {
  const { source, pass, last } = setUp();
  const first = source.get(undefined);
  await last().succeed("a");
  await first;
  pass(80_000);
  source.get(undefined);
  await last().succeed("a");
  expect(source.isCurrent("a")).toBe(true);
  source.reject("a");
  const renewed = source.get(undefined);
  expect(last()).toMatchObject({ replaces: "a", reason: "rejected" });
  await last().succeed("b");
  expect(await renewed).toBe("b");
});

test("a token that is brought again lives on from its new request", async () => {
  const { source, pass, acquisitions, last } = setUp();
  const first = source.get(undefined);
  await last().succeed("a");
  await first;
  pass(80_000);
  source.get(undefined);
  await last().succeed("a");
  pass(79_999);
  expect(source.get(undefined)).toBe("a");
  expect(acquisitions).toHaveLength(2);
});

test("a source that has nothing but the rejected token is asked three times; then that token serves whom it serves", async () => {
  const { source, acquisitions, last } = setUp();
  const first = source.get(undefined);
  await last().succeed("a");
  await first;
  source.reject("a");
  const renewed = source.get(undefined);
  for (const want of [2, 3, 4]) {
    expect(acquisitions).toHaveLength(want);
    await last().succeed("a");
  }
  expect(await renewed).toBe("a");
  expect(acquisitions).toHaveLength(4);
  expect(source.get(undefined)).toBe("a");
});

test("a token that was rejected is no news even after others", async () => {
  const { source, pass, last } = setUp();
  const first = source.get(undefined);
  await last().succeed("a");
  await first;
  source.reject("a");
  const second = source.get(undefined);
  await last().succeed("b");
  await second;
  pass(80_000);
  source.get(undefined);
  expect(last()).toMatchObject({ replaces: "b", reason: "due" });
  await last().succeed("a");
  expect(last()).toMatchObject({ replaces: "a", reason: "rejected" });
  await last().succeed("c");
  pass(2_000);
  expect(source.get(undefined)).toBe("c");
});
