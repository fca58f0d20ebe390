import type { OperationDescription, ParameterLocation, SecurityScheme } from "./api-description.ts";
import { leadingIn, MASK, mask, namedIn } from "./mask.ts";
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
type Names = Pick<ReadonlySet<string>, "has">;
type ApiKey = Extract<SecurityScheme, { readonly kind: "apiKey" }>;

export function createMasker(operations: readonly OperationDescription[]): Masker {
  let apiKeys: readonly ApiKey[] | undefined;

  /** Of the whole API, since a key may be sent where none is asked for. */
  function keysIn(location: ParameterLocation): string[] {
    apiKeys ??= operations.flatMap(securityOf).filter((scheme) => scheme.kind === "apiKey");
    const names = apiKeys.filter((key) => key.in === location).map(({ name }) => name);
    return location === "header" ? names.map((name) => name.toLowerCase()) : names;
  }

  /**
   * What holds a secret, whole or in part, and the properties in it, which may be sent by themselves: by any name that is no
   * other parameter's, where one may have any.
   */
  function namesIn(operation: OperationDescription | undefined, location: ParameterLocation): Names {
    const secrets = secretsOf(operation);
    const group = leadingIn(secrets, [0]).filter(([name]) => name === location);
    const holders = leadingIn(secrets, indicesOf(group));
    const held = leadingIn(secrets, indicesOf(holders));
    const names = new Set([...keysIn(location), ...[...holders, ...held].map(([name]) => name)]);
    const properties = namedIn(secrets, indicesOf(holders));
    if (!properties) return names;
    const parameters = unlessFaulty(() => operation?.parameters ?? []).filter((parameter) => parameter.in === location);
    const plain = new Set([...properties, ...parameters.map(({ name }) => name)]);
    return { has: (name) => names.has(name) || !plain.has(name) };
  }

  return {
    headers(operation, headers) {
      const secrets = namesIn(operation, "header");
      const cookies = namesIn(operation, "cookie");
      return Object.fromEntries(
        Object.entries(headers).map(([name, value]) => {
          if (secrets.has(name)) return [name, MASK];
          if (/^(proxy-)?authorization$/.test(name)) return [name, maskCredentials(value)];
          return [name, name === "cookie" ? maskPairs(value, ";", cookies) : value];
        }),
      );
    },
    values(operation, values) {
      const masked = Object(mask(secretsOf(operation), values));
      for (const location of ["query", "header", "cookie"] as const) {
        masked[location] = maskNamed(masked[location], keysIn(location));
      }
      // What nobody has parsed, such as XML, holds its secrets somewhere.
      const isWhole = typeof masked.body === "string" || masked.body instanceof Uint8Array;
      if (isWhole && leadingIn(secretsOf(operation), [0]).some(([name]) => name === "body")) masked.body = MASK;
      return masked;
    },
    path(operation, pathname) {
      const names = namesIn(operation, "path");
      const templates = operation?.path.split("/") ?? [];
      const isSecret = (template = "") =>
        [...template.matchAll(/\{([^}]+)\}/g)].some(([, name = ""]) => names.has(name));
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

function indicesOf(properties: readonly (readonly [name: string, index: number])[]): number[] {
  return properties.map(([, index]) => index);
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
function maskPairs(text: string, separator: string, names: Names): string {
  return text
    .split(separator)
    .map((pair) => {
      const [written = ""] = pair.split("=", 1);
      const name = decode(written.replaceAll("+", " ")).trim();
      return names.has(name) || names.has(name.replace(/\[.*/, "")) ? `${written}=${MASK}` : pair;
    })
    .join(separator);
}

function maskNamed(group: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(group).map(([name, value]) => [name, names.includes(name) ? MASK : value]));
}
