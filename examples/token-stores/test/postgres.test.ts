import { tokenStoreConformance } from "@m800/phone-number-auth/token-store-conformance";
import type { Pool } from "pg";
import { afterAll, describe, inject, test } from "vitest";
import { createPostgresTokenStore, POSTGRES_SCHEMA } from "../postgres-token-store.ts";
import { openPool } from "./open-postgres.ts";
import { startPostgres } from "./start-postgres.ts";

const program = inject("postgres");
// When tests are collected already: the suite is told of it.
const server = program ? await startPostgres(program) : undefined;
const url = server?.url ?? "";
const pools: Pool[] = [];
const open = () => {
  const pool = openPool(url);
  pools.push(pool);
  return createPostgresTokenStore(pool);
};
const admin = openPool(url);
if (server) await admin.query(POSTGRES_SCHEMA);
afterAll(async () => {
  await Promise.all([admin, ...pools].map((pool) => pool.end()));
  await server?.remove();
});

const module = new URL("open-postgres.ts", import.meta.url);
module.searchParams.set("database", url);

async function takeAway() {
  await server?.stop();
  return () => server?.start();
}

const dump = async () => JSON.stringify((await admin.query("SELECT * FROM m800_token")).rows);

describe.skipIf(!server)("the PostgreSQL store", () => {
  for (const { title, run } of tokenStoreConformance(open, { module, takeAway, dump })) test(title, run);
});
