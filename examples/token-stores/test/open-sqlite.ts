import type { TokenStore } from "@m800/phone-number-auth";
import { createSqliteTokenStore } from "../sqlite-token-store.ts";

/** Opens a store as another process has it, in the `file` of this module's own URL. */
export default function openSqlite(): TokenStore {
  return createSqliteTokenStore(new URL(import.meta.url).searchParams.get("file") ?? "");
}
