import { expect, test } from "vitest";
import { compileSpec } from "../src/compile/compile-spec.ts";
import { findProblems } from "../src/compile/find-problems.ts";
import { serveSpec } from "./serve-spec.ts";

const inPath = (name: string, type: string) => ({ name, in: "path", required: true, schema: { type } });

test("takes what stands behind a question mark in a path for a query, and its templates for parameters", async () => {
  const parameters = [inPath("country", "string"), inPath("currency", "string"), inPath("from", "integer")];
  const paths = {
    "/prices/{country}?currency={currency}&date={from}": { get: { parameters, responses: { 204: {} } } },
  };
  const api = serveSpec(compileSpec({ openapi: "3.0.3", paths }));
  const sent = ["?currency=EUR&date=5", "?date=5&currency=EUR&x=1", "", "?currency=EUR&date=x", "?currency=EUR&from=5"];
  const statuses = await Promise.all(
    sent.map(async (search) => (await api.fetch(`https://api.invalid/prices/HK${search}`)).status),
  );
  expect(statuses).toEqual([204, 204, 400, 400, 400]);
  expect(api.requests()[0]?.parameters.path).toEqual({ country: "HK", currency: "EUR", from: 5 });
});

test("finds a path whose query is written as a URI template", async () => {
  const paths = { "/things{?page,size}": { get: { responses: { 204: {} } } } };
  const api = serveSpec(compileSpec({ openapi: "3.0.3", paths }));
  expect((await api.fetch("https://api.invalid/things?page=1")).status).toBe(204);
  const twice = { openapi: "3.0.3", paths: { ...paths, "/things?all": { get: {} } } };
  expect(findProblems(twice).map(({ message }) => message)).toContain(
    "/things{?page,size} takes the same requests: no server can tell them apart.",
  );
});
