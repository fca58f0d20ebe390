import type { TokenStore } from "@m800/phone-number-auth";
import { createSqliteTokenStore } from "../sqlite-token-store.ts";

/** Opens a store as another process has it, in the file at `M800_TEST_SQLITE`. */
export default function openSqlite(): TokenStore {
  return createSqliteTokenStore(process.env.M800_TEST_SQLITE ?? "");
}
