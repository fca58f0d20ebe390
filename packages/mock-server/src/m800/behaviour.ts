import type { ApiDescription, Behaviour } from "@m800/mock-engine";
import type { components } from "../generated/schema.gen.ts";
import type { MockAccount } from "./accounts.ts";
import type { TokenRegistry } from "./tokens.ts";

type CountryList = components["schemas"]["CountryList"];

/** All that is specific to M800: which credentials hold, and that `createToken` issues a token. */
export function createM800Behaviour(
  accounts: readonly MockAccount[],
  tokens: TokenRegistry,
  api: ApiDescription,
): Behaviour {
  const listOf = new Map(
    accounts.map(({ username, countries }) => [username, countries && pickCountries(api, countries, username)]),
  );
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
      listCountries({ credentials = "" }) {
        const record = tokens.verify(credentials);
        const body = typeof record === "string" ? undefined : listOf.get(record.username);
        return body && { body };
      },
    },
  };
}

/** @throws TypeError if the spec's example lacks one of them. */
function pickCountries(api: ApiDescription, codes: readonly string[], username: string): CountryList {
  const operation = api.operations.find(({ operationId }) => operationId === "listCountries");
  const [example = '{"countries":[]}'] = Object.values(
    operation?.responses[200]?.content["application/json"]?.examples ?? {},
  );
  const every: CountryList = JSON.parse(example);
  return {
    countries: codes.map((code) => {
      const country = every.countries.find((candidate) => candidate.code === code);
      if (country) return country;
      throw new TypeError(`The account ${username} has the country "${code}", which the spec's example lacks.`);
    }),
  };
}
