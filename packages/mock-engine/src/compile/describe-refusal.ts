import type { RefusalTemplate } from "../engine/api-description.ts";
import { isJson, isPlainText } from "../engine/media-type.ts";
import { put } from "../engine/put.ts";
import { isSchema, type OpenApiDocument, type Schema, targetOf } from "./openapi-document.ts";

/**
 * Finds where an answer says in words what went wrong: marked `x-refusal-reason: true`, else the text that a person would read.
 *
 * @param bodies What to write the words into, the best first.
 * @param fits Whether a body fits the schema.
 * @returns undefined if the answer has no place for words.
 */
export function describeRefusal(
  document: OpenApiDocument,
  schema: Schema,
  mediaType: string,
  bodies: Iterable<unknown>,
  fits: (body: unknown) => boolean,
): RefusalTemplate | undefined {
  if (!isJson(mediaType)) return isPlainText(mediaType) && fits(PROBE) ? { body: '""', place: [] } : undefined;
  const places = textsIn(document, schema);
  for (const body of bodies) {
    const found = places.find(({ place }) => {
      const filled = put(structuredClone(body), place, PROBE);
      return filled !== undefined && fits(filled);
    });
    if (found) return { body: JSON.stringify(body), place: found.place };
  }
  return undefined;
}

const PROBE = "Parameters: /query/limit must be integer.";

interface Text {
  readonly place: RefusalTemplate["place"];
  readonly rank: number;
}

/** The likeliest first. */
const NAMES = [/message$|^msg$/i, /detail/i, /description$|reason$/i, /title$|summary$|text$/i, /^errors?$/i];
/** For programs. */
const TECHNICAL = /code|type|status|instance|id$|path|url|uri|time|date|version/i;

const MAX_DEPTH = 4;

/** What a schema that is large or in itself has further down is passed over. */
const MOST_PLACES = 10_000;

function textsIn(document: OpenApiDocument, root: Schema): Text[] {
  const texts: Text[] = [];
  const waiting: (readonly [schema: Schema, place: Text["place"]])[] = [[root, []]];
  /** @param seen What is said of the same place: a schema may be a part of its own parts. */
  const visit = (found: unknown, place: Text["place"], seen: Set<Schema>): void => {
    if (!isSchema(found) || seen.has(found)) return;
    seen.add(found);
    for (const part of [targetOf(document, found), found.allOf, found.anyOf, found.oneOf].flat())
      visit(part, place, seen);
    if (place.length < MAX_DEPTH && waiting.length < MOST_PLACES) {
      for (const [name, property] of Object.entries(found.properties ?? {})) waiting.push([property, [...place, name]]);
      if (found.items) waiting.push([found.items, [...place, 0]]);
    }
    if ([found.type].flat().includes("string")) texts.push({ place, rank: rankOf(found, place) });
  };
  for (const [schema, place] of waiting) visit(schema, place, new Set());
  return texts.sort((one, other) => one.rank - other.rank || one.place.length - other.place.length);
}

function rankOf(schema: Schema, place: Text["place"]): number {
  if (schema["x-refusal-reason"] === true) return -1;
  const name = place.findLast((step) => typeof step === "string") ?? "";
  const rank = NAMES.findIndex((pattern) => pattern.test(name));
  if (rank >= 0) return rank;
  return NAMES.length + (TECHNICAL.test(name) ? 1 : 0);
}
