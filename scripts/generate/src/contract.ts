import { METHODS, type OpenApiDocument, type Operation, resolve } from "@m800/mock-engine/compile";

/** What the auth layer needs to know of an API beyond its types. */
export interface Contract {
  /** The operation that exchanges credentials for an access token. */
  readonly token: {
    /** In upper case. */
    readonly method: string;
    readonly path: string;
    /** Statuses that mean that the credentials are refused, as another attempt with them would be. */
    readonly refusals: readonly number[];
  };
  /** Statuses that mean that the access token is rejected: of any operation that one secures. */
  readonly rejections: readonly number[];
}

/** Finds it in a description. @throws Error if no operation, or more than one, exchanges credentials for a token. */
export function contractOf(document: OpenApiDocument): Contract {
  const { method, path, operation } = tokenOperationOf(document);
  const bearers = operationsOf(document).filter(({ operation }) => isSecuredBy(document, operation, "bearer"));
  const described = (status: string) => bearers.some(({ operation }) => status in (operation.responses ?? {}));
  return {
    token: { method: method.toUpperCase(), path, refusals: refusalsOf(operation) },
    // 403 is the caller's own, but for an API that has nothing else to say of a token.
    rejections: described("403") && !described("401") ? [403] : [401],
  };
}

export interface NamedOperation {
  /** In lower case. */
  readonly method: (typeof METHODS)[number];
  readonly path: string;
  readonly operation: Operation;
}

/** The one operation that the HTTP authentication scheme `M800Auth` secures, whatever its path and its names are. */
export function tokenOperationOf(document: OpenApiDocument): NamedOperation {
  const [found, ...others] = operationsOf(document).filter(({ operation }) =>
    isSecuredBy(document, operation, "m800auth"),
  );
  if (!found) {
    throw new Error(
      "No operation exchanges credentials for a token: secure one by a security scheme of `type: http`, `scheme: M800Auth`.",
    );
  }
  if (others.length > 0) {
    const named = [found, ...others].map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    throw new Error(
      `The scheme M800Auth secures ${named.join(" and ")}: one alone can exchange credentials for a token.`,
    );
  }
  return found;
}

/** Every operation of a description, in its order. */
export function operationsOf(document: OpenApiDocument): readonly NamedOperation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, referable]) => {
    const pathItem = { ...resolve(document, referable), ...referable };
    return METHODS.flatMap((method) => {
      const operation = pathItem[method];
      return operation ? [{ method, path, operation }] : [];
    });
  });
}

/** @param scheme Of HTTP authentication, in lower case. */
function isSecuredBy(document: OpenApiDocument, operation: Operation, scheme: string): boolean {
  return (operation.security ?? document.security ?? []).some((requirement) =>
    Object.keys(requirement).some((name) => {
      const referable = document.components?.securitySchemes?.[name];
      const found = referable && resolve(document, referable);
      return found?.type === "http" && found.scheme.toLowerCase() === scheme;
    }),
  );
}

/** Client errors (RFC 9110, section 15.5) that speak of the path, of time or of load, not of what was sent. */
const OTHER_ERRORS: readonly number[] = [404, 405, 408, 421, 425, 429];

/** Those that the operation describes, and those that HTTP has for credentials. */
function refusalsOf({ responses = {} }: Operation): readonly number[] {
  const described = Object.keys(responses).map(Number);
  const refusals = [401, 403, ...described].filter(
    (status) => status >= 400 && status < 500 && !OTHER_ERRORS.includes(status),
  );
  return [...new Set(refusals)].sort((a, b) => a - b);
}
