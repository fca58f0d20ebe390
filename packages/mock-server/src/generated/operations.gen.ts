// Generated from openapi/phone-number.yaml by `pnpm generate`. Do not edit.
import type { operations as all } from "./schema.gen.ts";

/** What the API itself sends: its webhooks and callbacks. */
export type sentOperations = Pick<all, Extract<keyof all, never>>;

/** What the API serves. */
export type operations = Omit<all, keyof sentOperations>;
