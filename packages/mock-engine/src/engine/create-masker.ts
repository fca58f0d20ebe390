import type { OperationDescription, ParameterLocation, SecurityScheme } from "./api-description.ts";
import { MASK, mask } from "./mask.ts";
import { own } from "./own.ts";
import { decode } from "./sources.ts";

/** Hides what an API's description says is secret: API keys, credentials and all of `format: password`. */
export interface Masker {
  headers(operation: OperationDescription | undefined, headers: Headers): Headers;
  /** Of a request's parameters and body, as they were read. */
  values<T extends object>(operation: OperationDescription | undefined, values: T): T;
  path(operation: OperationDescription | undefined, pathname: string): string;
  search(operation: OperationDescription | undefined, search: string): string;
}

type Headers = Readonly<Record<string, string>>;
type ApiKey = Extract<SecurityScheme, { readonly kind: "apiKey" }>;

export function createMasker(operations: readonly OperationDescription[]): Masker {
  let apiKeys: readonly ApiKey[] | undefined;

  /** Of the whole API, since a key may be sent where none is asked for. */
  function keysIn(location: ApiKey["in"]): string[] {
    apiKeys ??= operations.flatMap(securityOf).filter((scheme) => scheme.kind === "apiKey");
    return apiKeys.filter((key) => key.in === location).map(({ name }) => name);
  }

  function namesIn(operation: OperationDescription | undefined, location: ParameterLocation): ReadonlySet<string> {
    const keys = location === "path" ? [] : keysIn(location);
    const named = location === "header" ? keys.map((name) => name.toLowerCase()) : keys;
    const secrets = secretsOf(operation);
    const properties = secrets[own(secrets[0]?.properties ?? {}, location) ?? -1]?.properties ?? {};
    const secret = Object.keys(properties).filter((name) => {
      const masked = mask(secrets, { [location]: { [name]: "" } });
      return own(Object(own(Object(masked), location)), name) === MASK;
    });
    return new Set([...named, ...secret]);
  }

  return {
    headers(operation, headers) {
      const secrets = namesIn(operation, "header");
      const cookies = namesIn(operation, "cookie");
      return Object.fromEntries(
        Object.entries(headers).map(([name, value]) => {
          if (secrets.has(name)) return [name, MASK];
          if (name === "authorization") return [name, maskCredentials(value)];
          return [name, name === "cookie" ? maskPairs(value, ";", cookies) : value];
        }),
      );
    },
    values(operation, values) {
      const masked = Object(mask(secretsOf(operation), values));
      for (const location of ["query", "header", "cookie"] as const) {
        const group = own<object>(masked, location);
        if (group) masked[location] = maskNamed(group, namesIn(operation, location));
      }
      return masked;
    },
    path(operation, pathname) {
      const names = operation?.path.includes("{") ? namesIn(operation, "path") : new Set<string>();
      if (names.size === 0) return pathname;
      const templates = operation?.path.split("/") ?? [];
      const isSecret = (template = "") => [...names].some((name) => template.includes(`{${name}}`));
      return pathname
        .split("/")
        .map((segment, index) => (isSecret(templates[index]) ? MASK : segment))
        .join("/");
    },
    search: (operation, search) =>
      search === "" ? "" : `?${maskPairs(search.slice(1), "&", namesIn(operation, "query"))}`,
  };
}

/** A fault of the document is told where the operation is called. */
function unlessFaulty<T>(read: () => readonly T[]): readonly T[] {
  try {
    return read();
  } catch {
    return [];
  }
}

function securityOf(operation: OperationDescription): readonly SecurityScheme[] {
  return unlessFaulty(() => operation.security.flat());
}

function secretsOf(operation: OperationDescription | undefined): OperationDescription["secrets"] {
  return unlessFaulty(() => operation?.secrets ?? []);
}

function maskCredentials(authorization: string): string {
  const [scheme, ...credentials] = authorization.split(" ");
  return credentials.length > 0 ? `${scheme} ${MASK}` : MASK;
}

/** In `name=value` after `name=value`. */
function maskPairs(text: string, separator: string, names: ReadonlySet<string>): string {
  return text
    .split(separator)
    .map((pair) => {
      const [written = ""] = pair.split("=", 1);
      const name = decode(written.replaceAll("+", " ")).trim();
      return names.has(name) || names.has(name.replace(/\[.*$/, "")) ? `${written}=${MASK}` : pair;
    })
    .join(separator);
}

function maskNamed(group: object, names: ReadonlySet<string>): object {
  return Object.fromEntries(Object.entries(group).map(([name, value]) => [name, names.has(name) ? MASK : value]));
}
