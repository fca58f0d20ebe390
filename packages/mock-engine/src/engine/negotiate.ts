import { closeness, concreteOf, essenceOf, isRange, LOOSE } from "./media-type.ts";

/** A media type as the document has it, and as it is sent. */
export interface Negotiated {
  readonly described: string;
  /** The same, if it is no range. */
  readonly sent: string;
}

/** The media type that an Accept header likes best, the first of equals (RFC 9110, section 12.5.1); undefined for none. */
export function negotiate(accept: string | undefined, mediaTypes: readonly string[]): Negotiated | undefined {
  const ranges = (accept?.trim() || "*/*").split(",").map(parseRange);
  let best: Negotiated | undefined;
  let most: readonly [quality: number, isWhole: number] = [0, 0];
  for (const described of mediaTypes) {
    // Of a range that the document names, what is sent by default, or else a type that is asked for.
    const wanted = isRange(described)
      ? ranges.filter(({ range }) => !range.includes("*") && closeness(described, range) > 0)
      : [];
    for (const sent of [concreteOf(described), ...wanted.map(({ range }) => essenceOf(range))]) {
      const [quality, isWhole] = qualityOf(sent, ranges);
      if (quality < most[0] || (quality === most[0] && isWhole <= most[1])) continue;
      best = { described, sent };
      most = [quality, isWhole];
    }
  }
  return best;
}

interface Range {
  readonly range: string;
  readonly quality: number;
}

function parseRange(text: string): Range {
  const quality = /;\s*q=([\d.]+)/i.exec(text)?.[1];
  return { range: text, quality: quality === undefined ? 1 : Number(quality) || 0 };
}

/** By the range that names it most closely, and whether it says nothing that the type lacks. */
function qualityOf(mediaType: string, ranges: readonly Range[]): readonly [quality: number, isWhole: number] {
  let found: readonly [number, number] = [0, 0];
  for (const { range, quality } of ranges) {
    const close = closeness(range, mediaType);
    if (close > found[1]) found = [quality, close];
  }
  const [quality, close] = found;
  return [quality, quality > 0 && close !== LOOSE ? 1 : 0];
}
