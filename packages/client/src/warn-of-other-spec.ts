import { specHash } from "./generated/spec.gen.ts";

declare const process: { readonly env?: Readonly<Record<string, string | undefined>> } | undefined;

type Fetch = (request: Request) => Promise<Response>;

/**
 * Wraps a `fetch`, so that it looks at its first response, and warns on the console if that is from a mock of this API
 * which was made from another description: only the mock server sends that header. Outside production; bundlers leave it
 * out of theirs.
 */
export function warnOfOtherSpec(fetch: Fetch): Fetch {
  // Spelled in full, since bundlers replace exactly these words.
  if (!(typeof process === "object" && process.env?.NODE_ENV !== "production")) return fetch;
  let isChecked = false;
  const check = (response: Response): Response => {
    const mocked = response.headers.get("m800-mock-spec");
    if (!isChecked && mocked !== null && mocked !== specHash) {
      console.warn(
        "The mock API that answers was made from another API description than this client. Update " +
          "@m800/phone-number-mock-server and @m800/phone-number-client (or -auth) together.",
      );
    }
    isChecked = true;
    return response;
  };
  return (request) => (isChecked ? fetch(request) : fetch(request).then(check));
}
