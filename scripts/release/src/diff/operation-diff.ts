import { isDeepStrictEqual } from "node:util";
import { type OpenApiDocument, resolve } from "@m800/mock-engine/compile";
import type { Finding } from "../finding.ts";
import type { NamedOperation } from "../operations-of.ts";
import { type Direction, findingsOf, type Where } from "./audience.ts";
import type { Change, Effect } from "./change.ts";
import { isRecord, type Plain, recordOf } from "./record.ts";
import { createSchemaDiff } from "./schema-diff.ts";
import { securityOf } from "./security-of.ts";
import { unknownKeys } from "./unknown-keys.ts";

/** Makes the comparison of an operation of one document with the same one of another. */
export function createOperationDiff(last: OpenApiDocument, next: OpenApiDocument) {
  const schemaDiff = createSchemaDiff(last, next);
  const follow = (document: OpenApiDocument, value: unknown) =>
    isRecord(value) ? recordOf(resolve(document, value)) : {};
  const schemas = (before: Plain, after: Plain, direction: Direction) =>
    schemaDiff(before.schema, after.schema, direction === "request" ? "readOnly" : "writeOnly");

  return (old: NamedOperation, now: NamedOperation): Finding[] => {
    const where: Where = { subject: now.subject, direction: "request", statuses: [] };
    const [before, after] = [recordOf(old.operation), recordOf(now.operation)];
    const isAllowed = securityOf(last, before).every((one) =>
      securityOf(next, after).some((other) => other.every((scheme) => one.includes(scheme))),
    );
    const isSameSecurity = isDeepStrictEqual(new Set(securityOf(last, before)), new Set(securityOf(next, after)));
    return [
      ...findingsOf(where, "the operation", [
        ...(isSameSecurity
          ? []
          : [{ effect: isAllowed ? "adds" : "unknown", field: [], text: "asks for other credentials" } as const]),
        ...flag(before, after, "deprecated", "adds", "adds"),
        ...unknownKeys(before, after, OPERATION_KEYS),
        ...unknownKeys({ servers: old.servers }, { servers: now.servers }, []),
      ]),
      ...parameters(where, old, now),
      ...requestBody(where, before.requestBody, after.requestBody),
      ...responses(now.subject, recordOf(before.responses), recordOf(after.responses)),
    ];
  };

  function parameters(where: Where, old: NamedOperation, now: NamedOperation): Finding[] {
    const [before, after] = [byName(old), byName(now)];
    return each(before, after, (_, one, other) => {
      const part = `the parameter \`${(other ?? one)?.name}\``;
      if (!one) {
        const isRequired = other?.required === true;
        const text = isRequired ? "is new, and required" : "is new";
        return findingsOf(where, part, [{ effect: isRequired ? "narrows" : "adds", field: [], text }]);
      }
      if (!other) return findingsOf(where, part, [{ effect: "removes", field: [], text: "is gone" }]);
      return [
        ...findingsOf(where, part, [
          ...flag(one, other, "required", "narrows", "widens"),
          ...flag(one, other, "deprecated", "adds", "adds"),
          ...flag(one, other, "allowEmptyValue", "widens", "narrows"),
          ...unknownKeys({ ...styleOf(one), ...one }, { ...styleOf(other), ...other }, PARAMETER_KEYS),
          ...schemas(one, other, "request"),
        ]),
        ...content(where, part, one.content, other.content),
      ];
    });
  }

  function requestBody(where: Where, one: unknown, other: unknown): Finding[] {
    const [before, after] = [follow(last, one), follow(next, other)];
    const part = "the request's body";
    if (other === undefined) {
      return one === undefined ? [] : findingsOf(where, part, [{ effect: "unknown", field: [], text: "is gone" }]);
    }
    if (one === undefined) {
      const isRequired = after.required === true;
      const text = isRequired ? "is new, and required" : "is new";
      return findingsOf(where, part, [{ effect: isRequired ? "narrows" : "adds", field: [], text }]);
    }
    return [
      ...findingsOf(where, part, [
        ...flag(before, after, "required", "narrows", "widens"),
        ...unknownKeys(before, after, ["required", "content"]),
      ]),
      ...content(where, part, before.content, after.content),
    ];
  }

  function responses(subject: string, before: Plain, after: Plain): Finding[] {
    return each(entriesOf(last, before), entriesOf(next, after), (status, one, other) => {
      const where: Where = { subject, direction: "response", statuses: [status] };
      if (!one) return findingsOf(where, "the answer", [{ effect: "adds", field: [], text: "is new" }]);
      if (!other) return findingsOf(where, "the answer", [{ effect: "removes", field: [], text: "is gone" }]);
      return [
        ...findingsOf(where, "the answer", unknownKeys(one, other, ["headers", "content", "links"])),
        ...content(where, "the answer", one.content, other.content),
        ...headers(where, one.headers, other.headers),
      ];
    });
  }

  function headers(where: Where, one: unknown, other: unknown): Finding[] {
    const [before, after] = [entriesOf(last, recordOf(one)), entriesOf(next, recordOf(other))];
    return each(lowered(before), lowered(after), (name, old, now) => {
      const part = `the header \`${name}\``;
      if (!old) return findingsOf(where, part, [{ effect: "adds", field: [], text: "is new" }]);
      if (!now) return findingsOf(where, part, [{ effect: "removes", field: [], text: "is gone" }]);
      return [
        ...findingsOf(where, part, [
          // The mock adds what a test's reply lacks.
          ...flag(old, now, "required", "adds", "widens"),
          ...flag(old, now, "deprecated", "adds", "adds"),
          ...unknownKeys({ ...HEADER_STYLE, ...old }, { ...HEADER_STYLE, ...now }, PARAMETER_KEYS),
          ...schemas(old, now, "response"),
        ]),
        ...content(where, part, old.content, now.content),
      ];
    });
  }

  function content(where: Where, part: string, one: unknown, other: unknown): Finding[] {
    const [before, after] = [lowered(recordOf(one)), lowered(recordOf(other))];
    // What is asked for in no special form gets the first.
    const [first] = Object.keys(before);
    const isMoved = where.direction === "response" && first !== undefined && first !== Object.keys(after)[0];
    const order: Change[] =
      isMoved && first in after
        ? [{ effect: "unknown", field: [], text: `is \`${Object.keys(after)[0]}\` unless another is asked for` }]
        : [];
    const kinds = each(before, after, (mediaType, old, now) => {
      if (!old || !now) {
        const effect: Effect = old || one === undefined ? "unknown" : "adds";
        return findingsOf(where, part, [
          { effect, field: [], text: old ? `is no longer \`${mediaType}\`` : `may be \`${mediaType}\`` },
        ]);
      }
      return findingsOf(where, part, [...schemas(old, now, where.direction), ...unknownKeys(old, now, ["schema"])]);
    });
    return [...findingsOf(where, part, order), ...kinds];
  }

  function entriesOf(document: OpenApiDocument, of: Plain): Plain {
    return Object.fromEntries(Object.entries(of).map(([name, value]) => [name, follow(document, value)]));
  }
}

const OPERATION_KEYS = ["operationId", "deprecated", "parameters", "requestBody", "responses", "security", "servers"];
const PARAMETER_KEYS = ["name", "in", "required", "deprecated", "allowEmptyValue", "schema", "content"];
const HEADER_STYLE = { style: "simple", explode: false };

function byName({ path, parameters }: NamedOperation): Plain {
  const places = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
  return Object.fromEntries(
    parameters.map((parameter) => {
      const { in: location, name } = recordOf(parameter);
      // A path parameter's name never reaches the wire, and a header's case means nothing there.
      const key = location === "path" ? places.indexOf(String(name)) : name;
      return [`${location} ${location === "header" ? String(key).toLowerCase() : key}`, parameter];
    }),
  );
}

function styleOf({ in: location, style = location === "query" || location === "cookie" ? "form" : "simple" }: Plain) {
  return { style, explode: style === "form", allowReserved: false };
}

function lowered(of: Plain): Plain {
  return Object.fromEntries(Object.entries(of).map(([name, value]) => [name.toLowerCase().replaceAll(" ", ""), value]));
}

/** What is found for each name that either has. */
function each(
  before: Plain,
  after: Plain,
  compare: (name: string, before: Plain | undefined, after: Plain | undefined) => Finding[],
): Finding[] {
  return Object.keys({ ...before, ...after }).flatMap((name) => {
    const [one, other] = [before[name], after[name]].map((value) => (isRecord(value) ? value : undefined));
    return compare(name, one, other);
  });
}

/** A word that is true or absent. */
function flag(before: Plain, after: Plain, name: string, on: Effect, off: Effect): Change[] {
  const [was, is] = [before[name] === true, after[name] === true];
  if (was === is) return [];
  return [{ effect: is ? on : off, field: [], text: `is ${is ? "" : "no longer "}${name}` }];
}
