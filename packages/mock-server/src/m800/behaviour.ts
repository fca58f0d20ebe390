import {
  type ApiDescription,
  type AuthenticatedCall,
  type Behaviour,
  noBehaviour,
  type Outcome,
} from "@m800/mock-engine";
import type { MockAccount } from "./accounts.ts";
import { restrictCountries } from "./restrict-countries.ts";
import { successExampleOf } from "./success-example.ts";
import { tokenOperationOf } from "./token-operation.ts";
import type { TokenRegistry } from "./tokens.ts";

/**
 * All that is specific to M800: which credentials hold, that the token operation issues a token, and that an account may
 * have some countries only. An API that issues no tokens as M800's does has its own rules: all credentials of the right form
 * hold.
 */
export function createM800Behaviour(
  accounts: readonly MockAccount[],
  tokens: TokenRegistry,
  api: ApiDescription,
): Behaviour {
  const tokenOperation = tokenOperationOf(api);
  if (!tokenOperation) return noBehaviour;
  const answersOf = new Map(accounts.map((account) => [account.username, restrictCountries(api, account)]));
  const authenticators: Behaviour["authenticators"] = new Map([
    [
      "m800auth",
      (securityToken) =>
        accounts.some((account) => account.securityToken === securityToken)
          ? { credentials: securityToken }
          : { refusal: "The security token is unknown." },
    ],
    [
      "bearer",
      (token) => {
        const record = tokens.verify(token);
        return typeof record === "string" ? { refusal: record } : { credentials: token };
      },
    ],
  ]);

  let example: Readonly<Record<string, unknown>> | undefined;
  const issueToken = ({ body, credentials }: AuthenticatedCall): Outcome => {
    const { username, password } = fieldsOf(body);
    const account = accounts.find(
      (candidate) => candidate.username === username && candidate.securityToken === credentials,
    );
    if (!account) return { refusal: "The security token is not this username's." };
    if (account.password !== undefined && password !== undefined && password !== account.password) {
      return { refusal: "The password is wrong." };
    }
    const { token, issuedAt, expiresAt } = tokens.issue(account.username);
    const answer = { access_token: token, expires_in: (expiresAt - issuedAt) / 1000 };
    example ??= fieldsOf(successExampleOf(tokenOperation));
    return { body: { ...example, ...answer } };
  };

  function listRestricted(operationId: string, { credentials = "" }: AuthenticatedCall): Outcome | undefined {
    const record = tokens.verify(credentials);
    const body = typeof record === "string" ? undefined : answersOf.get(record.username)?.get(operationId);
    return body === undefined ? undefined : { body };
  }

  const operations: Map<string, (call: AuthenticatedCall) => Outcome | undefined> = new Map();
  for (const operationId of [...answersOf.values()].flatMap((answers) => [...answers.keys()])) {
    operations.set(operationId, (call) => listRestricted(operationId, call));
  }
  operations.set(tokenOperation.operationId, issueToken);
  return { authenticators, operations };
}

function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
  return { ...Object(body) };
}
