import type { Answer, Exchange } from "./call-gateway.ts";
import { below, isRecord, type SpecDocument } from "./document.ts";
import { emptyLists } from "./empty-lists.ts";
import { createBodyJudge, type Difference } from "./judge-body.ts";
import { type Operation, responseFor, statusesOf } from "./operations.ts";
import { shapeOf } from "./shape.ts";

/** What one answer says about the description. */
export interface Judgement {
  readonly differences: readonly Difference[];
  /** Pointers of what the answer put to the test. */
  readonly tested: readonly string[];
  /** Pointer of the media type object whose schema the body fits, if it does. */
  readonly fits: string | undefined;
}

/** Holds an answer against the description. `expected` is the status that the call should bring; one of 2xx stands for all. */
export type JudgeAnswer = (exchange: Exchange, expected: number) => Judgement;

export function createAnswerJudge(spec: SpecDocument): JudgeAnswer {
  const judgeBody = createBodyJudge(spec);

  function judgeContent(response: string, answer: Answer): Judgement {
    const content = spec.at(below(response, "content"));
    const promised = isRecord(content) ? Object.keys(content) : [];
    const untested = (message?: string): Judgement => ({
      differences: message === undefined ? [] : [{ places: [response], message }],
      tested: [response],
      fits: undefined,
    });
    const wanted = promised.join(" or ") || "no body";
    if (answer.text === "")
      return untested(promised.length > 0 ? `the body is empty where the spec says ${wanted}` : undefined);
    const isPromised = promised.includes(answer.mediaType);
    const mismatch = `the body is ${describeBody(answer)} where the spec says ${wanted}`;
    if (answer.json === undefined) {
      const [fault = "the body cannot be parsed as JSON"] = answer.faults;
      return untested(isPromised && isJson(answer.mediaType) ? fault : isPromised ? undefined : mismatch);
    }

    const place = below(response, "content", isPromised ? answer.mediaType : (promised[0] ?? ""));
    const schema = spec.resolve(below(place, "schema"));
    if (spec.at(schema) === undefined) return untested(isPromised ? undefined : mismatch);
    const inBody = judgeBody(schema, answer.json);
    return {
      differences: [
        ...untested(isPromised ? undefined : mismatch).differences,
        ...answer.faults.map((message) => ({ places: [], message })),
        ...inBody.map((difference) => ({
          ...difference,
          places: difference.places.length > 0 ? [...difference.places, response] : [],
        })),
      ],
      // An empty list shows nothing of what would be in it.
      tested: emptyLists(answer.json).length > 0 ? [] : [response, ...schemasFrom(spec, schema)],
      fits: isPromised && answer.isReadable && inBody.length === 0 ? place : undefined,
    };
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
        for (const difference of judgeBody(below(place, "schema"), value))
          differences.push({
            ...difference,
            places: [place, response],
            message: difference.message.replace("the body", `the header ${name}`),
          });
      } else if (isRecord(header) && header.required === true) {
        const fault = { schema: place, keyword: "required", field: undefined, values: [] };
        differences.push({ places: [place, response], message: `the header ${name} is missing`, fault });
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
    // Gateways refuse before they look at the path: a refusal does not show that there is one.
    const path = isExpected(status, 200) ? [operation.pathPointer] : [];
    const tested = ["/servers/0", ...path, ...content.tested, ...headers.tested];
    return { differences, tested, fits: content.fits };
  };
}

/** Whether a gateway could not serve a call, so that its answer says nothing about what the call was for. */
export function isBusy(status: number): boolean {
  return status === 429 || status >= 500;
}

/** Whether a gateway refused who called. */
export function isRefusal(status: number | undefined): boolean {
  return status === 401 || status === 403;
}

/** Whether a call brought what it should. */
function isExpected(status: number, expected: number): boolean {
  return isSuccess(expected) ? isSuccess(status) : status === expected;
}

export function isSuccess(status: number): boolean {
  return status >= 200 && status <= 299;
}

function judgeStatus(
  spec: SpecDocument,
  operation: Operation,
  answer: Answer,
  expected: number,
): readonly Difference[] {
  const { status, headers } = answer;
  const isKnown = responseFor(spec, operation, status) !== undefined;
  if (isKnown && (isExpected(status, expected) || isBusy(status))) return [];
  if (isKnown && isSuccess(expected) && isUnfitExample(operation, status)) return [];
  const got = `the answer is ${status} (${describeBody(answer)})`;
  if (status >= 300 && status <= 399) {
    const message = `the answer is a redirect, ${status}, to ${withoutQuery(headers.get("location"))}; the spec knows none, and a client that follows it may send its credentials there`;
    return [{ places: [operation.pathPointer], message }];
  }
  if (isSuccess(expected) && !isKnown && (status === 404 || status === 405 || status === 501)) {
    const message = `${got}: the gateway seems to have no ${operation.method} ${operation.path}`;
    return [{ places: [operation.pathPointer], message }];
  }
  if (isBusy(status)) {
    const message = `${got}, a status that the spec does not have: it has ${statusesOf(spec, operation).join(", ")}`;
    return [{ places: [], message }];
  }
  // A refusal says nothing about the answer that was refused.
  const wanted = isSuccess(expected) && status >= 400 ? undefined : responseFor(spec, operation, expected);
  return [{ places: wanted === undefined ? [] : [wanted], message: `${got} where the spec says ${expected}` }];
}

/** Whether a refusal may be about the description's example values, which need not exist at a gateway. */
export function isUnfitExample({ method, needsInput }: Operation, status: number): boolean {
  return method === "GET" && needsInput && (status === 400 || status === 404 || status === 422);
}

function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(mediaType);
}

/** What a body is, without its values. */
function describeBody({ text, mediaType, json }: Answer): string {
  if (text === "") return "an empty body";
  if (json !== undefined) return `${mediaType || "JSON"}: \`${shapeOf([json])}\``;
  if (/^\s*<(!doctype|html)/i.test(text)) return `${mediaType}, an HTML page`;
  return mediaType || "of no media type";
}

function withoutQuery(location: string | null): string {
  return location === null ? "nowhere" : location.replace(/[?#].*/, "");
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
