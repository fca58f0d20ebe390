import { AuthError, createAuthFetch, createPhoneNumberClient } from "@m800/phone-number-auth";

/**
 * What every runtime must be able to do, against a mock API that `control` makes trouble at. Throws at the first thing that
 * is not as it should be.
 *
 * @param {{ baseUrl: string, control: string, source: object, wrongSource: object, wrongCode: string }} setting
 */
export async function conform({ baseUrl, control, source, wrongSource, wrongCode }) {
  const tell = async (/** @type {string} */ command) =>
    (await fetch(`${control}/${command}`, { method: "POST" })).json();
  const options = { baseUrl, ...source };
  const client = createPhoneNumberClient(options);
  await tell("reset");

  const countries = async () => {
    const { data, response } = await client.GET("/countries");
    check("status", response.status, 200);
    return data?.countries.length ?? 0;
  };
  check("countries", (await countries()) >= 240, true);
  await Promise.all([countries(), countries()]);
  check("token requests at first", await tell("tokens"), 1);

  await tell("expire");
  await Promise.all([countries(), countries()]);
  check("token requests after expiry", await tell("tokens"), 2);
  await tell("revoke");
  await countries();
  check("token requests after revocation", await tell("tokens"), 3);

  const authFetch = createAuthFetch(options);
  const response = await authFetch(`${baseUrl}/countries`);
  check("createAuthFetch", response.status, 200);
  await response.text();

  await tell("retry");
  await countries();
  await tell("hang");
  const caller = new AbortController();
  const left = client.GET("/countries", { signal: caller.signal });
  setTimeout(() => caller.abort(new Error("The caller left.")), 50);
  check("abort", await failureOf(left), "The caller left.");
  const late = createPhoneNumberClient({ ...options, timeoutMs: 300 }).GET("/countries");
  check("timeoutMs", await failureOf(late), "ERR_CALL_TIMEOUT");
  await tell("reset");

  check("a refused source", await failureOf(refused()), wrongCode);
  async function refused() {
    await createPhoneNumberClient({ baseUrl, retry: false, ...wrongSource }).GET("/countries");
  }
  return "conforms";
}

/** @param {Promise<unknown>} call */
async function failureOf(call) {
  try {
    await call;
  } catch (error) {
    return error instanceof AuthError ? error.code : /** @type {Error} */ (error).message;
  }
  return "no failure";
}

/** @param {string} what @param {unknown} found @param {unknown} wanted */
function check(what, found, wanted) {
  if (found !== wanted) throw new Error(`${what}: ${found} instead of ${wanted}`);
}
