import type { ApiDescription, OperationDescription, SecurityScheme } from "../engine/api-description.ts";
import { describeParameter, mergeParameters, parametersSchema } from "./describe-parameters.ts";
import { describeRequestBody } from "./describe-request-body.ts";
import { describeResponse } from "./describe-response.ts";
import { describeSecrets } from "./describe-secrets.ts";
import { findProblems } from "./find-problems.ts";
import {
  METHODS,
  type OpenApiDocument,
  type Operation,
  type PathItem,
  resolve,
  type SecurityRequirement,
  type Server,
} from "./openapi-document.ts";
import { pointerOf } from "./positions.ts";
import type { SchemaCompiler } from "./schema-compiler.ts";
import { isListOfRequirements, problemOfScheme, SECURITY_IS_A_LIST, unknownScheme } from "./security-problems.ts";
import { webhooksOf } from "./webhooks-of.ts";

/**
 * Turns a bundled OpenAPI document into what the engine runs on. An operation is described, and its schemas registered with
 * `schemas`, when more of it is read than its name, method, path and security.
 *
 * @param onProblem Called with the place and the fault of an example that does not fit its schema, or of a schema that no
 * sample could be made for.
 */
export function describeApi(
  document: OpenApiDocument,
  schemas: SchemaCompiler,
  onProblem: (problem: string) => void,
): ApiDescription {
  const describePaths = (key: "paths" | "webhooks", paths: OpenApiDocument["paths"] = {}) =>
    Object.entries(paths).flatMap(([path, referable]) =>
      describePath(path, { ...resolve(document, referable), ...referable }, pointerOf([key, path])),
    );

  function describePath(path: string, pathItem: PathItem, pointer: string) {
    return METHODS.flatMap((method) => {
      const operation = pathItem[method];
      if (!operation) return [];
      const operationId = operation.operationId ?? `${method} ${path}`;
      const describe = () => {
        try {
          return describeOperation(document, schemas, onProblem, operationId, pathItem, operation);
        } catch (error) {
          const faults = faultsOf(document, [`${pointer}/${method}`, `${pointer}/parameters`]);
          throw faults === "" ? error : new Error(faults);
        }
      };
      const security = () => describeSecurity(document, operation.security ?? document.security ?? []);
      const secrets = () => describeRequestSecrets(document, pathItem, operation);
      return [lazily({ operationId, method: method.toUpperCase(), path }, security, secrets, describe)];
    });
  }

  return {
    baseUrl: serverUrl(document.servers?.[0]),
    operations: describePaths("paths", document.paths),
    webhooks: describePaths("webhooks", webhooksOf(document)),
  };
}

/** What the start says of some places of a document. */
function faultsOf(document: OpenApiDocument, places: readonly string[]): string {
  return findProblems(document)
    .filter(({ pointer }) => places.some((place) => `${pointer}/`.startsWith(`${place}/`)))
    .map(({ pointer, message }) => `#${pointer}: ${message}`)
    .join(" ");
}

function serverUrl(server: Partial<Server> | null | undefined): string {
  const { url, variables } = server ?? {};
  const whole = String(url ?? "/").replace(/\{([^}]+)\}/g, (template, name) => variables?.[name]?.default ?? template);
  if (URL.canParse(whole)) return whole;
  return new URL(URL.canParse(whole, NOWHERE) ? whole : "/", NOWHERE).href;
}

const NOWHERE = "https://api.invalid";

type Label = Pick<OperationDescription, "operationId" | "method" | "path">;
type Details = Omit<OperationDescription, keyof Label | "security" | "secrets">;

function lazily(
  label: Label,
  describeSecurity: () => OperationDescription["security"],
  describeSecrets: () => OperationDescription["secrets"],
  describe: () => Details,
): OperationDescription {
  let security: OperationDescription["security"] | undefined;
  let secrets: OperationDescription["secrets"] | undefined;
  let details: Details | undefined;
  const known = () => {
    details ??= describe();
    return details;
  };
  return {
    ...label,
    get security() {
      security ??= describeSecurity();
      return security;
    },
    get secrets() {
      secrets ??= describeSecrets();
      return secrets;
    },
    get parameters() {
      return known().parameters;
    },
    get parametersSchema() {
      return known().parametersSchema;
    },
    get requestBody() {
      return known().requestBody;
    },
    get responses() {
      return known().responses;
    },
  };
}

function describeOperation(
  document: OpenApiDocument,
  schemas: SchemaCompiler,
  onProblem: (problem: string) => void,
  operationId: string,
  pathItem: PathItem,
  operation: Operation,
): Details {
  const parameters = mergeParameters(document, pathItem, operation);
  const requestBody = operation.requestBody && resolve(document, operation.requestBody);
  return {
    parameters: parameters.map((parameter) => describeParameter(document, schemas, operationId, parameter)),
    ...(parameters.length > 0 && {
      parametersSchema: schemas.add(`${operationId}.parameters`, parametersSchema(parameters), "readOnly"),
    }),
    ...(requestBody && { requestBody: describeRequestBody(document, schemas, operationId, requestBody) }),
    responses: Object.fromEntries(
      Object.entries(operation.responses ?? ANY_SUCCESS).map(([status, response]) => [
        status,
        describeResponse(
          document,
          schemas,
          onProblem,
          `${operationId}.${status}`,
          resolve(document, response),
          !/^[123]/.test(status),
        ),
      ]),
    ),
  };
}

/** Responses may be left out since OpenAPI 3.1. */
const ANY_SUCCESS: NonNullable<Operation["responses"]> = { "2XX": {} };

function describeRequestSecrets(document: OpenApiDocument, pathItem: PathItem, operation: Operation) {
  const body = operation.requestBody && resolve(document, operation.requestBody);
  return describeSecrets(document, mergeParameters(document, pathItem, operation), body);
}

function describeSecurity(document: OpenApiDocument, requirements: readonly SecurityRequirement[]): SecurityScheme[][] {
  if (!isListOfRequirements(requirements)) throw new Error(SECURITY_IS_A_LIST);
  return requirements.map((requirement) =>
    Object.keys(requirement).map((name) => {
      const referable = document.components?.securitySchemes?.[name];
      if (!referable) throw new Error(unknownScheme(name));
      const scheme = resolve(document, referable);
      const problem = problemOfScheme(scheme);
      if (problem !== undefined) throw new Error(`The security scheme ${name} ${problem}.`);
      if (scheme.type === "http") return { kind: "http", scheme: scheme.scheme };
      if (scheme.type === "apiKey") return { kind: "apiKey", in: scheme.in, name: scheme.name };
      // A client certificate is for the transport to judge; the others are bearer tokens (RFC 6750).
      return scheme.type === "mutualTLS" ? { kind: "other" } : { kind: "http", scheme: "bearer" };
    }),
  );
}
