import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { createMasker } from "./create-masker.ts";
import { createLogEntry, createRequestLog } from "./request-log.ts";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

const entryOf = (pathname: string) => createLogEntry({ method: "GET", pathname, headers: {} }, undefined);

test("holds no request that it does not give, but for as many again", async () => {
  const log = createRequestLog(createMasker([]), { requests: 3 });
  const held = Array.from({ length: 18 }, (_, index) => {
    const entry = entryOf(`/${index}`);
    log.add(entry);
    return new WeakRef(entry);
  });
  await setImmediate();
  collectGarbage();
  expect(held.filter((entry) => entry.deref()).length).toBeLessThan(6);
  expect(log.read().map(({ path }) => path)).toEqual(["/15", "/16", "/17"]);
});

test("counts the bodies of those that it holds, and of no other", () => {
  const log = createRequestLog(createMasker([]), { requests: 2, requestBytes: 100 });
  for (const [index, bytes] of [40, 40, 10, 10, 80].entries()) {
    const entry = entryOf(`/${index}`);
    log.add(entry);
    entry.bytes = bytes;
    log.weigh(bytes);
  }
  expect(log.read().map(({ path }) => path)).toEqual(["/3", "/4"]);
  log.weigh(21);
  expect(log.read().map(({ path }) => path)).toEqual(["/4"]);
});

test("tells each request's own headers, however like those of the one before they are", () => {
  const log = createRequestLog(createMasker([]));
  const sent: Record<string, string>[] = [
    { accept: "a", "x-trace": "1" },
    { accept: "a", "x-trace": "1" },
    { accept: "a", "x-trace": "2" },
    { accept: "b", "x-trace": "2" },
    { accept: "b" },
    { accept: "c" },
    { accept: "b", "x-trace": "2" },
    { accept: "b", "x-other": "2" },
    {},
  ];
  for (const headers of sent) log.add(createLogEntry({ method: "GET", pathname: "/", headers }, undefined));
  expect(log.read().map(({ headers }) => headers)).toEqual(sent);
});
