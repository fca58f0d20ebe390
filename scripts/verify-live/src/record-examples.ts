import { Document, isMap, isNode, isScalar, parseDocument, stringify } from "yaml";
import type { Finding } from "./create-prober.ts";
import { isRecord } from "./document.ts";
import { editMap, stepsOf } from "./edit-map.ts";
import { isSuccess } from "./judge-answer.ts";

/** Items of a list that an example keeps. */
const KEPT_ITEMS = 3;

/**
 * Puts what a gateway answered into a description as examples named `seen`, and changes no other line of it.
 *
 * Only bodies that fit their schema are taken, the first for each response, where there is no `seen` yet. The strings of
 * a token answer are replaced, since they are secrets, and long lists are cut.
 *
 * @param mask hides the secrets that an error's text may hold
 */
export function recordExamples(yaml: string, findings: readonly Finding[], mask: (text: string) => string): string {
  const recorded = new Map<string, Finding>();
  for (const finding of findings)
    if (finding.fits !== undefined && !recorded.has(finding.fits)) recorded.set(finding.fits, finding);

  let text = yaml;
  for (const [pointer, { exchange }] of recorded) {
    const { operation, answer, purpose } = exchange;
    const isToken = operation.scheme === "m800auth" && answer !== undefined && isSuccess(answer.status);
    const value = shortened(isToken ? answer.json : JSON.parse(mask(JSON.stringify(answer?.json))), isToken);
    text = withExample(text, pointer, { summary: `Seen from the gateway, ${purpose}`, value });
  }
  return text;
}

/** The value with long lists cut, and with its strings replaced if they are secrets. */
function shortened(value: unknown, hasSecrets: boolean): unknown {
  if (typeof value === "string") return hasSecrets ? "masked" : value;
  if (Array.isArray(value)) return value.slice(0, KEPT_ITEMS).map((item) => shortened(item, hasSecrets));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, shortened(child, hasSecrets)]));
}

/** Adds lines to a YAML text rather than writing it anew, which would lay all of it out again. */
function withExample(text: string, pointer: string, example: object): string {
  const content = parseDocument(text).getIn(stepsOf(pointer));
  if (!isMap(content)) return text;
  const examples = content.get("examples");
  const [target, addition] = isMap(examples)
    ? [examples, { seen: example }]
    : [content, { examples: { seen: example } }];
  if (isMap(examples) && examples.has("seen")) return text;
  const last = target.items.at(-1);
  if (target.flow)
    return editMap(text, pointer, (map) => void map.setIn(["examples", "seen"], new Document(example).contents));
  if (!isScalar(last?.key) || !last.key.range || !isNode(last.value) || !last.value.range) return text;
  const [keyAt] = last.key.range;
  const indent = " ".repeat(keyAt - text.lastIndexOf("\n", keyAt) - 1);
  const lines = stringify(addition, { lineWidth: 0 }).trimEnd().replaceAll(/^/gm, indent);
  // As the last one, since the mock answers with the first.
  const end = text.indexOf("\n", last.value.range[1] - 1) + 1;
  return `${text.slice(0, end)}${lines}\n${text.slice(end)}`;
}
