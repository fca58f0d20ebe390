import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { guardConnections } from "./guard-connections.ts";

/** A server, and what comes of a call over the connection that is open to it, or a new one. */
async function listening() {
  const server = createServer((_request, response) => response.end("real"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close().closeAllConnections());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const call = async () => {
    const outcome = await fetch(origin).then(
      (response) => response.text(),
      (error: Error) => (error.cause instanceof Error ? error.cause.message : ""),
    );
    // A few turns later, the connection is free for the next call.
    for (let turn = 0; turn < 20; turn++) await setImmediate();
    return outcome;
  };
  return { origin, call };
}

test("breaks a connection to the origin that was open before, and lets later ones be", async () => {
  const [guarded, other] = [await listening(), await listening()];
  expect([await guarded.call(), await other.call()]).toEqual(["real", "real"]);
  const unguard = guardConnections(guarded.origin);
  onTestFinished(unguard);
  expect(await guarded.call()).toBe(
    `The connection to ${guarded.origin} was open before listen(), so MSW cannot intercept it. ` +
      "Call listen() before the first request goes there, or give the mock a baseUrl of its own.",
  );
  expect([await guarded.call(), await guarded.call(), await other.call()]).toEqual(["real", "real", "real"]);
});

test("breaks none once it has ended", async () => {
  const { origin, call } = await listening();
  expect(await call()).toBe("real");
  guardConnections(origin)();
  expect(await call()).toBe("real");
});
