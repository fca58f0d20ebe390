import { below, isRecord, type SpecDocument } from "./document.ts";
import { exampleInput } from "./example-input.ts";

/** An operation of the description, with what the check has to know to call it. */
export interface Operation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly pointer: string;
  readonly pathPointer: string;
  /** The HTTP scheme of its Authorization header, in lower case: `m800auth`, `bearer`; undefined if it has none. */
  readonly scheme: string | undefined;
  /** Whether a call takes more than credentials. */
  readonly needsInput: boolean;
  /** Path and query of a call, with the description's examples in it; undefined if it has none for what is needed. */
  readonly target: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Every operation of the description, in its order. */
export function operationsOf(spec: SpecDocument): readonly Operation[] {
  return Object.keys(spec.root.paths ?? {}).flatMap((path) => {
    const pathPointer = spec.resolve(below("/paths", path));
    return Object.entries(Object(spec.at(pathPointer))).flatMap(([method, operation]): Operation[] => {
      if (!METHODS.includes(method) || !isRecord(operation)) return [];
      const pointer = below(pathPointer, method);
      const parameters = [below(pathPointer, "parameters"), below(pointer, "parameters")].flatMap((list) => {
        const value = spec.at(list);
        return Array.isArray(value) ? value.map((_, index) => spec.resolve(below(list, `${index}`))) : [];
      });
      const isRequired = (parameter: string) => spec.at(below(parameter, "required")) === true;
      const input = exampleInput(spec, path, parameters);
      return [
        {
          operationId: String(operation.operationId ?? `${method.toUpperCase()} ${path}`),
          method: method.toUpperCase(),
          path,
          pointer,
          pathPointer,
          scheme: schemeOf(spec, operation.security ?? spec.root.security),
          needsInput: operation.requestBody !== undefined || parameters.some(isRequired),
          target: input?.target,
          headers: input?.headers ?? {},
        },
      ];
    });
  });
}

/** Of several that would do, the first that this check can use. */
function schemeOf(spec: SpecDocument, security: unknown): string | undefined {
  const names = Array.isArray(security) ? security.flatMap((requirement) => Object.keys(requirement)) : [];
  const schemes = names.flatMap((name) => {
    const scheme = spec.at(spec.resolve(below("/components/securitySchemes", name)));
    return isRecord(scheme) && typeof scheme.scheme === "string" ? scheme.scheme.toLowerCase() : [];
  });
  return schemes.find((scheme) => scheme === "m800auth" || scheme === "bearer") ?? schemes[0];
}

/** Pointer to an operation's response for a status, following references; undefined if the description has none. */
export function responseFor(spec: SpecDocument, { pointer }: Operation, status: number): string | undefined {
  const key = [`${status}`, `${Math.floor(status / 100)}XX`, "default"].find(
    (candidate) => spec.at(below(pointer, "responses", candidate)) !== undefined,
  );
  return key === undefined ? undefined : spec.resolve(below(pointer, "responses", key));
}

/** The statuses that an operation's description has. */
export function statusesOf(spec: SpecDocument, { pointer }: Operation): readonly string[] {
  const responses = spec.at(below(pointer, "responses"));
  return isRecord(responses) ? Object.keys(responses) : [];
}

/** The first status of success that an operation's description has; 200 if it has none. */
export function successOf(spec: SpecDocument, operation: Operation): number {
  const status = statusesOf(spec, operation).find((key) => /^2\d\d$/.test(key));
  return status === undefined ? 200 : Number(status);
}

/** The status with which an operation's description refuses who may not call it: 403 only where it has no 401. */
export function refusalOf(spec: SpecDocument, operation: Operation): number {
  return firstOf(spec, operation, [401, 403]);
}

/** The status with which an operation's description refuses a malformed request: 422 only where it has no 400. */
export function malformedOf(spec: SpecDocument, operation: Operation): number {
  return firstOf(spec, operation, [400, 422]);
}

function firstOf(spec: SpecDocument, operation: Operation, statuses: readonly [number, number]): number {
  const described = statusesOf(spec, operation);
  return statuses.find((status) => described.includes(`${status}`)) ?? statuses[0];
}
