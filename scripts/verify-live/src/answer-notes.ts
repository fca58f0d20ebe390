import type { Answer } from "./call-gateway.ts";
import type { Finding } from "./create-prober.ts";
import { emptyLists } from "./empty-lists.ts";
import { isSuccess, isUnfitExample } from "./judge-answer.ts";
import { nameInOneLine } from "./shape.ts";

/** What the description allows in answers and a reader wants to hear of: once for each operation. */
export function answerNotes(findings: readonly Finding[]): readonly string[] {
  const notes = findings.flatMap(({ exchange: { operation, answer, purpose }, expected, askedAgainAfter }) => {
    if (!answer) return [];
    const { operationId } = operation;
    const about = [
      ...answer.remarks,
      ...headerRemarks(answer.headers),
      ...(isSuccess(answer.status) ? emptyRemarks(answer) : []),
    ];
    const own = about.map((remark) => `${operationId}: ${remark}.`);
    if (askedAgainAfter !== undefined)
      own.push(
        `${operationId}, ${purpose}: ${answer.status} came first. It was asked again after the ${askedAgainAfter / 1000} s that \`Retry-After\` said.`,
      );
    if (isSuccess(expected) && isUnfitExample(operation, answer.status))
      own.push(
        `${operationId}, ${purpose}: ${answer.status} came for the spec's example values. Examples that exist at the gateway would show more.`,
      );
    return own;
  });
  return [...new Set(notes)];
}

function emptyRemarks({ json }: Answer): readonly string[] {
  return emptyLists(json).map(
    (place) => `${place === "" ? "the list" : `\`${place}\``} is empty, so that nothing was seen of what it lists`,
  );
}

function headerRemarks(headers: Headers): readonly string[] {
  const deprecation = headers.get("deprecation");
  const sunset = headers.get("sunset");
  return [
    ...(hasNextLink(headers.get("link") ?? "")
      ? ['it answers in pages: `Link` has a rel="next" (RFC 8288), and a client of the spec reads the first page alone']
      : []),
    ...(deprecation === null
      ? []
      : [`it is deprecated (RFC 9745): \`Deprecation: ${inOneLine(deprecation)}\`${dayOf(deprecation)}`]),
    ...(sunset === null ? [] : [`it will go away (RFC 8594): \`Sunset: ${inOneLine(sunset)}\``]),
  ];
}

/** The day of a structured field's date: `@` and seconds since 1970 (RFC 9651, section 3.3.7). */
function dayOf(value: string): string {
  const [, seconds] = /^@(-?\d{1,12})$/.exec(value) ?? [];
  return seconds === undefined ? "" : `, since ${new Date(Number(seconds) * 1000).toISOString().slice(0, 10)}`;
}

const PARAMETER = /;\s*([^\s=;,"]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?\s*/g;

/** Whether a `Link` header has a link to a next page, in any spelling of RFC 8288, section 3. */
function hasNextLink(link: string): boolean {
  return link.split(/<[^>]*>/).some((parameters) => {
    // Only the first `rel` counts (RFC 8288, section 3.3).
    const rel = [...parameters.matchAll(PARAMETER)].find(([, name]) => name?.toLowerCase() === "rel");
    return (rel?.[2] ?? rel?.[3] ?? "").toLowerCase().split(/\s+/).includes("next");
  });
}

function inOneLine(value: string): string {
  return nameInOneLine(value).replaceAll("`", "'");
}
