/** The media type that an Accept header likes best, the first of equals (RFC 9110, section 12.5.1); undefined for none. */
export function negotiate(accept: string | undefined, mediaTypes: readonly string[]): string | undefined {
  if (!accept || accept === "*/*") return mediaTypes[0];
  const ranges = accept.split(",").map(parseRange);
  let best: string | undefined;
  let most = 0;
  for (const mediaType of mediaTypes) {
    const quality = qualityOf(mediaType.split(";")[0]?.trim().toLowerCase() ?? "", ranges);
    if (quality <= most) continue;
    best = mediaType;
    most = quality;
  }
  return best;
}

interface Range {
  readonly range: string;
  readonly quality: number;
}

function parseRange(text: string): Range {
  const [range = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith("q="));
  return { range, quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
}

/** By the range that names it most closely. */
function qualityOf(mediaType: string, ranges: readonly Range[]): number {
  const names = [mediaType, `${mediaType.split("/")[0]}/*`, "*/*"];
  for (const name of names) {
    const found = ranges.find(({ range }) => range === name);
    if (found) return found.quality;
  }
  return 0;
}
