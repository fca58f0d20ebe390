/** An API account, as M800's welcome e-mail describes it. */
export interface MockAccount {
  /** The API user ID. */
  readonly username: string;
  /** What a token is asked for with. */
  readonly securityToken: string;
  /** May be left out of a token request, but must not be wrong. An account without one accepts any. */
  readonly password?: string;
  /** ISO 3166-1 alpha-3 codes of the countries that it can get numbers in. Default: all that the spec's example lists. */
  readonly countries?: readonly string[];
}

/** The account of a mock API that was given none. Username and password are those of M800's Getting Started page. */
export const defaultAccount: Required<Omit<MockAccount, "countries">> = {
  username: "testusername",
  securityToken: "test-security-token",
  password: "12345678",
};

/** Reads accounts from parsed JSON. @throws TypeError saying which entry lacks what. */
export function parseAccounts(value: unknown): readonly MockAccount[] {
  if (!Array.isArray(value) || value.length === 0)
    throw new TypeError("accounts must be an array of at least one account.");
  return value.map((entry: unknown, index) => {
    if (!isRecord(entry)) throw new TypeError(`accounts[${index}] must be an object.`);
    const { username, securityToken, password, countries } = entry;
    if (!isText(username)) throw new TypeError(`accounts[${index}].username must be a non-empty string.`);
    if (!isText(securityToken)) throw new TypeError(`accounts[${index}].securityToken must be a non-empty string.`);
    if (password !== undefined && !isText(password)) {
      throw new TypeError(`accounts[${index}].password must be a non-empty string, or left out.`);
    }
    if (countries !== undefined && !(Array.isArray(countries) && countries.every(isText))) {
      throw new TypeError(`accounts[${index}].countries must be an array of country codes, or left out.`);
    }
    return {
      username,
      securityToken,
      ...(password !== undefined && { password }),
      ...(countries !== undefined && { countries }),
    };
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
