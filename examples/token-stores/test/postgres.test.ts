import { tokenStoreConformance } from "@m800/phone-number-auth/token-store-conformance";
import type { Pool } from "pg";
import { afterAll, beforeAll, describe, inject, test } from "vitest";
import { createPostgresTokenStore, POSTGRES_SCHEMA } from "../postgres-token-store.ts";
import { openPool } from "./open-postgres.ts";
import { type PostgresServer, startPostgres } from "./start-postgres.ts";

const program = inject("postgres");
let server: PostgresServer | undefined;
let url = "";
const pools: Pool[] = [];
function connect() {
  const pool = openPool(url);
  pools.push(pool);
  return pool;
}
beforeAll(async () => {
  if (!program) return;
  server = await startPostgres(program);
  url = server.url;
  process.env.M800_TEST_POSTGRES = url;
  await connect().query(POSTGRES_SCHEMA);
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await server?.remove();
});

const open = () => createPostgresTokenStore(connect());
const module = new URL("open-postgres.ts", import.meta.url);

async function takeAway() {
  await server?.stop();
  return () => server?.start();
}

const dump = async () => JSON.stringify((await connect().query("SELECT * FROM m800_token")).rows);

describe.skipIf(!program)("the PostgreSQL store", () => {
  const options = { module, isAcrossMachines: true, takeAway, dump };
  for (const { title, run } of tokenStoreConformance(open, options)) test(title, run);
});
