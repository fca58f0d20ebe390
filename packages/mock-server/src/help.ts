import { defaultAccount } from "./m800/accounts.ts";

/** What `m800-mock-server --help` prints. */
export const HELP: string = `Serves a mock of the M800 Phone Number API over HTTP.

Usage: m800-mock-server [options]

  --port N            port to listen on (default: 0, any free one)
  --host ADDRESS      address to listen on (default: 127.0.0.1)
  --allow-remote      allow a --host that other machines can reach
  --cors ORIGIN       let pages of this origin call the API (repeatable)
  --token-lifetime N  lifetime of an access token in seconds (default: 300)
  --accounts FILE     JSON: [{ username, securityToken, password?, countries? }]
                      (default: ${Object.values(defaultAccount).join(", ")})
  --spec FILE         serve this OpenAPI 3.0 or 3.1 document, JSON or YAML,
                      instead of M800's API
  --strict            end at once if the document has faults
  --watch             serve the document anew when it changes
  --control           let other processes drive the mock: prints an address
                      and a secret (or takes M800_MOCK_CONTROL_SECRET)
  --control-port N    port of that address (default: 0, any free one)
  --latency MS        delay of every answer in milliseconds
  --fault FIELDS      trouble for requests, as kind=status,status=503,rate=0.1
                      (repeatable)
                      kinds: network-error, timeout, status, truncate, garbage,
                      slow (with delayMs)
                      for some: operation=ID, nth=N, rate=0..1
  --seed N            decides which requests a rate meets (default: 1)
  --log FORMAT        text, json or none (default: text)
  --version           the version of this command
  --help              this text
`;
