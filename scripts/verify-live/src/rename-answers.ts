import type { Finding } from "./create-prober.ts";
import { below, isRecord, type SpecDocument } from "./document.ts";
import { isRefusal, isSuccess } from "./judge-answer.ts";
import { responseFor } from "./operations.ts";
import { renameKey } from "./rename-key.ts";

/** Statuses that this check takes for each other, if a description has the one alone. */
const ALIKE: readonly ((status: number) => boolean)[] = [
  isSuccess,
  isRefusal,
  (status) => status === 400 || status === 422,
];

/** Puts the status that a gateway answers in place of one that stands for the same, and which no answer had. */
export function renameStatuses(yaml: string, spec: SpecDocument, findings: readonly Finding[]): string {
  let text = yaml;
  for (const { exchange, expected } of findings) {
    const { operation, answer } = exchange;
    if (!answer || responseFor(spec, operation, answer.status) !== undefined) continue;
    const isAlike = ALIKE.some((isKind) => isKind(expected) && isKind(answer.status));
    const seen = findings.map((other) => other.exchange).filter((other) => other.operation === operation);
    if (!isAlike || seen.some((other) => other.answer?.status === expected)) continue;
    text = renameKey(text, below(operation.pointer, "responses"), `${expected}`, `${answer.status}`);
  }
  return text;
}

/** Puts the media type of JSON that a gateway answers in place of one that no answer had. */
export function renameMediaTypes(yaml: string, spec: SpecDocument, findings: readonly Finding[]): string {
  let text = yaml;
  const answers = findings.flatMap(({ exchange: { operation, answer } }) => {
    const response = answer && responseFor(spec, operation, answer.status);
    return answer === undefined || response === undefined ? [] : [{ response, answer }];
  });
  for (const [response, own] of Map.groupBy(answers, (each) => each.response)) {
    const content = spec.at(below(response, "content"));
    const [promised, ...others] = isRecord(content) ? Object.keys(content) : [];
    const seen = new Set(own.map(({ answer }) => (answer.json === undefined ? "" : answer.mediaType)));
    const [mediaType = "", ...more] = seen;
    if (promised === undefined || others.length > 0 || more.length > 0) continue;
    if (/^[\w.-]+\/[\w.+-]+$/.test(mediaType)) text = renameKey(text, below(response, "content"), promised, mediaType);
  }
  return text;
}
