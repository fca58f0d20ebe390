import { isScalar, parseDocument } from "yaml";

/** A body as it was read. */
export interface Body {
  readonly text: string;
  /** The body, parsed; undefined if it is no JSON. */
  readonly json: unknown;
  /** Whether every byte could be read, so that `text` is what was said. */
  readonly isReadable: boolean;
  /** Clauses about what JSON must not be. */
  readonly faults: readonly string[];
  /** Clauses about what a reader wants to hear of, though clients live with it. */
  readonly remarks: readonly string[];
}

/** Longer texts are not looked through for names that come twice. */
const LONGEST_LOOKED_THROUGH = 1_000_000;

/** Reads the bytes of a body. A fault or a remark is about JSON alone. */
export function readBody(bytes: Uint8Array, contentType: string): Body {
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1]?.toLowerCase();
  const isUtf8Said = charset === undefined || charset === "utf-8" || charset === "utf8";
  const utf8 = decode(bytes, "utf-8");
  const own = utf8 !== undefined && (isUtf8Said || parse(utf8) !== undefined) ? utf8 : decode(bytes, charset);
  const text = own ?? utf8 ?? new TextDecoder().decode(bytes);
  const json = parse(text);
  const body = { text, json, isReadable: own !== undefined || utf8 !== undefined };
  if (json === undefined && !/[/+]json\s*(;|$)/i.test(contentType)) return { ...body, faults: [], remarks: [] };

  const said = isUtf8Said ? "" : `, as its charset ${charset} says`;
  const isUtf8 = text === utf8;
  return {
    ...body,
    faults: isUtf8 ? [] : [`the body is not in UTF-8${said}: JSON must be (RFC 8259, section 8.1)`],
    remarks: [
      ...(isUtf8 && !isUtf8Said
        ? [`the Content-Type has the charset ${charset}: JSON must be in UTF-8 (RFC 8259, section 8.1)`]
        : []),
      ...(bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
        ? ["the body begins with a byte order mark, which JSON must not have (RFC 8259, section 8.1)"]
        : []),
      ...(json === undefined ? [] : repeatedNames(text)).map(
        (name) =>
          `the name \`${name}\` comes twice in one object: what a client reads depends on its parser (RFC 8259, section 4)`,
      ),
    ],
  };
}

function decode(bytes: Uint8Array, charset: string | undefined): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Deeper JSON is taken for none: what looks through it would overflow. */
const DEEPEST = 200;

function parse(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    let level = [json];
    for (let depth = 0; level.length > 0; depth++) {
      if (depth > DEEPEST) return undefined;
      level = level.flatMap((value) => (typeof value === "object" && value !== null ? Object.values(value) : []));
    }
    return json;
  } catch {
    return undefined;
  }
}

/** Names that an object has more than once. JSON is YAML, and YAML's parser can be asked. */
function repeatedNames(text: string): readonly string[] {
  if (text.length > LONGEST_LOOKED_THROUGH) return [];
  const names = new Set<string>();
  parseDocument(text, {
    uniqueKeys(a, b) {
      if (isScalar(a) && isScalar(b) && a.value === b.value) names.add(JSON.stringify(a.value).slice(1, -1));
      return false;
    },
  });
  return [...names];
}
