import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { tokenStoreConformance } from "@m800/phone-number-auth/token-store-conformance";
import { afterAll, test } from "vitest";
import { createSqliteTokenStore } from "../sqlite-token-store.ts";

const folder = mkdtempSync(join(tmpdir(), "m800-sqlite-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "tokens.db");
const module = new URL("open-sqlite.ts", import.meta.url);
process.env.M800_TEST_SQLITE = file;

/** Another program has the whole file for itself. */
async function takeAway() {
  const other = new DatabaseSync(file);
  other.exec("BEGIN EXCLUSIVE");
  return () => other.close();
}

const dump = async () => ["", "-wal"].map((end) => readFileSync(file + end, "latin1")).join("\n");

for (const { title, run } of tokenStoreConformance(() => createSqliteTokenStore(file), { module, takeAway, dump })) {
  test(`the SQLite store ${title}`, run);
}
