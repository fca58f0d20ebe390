import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { isLoopbackHost } from "./loopback.ts";
import { pathOf, toEngineRequest } from "./read-request.ts";

function request(init: Partial<IncomingMessage>): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), init);
}

test.each([
  { url: "/a/b?c=d#e", basePath: "", want: ["/a/b", "?c=d"] },
  { url: "/a#e?f", basePath: "", want: ["/a", ""] },
  { url: "/a?", basePath: "", want: ["/a", "?"] },
  { url: "//name/a", basePath: "", want: ["//name/a", ""] },
  { url: "/a#b", basePath: "", want: ["/a", ""] },
  { url: "*", basePath: "", want: ["*", ""] },
  { url: "http://host?b#c", basePath: "", want: ["", "?b"] },
  { url: "http://host?", basePath: "", want: ["", "?"] },
  { url: "http://host/a/", basePath: "", want: ["/a/", ""] },
  { url: "/http://host/a", basePath: "", want: ["/http://host/a", ""] },
  { url: "ftp+http://host/a", basePath: "", want: ["ftp+http://host/a", ""] },
  { url: "http://127.0.0.1:80/a?b", basePath: "", want: ["/a", "?b"] },
  { url: "HTTPS://host/v1/a", basePath: "/v1", want: ["/a", ""] },
  { url: "/v1/a", basePath: "/v1", want: ["/a", ""] },
  { url: "/v1/", basePath: "/v1", want: ["/", ""] },
])("reads $url below $basePath as $want", ({ url, basePath, want }) => {
  const { method, pathname, search, headers } =
    toEngineRequest(request({ url, method: "PUT", headers: { a: "b" } }), basePath) ?? {};
  expect([method, pathname, search, headers]).toEqual(["PUT", ...want, { a: "b" }]);
});

test.each(["/v10/a", "/v1", "/", "/other"])("does not serve %s below /v1", (url) => {
  expect(toEngineRequest(request({ url }), "/v1")).toBeUndefined();
});

test("names a path without its query", () => {
  expect(pathOf(request({ url: "/a?secret=b?c" }))).toBe("/a");
});

test("reads a body of up to 1 MiB, and says what is longer", async () => {
  const read = (bytes: number) => {
    const message = request({ url: "/a" });
    const body = toEngineRequest(message, "")?.readBytes();
    message.push(Buffer.alloc(bytes / 2, "a"));
    message.push(Buffer.alloc(bytes / 2, "b"));
    message.push(null);
    return body;
  };
  const body = await read(2 ** 20);
  expect([body?.length, body?.at(0), body?.at(-1)]).toEqual([2 ** 20, 97, 98]);
  await expect(read(2 ** 20 + 2)).rejects.toMatchObject({
    status: 413,
    message: "The request body has more than 1048576 bytes.",
  });
  const broken = request({ url: "/a" });
  const reading = toEngineRequest(broken, "")?.readBytes();
  broken.destroy(new Error("gone"));
  await expect(reading).rejects.toThrow("gone");
});

test.each([
  ["localhost", true],
  ["localhost:8080", true],
  ["127.0.0.1:1", true],
  ["127.9.8.7:80", true],
  ["[::1]", true],
  ["[::1]:8080", true],
  ["", false],
  ["localhost.example", false],
  ["xlocalhost", false],
  ["127.0.0.1.example:80", false],
  ["localhost:80x", false],
  ["1127.0.0.1", false],
  ["example:127.0.0.1", false],
  ["10.0.0.1", false],
])("takes the Host %s for this machine's own: %s", (host, want) => {
  expect(isLoopbackHost(request({ headers: { host } }))).toBe(want);
});

test("takes a request without a Host for nobody's", () => {
  expect(isLoopbackHost(request({ headers: {} }))).toBe(false);
});
