import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer } from "@stoplight/prism-http-server";
import { SPEC } from "../countries.ts";

// As `prism mock` sets it up, without its log. It knows no scheme but the usual ones, so M800Auth goes unchecked.
const logger = { child: () => logger, info() {}, warn() {}, error() {}, debug() {}, trace() {}, success() {} };
const config = {
  mock: { dynamic: false },
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  isProxy: false as const,
  errors: false,
  upstreamProxy: undefined,
};
const server = createServer(await getHttpOperationsFromSpec(SPEC), { components: { logger }, cors: true, config });
console.log(await server.listen(0, "127.0.0.1"));
