import type { Behaviour } from "../engine/behaviour.ts";
import type { components } from "../generated/schema.gen.ts";
import type { MockAccount } from "./accounts.ts";
import type { TokenRegistry } from "./tokens.ts";

/** All that is specific to M800: which credentials hold, and that `createToken` issues a token. */
export function createM800Behaviour(accounts: readonly MockAccount[], tokens: TokenRegistry): Behaviour {
  return {
    authenticators: {
      m800auth: (securityToken) =>
        accounts.some((account) => account.securityToken === securityToken)
          ? { credentials: securityToken }
          : { refusal: "The security token is unknown." },
      bearer: (token) => {
        const record = tokens.verify(token);
        return typeof record === "string" ? { refusal: record } : { credentials: token };
      },
    },
    operations: {
      createToken({ body, credentials }) {
        const { username, password } = body as components["schemas"]["TokenRequest"];
        const account = accounts.find(
          (candidate) => candidate.username === username && candidate.securityToken === credentials,
        );
        if (!account) return { refusal: "The security token is not this username's." };
        if (account.password !== undefined && password !== undefined && password !== account.password) {
          return { refusal: "The password is wrong." };
        }
        const { token, issuedAt, expiresAt } = tokens.issue(username);
        return { body: { access_token: token, expires_in: (expiresAt - issuedAt) / 1000 } };
      },
    },
  };
}
