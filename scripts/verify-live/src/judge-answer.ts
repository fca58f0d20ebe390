import type { Answer, Exchange } from "./call-gateway.ts";
import { below, isRecord, type SpecDocument } from "./document.ts";
import { createBodyJudge, type Difference } from "./judge-body.ts";
import { type Operation, responseFor, statusesOf } from "./operations.ts";

/** What one answer says about the description. */
export interface Judgement {
  readonly differences: readonly Difference[];
  /** Pointers of what the answer put to the test. */
  readonly tested: readonly string[];
  /** Pointer of the media type object whose schema the body fits, if it does. */
  readonly fits: string | undefined;
}

/** Holds an answer against the description. `expected` is the status that the call should bring; 200 stands for all of 2xx. */
export type JudgeAnswer = (exchange: Exchange, expected: number) => Judgement;

export function createAnswerJudge(spec: SpecDocument): JudgeAnswer {
  const judgeBody = createBodyJudge(spec);

  function judgeContent(response: string, answer: Answer): Judgement {
    const content = spec.at(below(response, "content"));
    const promised = isRecord(content) ? Object.keys(content) : [];
    if (promised.length === 0 && answer.text === "") return { differences: [], tested: [], fits: undefined };
    const [mediaType = ""] = promised.includes(answer.mediaType) ? [answer.mediaType] : promised;
    const differences: Difference[] = [];
    if (mediaType !== answer.mediaType) {
      const wanted = promised.join(" or ") || "no body";
      differences.push({ places: [response], message: `is ${describeBody(answer)} where the spec says ${wanted}` });
    }
    if (answer.json === undefined) {
      if (differences.length === 0) {
        differences.push({ places: [response], message: `is ${describeBody(answer)} that cannot be parsed as JSON` });
      }
      return { differences, tested: [], fits: undefined };
    }
    const place = below(response, "content", mediaType);
    const schema = below(place, "schema");
    if (spec.at(schema) === undefined) return { differences, tested: [], fits: undefined };
    const inBody = judgeBody(schema, answer.json);
    differences.push(...inBody);
    return { differences, tested: schemasFrom(spec, schema), fits: inBody.length === 0 ? place : undefined };
  }

  function judgeHeaders(response: string, answer: Answer): Judgement {
    const headers = spec.at(below(response, "headers"));
    const differences: Difference[] = [];
    const tested: string[] = [];
    for (const name of isRecord(headers) ? Object.keys(headers) : []) {
      const place = spec.resolve(below(response, "headers", name));
      const header = spec.at(place);
      const value = answer.headers.get(name);
      if (value !== null) {
        tested.push(place);
        for (const { message } of judgeBody(below(place, "schema"), value))
          differences.push({
            places: [place, response],
            message: `has a header ${name} that ${message.replace(/^the body /, "")}`,
          });
      } else if (isRecord(header) && header.required === true) {
        differences.push({ places: [place, response], message: `lacks the header ${name}` });
      }
    }
    return { differences, tested, fits: undefined };
  }

  return ({ operation, answer }, expected) => {
    if (!answer) return { differences: [], tested: [], fits: undefined };
    const { status } = answer;
    const response = responseFor(spec, operation, status);
    const unexpected = judgeStatus(spec, operation, answer, expected);
    if (response === undefined) return { differences: unexpected, tested: [], fits: undefined };

    const content = judgeContent(response, answer);
    const headers = judgeHeaders(response, answer);
    const differences = [...unexpected, ...content.differences, ...headers.differences];
    const tested = ["/servers/0", operation.pathPointer, response, ...content.tested, ...headers.tested];
    return { differences, tested, fits: content.fits };
  };
}

/** Whether a call brought what it should. 429 and 5xx say nothing about that. */
export function isExpected(status: number, expected: number): boolean {
  return expected === 200 ? status >= 200 && status <= 299 : status === expected;
}

function judgeStatus(
  spec: SpecDocument,
  operation: Operation,
  answer: Answer,
  expected: number,
): readonly Difference[] {
  const { status, headers } = answer;
  const isKnown = responseFor(spec, operation, status) !== undefined;
  if (isKnown && (isExpected(status, expected) || status === 429 || status >= 500)) return [];
  const got = `is ${status} (${describeBody(answer)})`;
  if (status >= 300 && status <= 399) {
    const message = `is a redirect, ${status}, to ${withoutQuery(headers.get("location"))}; the spec knows none, and a client that follows it may send its credentials there`;
    return [{ places: [operation.pathPointer], message }];
  }
  if (expected === 200 && !isKnown && (status === 404 || status === 405 || status === 501)) {
    const message = `${got}: the gateway seems to have no ${operation.method} ${operation.path}`;
    return [{ places: [operation.pathPointer], message }];
  }
  if (status === 429 || status >= 500) {
    const message = `${got}, a status that the spec does not have: it has ${statusesOf(spec, operation).join(", ")}`;
    return [{ places: [], message }];
  }
  const wanted = responseFor(spec, operation, expected);
  return [{ places: wanted === undefined ? [] : [wanted], message: `${got} where the spec says ${expected}` }];
}

/** What a body is, without its values. */
function describeBody({ text, mediaType, json }: Answer): string {
  if (text === "") return "an empty body";
  if (isRecord(json)) return `${mediaType || "JSON"} with the fields ${Object.keys(json).join(", ") || "none"}`;
  if (/^\s*<(!doctype|html)/i.test(text)) return `${mediaType}, an HTML page`;
  return mediaType || "a body without a media type";
}

function withoutQuery(location: string | null): string {
  return location === null ? "nowhere" : (location.split(/[?#]/)[0] ?? "");
}

/** Pointers of a schema and of all that it refers to. */
function schemasFrom(spec: SpecDocument, schema: string): readonly string[] {
  const seen = new Set<string>();
  const visit = (pointer: string): void => {
    if (seen.has(pointer)) return;
    seen.add(pointer);
    JSON.stringify(spec.at(pointer), (key, value: unknown) => {
      if (key === "$ref" && typeof value === "string") visit(value.slice(1));
      return value;
    });
  };
  visit(schema);
  return [...seen];
}
