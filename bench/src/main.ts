import { benchFreshToken } from "./fresh-token.ts";
import { benchImportTime } from "./import-time.ts";
import { benchWaiters } from "./waiters.ts";

console.log(`Node ${process.version}`);
await benchFreshToken();
await benchImportTime();
await benchWaiters();
