/** An API account, as M800's welcome e-mail describes it. */
export interface MockAccount {
  /** The API user ID. */
  readonly username: string;
  readonly securityToken: string;
  /** May be left out of a token request, but must not be wrong. An account without one accepts any. */
  readonly password?: string;
}

/** The account of a mock API that was given none. Username and password are those of M800's Getting Started page. */
export const defaultAccount: Required<MockAccount> = {
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
    const { username, securityToken, password } = entry;
    if (!isText(username)) throw new TypeError(`accounts[${index}].username must be a non-empty string.`);
    if (!isText(securityToken)) throw new TypeError(`accounts[${index}].securityToken must be a non-empty string.`);
    if (password === undefined) return { username, securityToken };
    if (!isText(password)) throw new TypeError(`accounts[${index}].password must be a non-empty string, or left out.`);
    return { username, securityToken, password };
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
