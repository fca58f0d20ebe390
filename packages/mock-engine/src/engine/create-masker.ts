import type { OperationDescription, ParameterLocation, SecurityScheme } from "./api-description.ts";
import { holdsSecret, MASK, mask } from "./mask.ts";
import { own } from "./own.ts";
import { isScattered } from "./parameters.ts";
import { decode, stepsOf } from "./sources.ts";

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

  /** Whether a secret stands in a request's text under a name, which may have brackets. */
  function isSecretIn(
    operation: OperationDescription | undefined,
    location: ParameterLocation,
  ): (written: string) => boolean {
    const keys = location === "path" ? [] : keysIn(location);
    const named = new Set(location === "header" ? keys.map((name) => name.toLowerCase()) : keys);
    const secrets = secretsOf(operation);
    const scattered = secrets.length === 0 ? [] : unlessFaulty(() => operation?.parameters ?? []).filter(isScattered);
    const holders = scattered.filter((parameter) => parameter.in === location).map(({ name }) => name);
    return (written) => {
      const name = written.replace(/\[.*$/s, "");
      if (named.has(written) || named.has(name)) return true;
      const places = [[], ...holders.map((holder) => [holder])];
      const steps = [name, ...stepsOf(written.slice(name.length))];
      return secrets.length > 0 && places.some((place) => holdsSecret(secrets, [location, ...place, ...steps]));
    };
  }

  return {
    headers(operation, headers) {
      const isSecret = isSecretIn(operation, "header");
      const isSecretCookie = isSecretIn(operation, "cookie");
      return Object.fromEntries(
        Object.entries(headers).map(([name, value]) => {
          if (isSecret(name)) return [name, MASK];
          if (/^(proxy-)?authorization$/.test(name)) return [name, maskCredentials(value)];
          return [name, name === "cookie" ? maskPairs(value, ";", isSecretCookie) : value];
        }),
      );
    },
    values(operation, values) {
      const masked = Object(mask(secretsOf(operation), values));
      for (const location of ["query", "header", "cookie"] as const) {
        const keys = new Set(keysIn(location).map((name) => (location === "header" ? name.toLowerCase() : name)));
        const group = own<object>(masked, location);
        if (group) masked[location] = maskNamed(group, keys);
      }
      return masked;
    },
    path(operation, pathname) {
      const templates = operation?.path.includes("{") ? operation.path.split("/") : [];
      const isSecret = isSecretIn(operation, "path");
      const isMasked = (template = "") =>
        [...template.matchAll(/\{([^}]*)\}/g)].some(([, name = ""]) => isSecret(name));
      return pathname
        .split("/")
        .map((segment, index) => (isMasked(templates[index]) ? MASK : segment))
        .join("/");
    },
    search: (operation, search) =>
      search === "" ? "" : `?${maskPairs(search.slice(1), "&", isSecretIn(operation, "query"))}`,
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
function maskPairs(text: string, separator: string, isSecret: (name: string) => boolean): string {
  return text
    .split(separator)
    .map((pair) => {
      const [written = ""] = pair.split("=", 1);
      return isSecret(decode(written.replaceAll("+", " ")).trim()) ? `${written}=${MASK}` : pair;
    })
    .join(separator);
}

function maskNamed(group: object, names: ReadonlySet<string>): object {
  return Object.fromEntries(Object.entries(group).map(([name, value]) => [name, names.has(name) ? MASK : value]));
}
