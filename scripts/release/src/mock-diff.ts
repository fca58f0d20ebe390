import { type ApiDescription, createEngine, type Engine } from "@m800/mock-engine";
import { compileSpec, type OpenApiDocument, resolve } from "@m800/mock-engine/compile";
import { isRecord, listOf, recordOf } from "./diff/record.ts";
import type { Finding } from "./finding.ts";
import { type NamedOperation, operationsOf } from "./operations-of.ts";

/**
 * What the mock of one description took and that of another refuses: every reply that the last one gives of itself, and
 * every call that the last description has as an example. It is seen, and by no rule.
 */
export async function mockDiff(before: OpenApiDocument, after: OpenApiDocument): Promise<Finding[]> {
  const [last, next] = [mockOf(before), mockOf(after)];
  const findings: Finding[] = [];
  for (const named of operationsOf(before)) {
    const { subject, operation } = named;
    const id = operation.operationId ?? "";
    for (const [status, reply] of repliesOf(last.api, id)) {
      if (!takes(last.engine, id, reply) || takes(next.engine, id, reply)) continue;
      const text = "the mock refuses a reply that it gave itself";
      const advice = "change the replies in tests that do not fit";
      findings.push({
        level: "breaking",
        subject,
        text,
        statuses: [status],
        packages: ["mock-server"],
        direction: "response",
        advice,
      });
    }
    for (const body of bodiesOf(before, named)) {
      const call = callOf(before, named, body);
      if (call === undefined || (await isRefused(last.engine, call)) || !(await isRefused(next.engine, call))) continue;
      const text = "a call that was an example is refused";
      const advice = "make sure that what you send fits";
      findings.push({
        level: "breaking",
        subject,
        text,
        statuses: [],
        packages: ["client", "mock-server"],
        direction: "request",
        advice,
      });
    }
  }
  return findings;
}

function mockOf(document: OpenApiDocument) {
  const { api, findValidator } = compileSpec(document);
  const engine = createEngine(api, findValidator, { authenticators: new Map(), operations: new Map() }, { seed: 1 });
  return { api, engine };
}

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

function repliesOf({ operations }: ApiDescription, id: string): (readonly [status: string, reply: Reply])[] {
  const responses = operations.find(({ operationId }) => operationId === id)?.responses ?? {};
  return Object.entries(responses).flatMap(([status, { content }]) =>
    Object.entries(content).flatMap(([mediaType, { examples }]) =>
      Object.values(examples).flatMap((text) => {
        if (!/\bjson$/.test(mediaType)) return [];
        return [
          [status, { status: Number(status), headers: { "Content-Type": mediaType }, body: JSON.parse(text) }] as const,
        ];
      }),
    ),
  );
}

function takes(engine: Engine, id: string, reply: Reply): boolean {
  engine.reset();
  try {
    engine.override(id, reply);
    return true;
  } catch {
    return false;
  }
}

/** The examples of a request's body in JSON; one that is undefined if it has none to send. */
function bodiesOf(document: OpenApiDocument, { operation: { requestBody } }: NamedOperation): unknown[] {
  if (requestBody === undefined) return [undefined];
  const { example, examples = {} } = resolve(document, requestBody).content["application/json"] ?? {};
  return [
    ...(example === undefined ? [] : [example]),
    ...Object.values(examples).map((each) => resolve(document, each).value),
  ];
}

interface Call {
  readonly method: string;
  readonly pathname: string;
  readonly search: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A call with what is required; undefined if the description has no example of that. */
function callOf(document: OpenApiDocument, named: NamedOperation, body: unknown): Call | undefined {
  const search = new URLSearchParams();
  const headers: Record<string, string> = { "content-type": "application/json", ...credentialsOf(document, named) };
  let pathname = named.path;
  for (const { name, in: location, required, example, schema } of named.parameters.map(recordOf)) {
    if (required !== true) continue;
    const value = example ?? listOf(recordOf(schema).examples)[0];
    if (typeof value !== "string" && typeof value !== "number") return undefined;
    if (location === "path") pathname = pathname.replace(`{${name}}`, encodeURIComponent(value));
    else if (location === "query") search.set(String(name), String(value));
    else headers[String(name).toLowerCase()] = String(value);
  }
  return { method: named.method.toUpperCase(), pathname, search: `?${search}`, headers, body };
}

/** Headers of the form that the first way to be let in asks for. */
function credentialsOf(document: OpenApiDocument, { operation }: NamedOperation): Record<string, string> {
  const [way] = operation.security ?? document.security ?? [];
  const schemes = Object.keys(way ?? {}).map((name) => document.components?.securitySchemes?.[name]);
  return Object.fromEntries(
    schemes.flatMap((referable) => {
      const scheme = isRecord(referable) ? recordOf(resolve(document, referable)) : {};
      if (scheme.type === "http") return [["authorization", `${scheme.scheme} token`]];
      return scheme.in === "header" ? [[String(scheme.name).toLowerCase(), "key"]] : [];
    }),
  );
}

async function isRefused(engine: Engine, { body, ...call }: Call): Promise<boolean> {
  engine.reset();
  const { status } = await engine.handle({
    ...call,
    // Of undefined there is no JSON, and no byte.
    readBytes: async () => new TextEncoder().encode(JSON.stringify(body)),
  });
  return status >= 400 && status < 500;
}
