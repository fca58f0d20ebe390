import type { TokenStore } from "@m800/phone-number-auth";
import { Pool } from "pg";
import { createPostgresTokenStore } from "../postgres-token-store.ts";

/** Opens a store as another process has it, in the database at `M800_TEST_POSTGRES`. */
export default function openPostgres(): TokenStore {
  return createPostgresTokenStore(openPool(process.env.M800_TEST_POSTGRES ?? ""));
}

export function openPool(connectionString: string): Pool {
  const pool = new Pool({ connectionString, max: 2, connectionTimeoutMillis: 1_000, query_timeout: 1_000 });
  // Without a listener, a server's end would be the process's.
  pool.on("error", () => {});
  return pool;
}
