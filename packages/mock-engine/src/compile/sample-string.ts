import RandExp from "randexp";
import { createRandom } from "../engine/random.ts";
import type { Flat } from "./flatten.ts";
import { readPattern } from "./read-pattern.ts";

/** Strings of a schema's formats, patterns and lengths, made by each and held against all; the likeliest first. */
export function* stringsOf({ patterns, formats, least, most, isUnsure }: Flat): Generator<string> {
  const { minLength = 0 } = least;
  const { maxLength = Number.POSITIVE_INFINITY } = most;
  const expressions = patterns.map((pattern) => readPattern(pattern, "u"));
  const fits = (text: string) => {
    const { length } = [...text];
    return length >= minLength && length <= maxLength && expressions.every((expression) => expression.test(text));
  };
  if (minLength > MOST_LENGTH) return;
  const seen = new Set<string>();
  for (const text of candidates()) {
    if (text.length > MOST_LENGTH) continue;
    // What is not long enough may be followed by anything, and what is too long may end sooner, or so it is tried.
    for (const attempt of [text, text.padEnd(minLength, "x"), text.slice(0, Math.min(maxLength, MOST_LENGTH))]) {
      if (seen.has(attempt) || !fits(attempt)) continue;
      seen.add(attempt);
      yield attempt;
    }
  }

  function* candidates(): Generator<string> {
    const { value: make = plainText } = formats
      .map((format) => FORMATS.get(format))
      .values()
      .next();
    const isFormatted = formats.some((format) => FORMATS.has(format));
    const count = patterns.length === 0 ? MOST_TEXTS : isFormatted ? 1 : 0;
    const many = isUnsure ? Math.min(count, MANY_TEXTS) : count;
    for (let index = 0; index < many; index++) yield make(index);
    const generators = patterns.map((pattern) => matching(pattern, minLength));
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const texts = generators.flatMap((generator) => {
        const { value, done } = generator.next();
        return done ? [] : [value];
      });
      if (texts.length === 0) break;
      yield* texts;
      // A pattern need not speak of the whole text: what stands before or after it makes another.
      yield* texts.flatMap((text) => [`${text}${tries}`, `${tries}${text}`]);
      yield* [0, minLength].map((length) => joined(patterns, texts, length));
    }
    for (const make of FORMATS.values()) yield make(0);
    yield* ["", ..."string a A 0 1 -1 aA1! aaaa1111 AAAA1111 aaAA11!! +441632960000".split(" ")];
    for (let index = many; index < count; index++) yield make(index);
  }
}

/** Texts in a row that their patterns' anchors allow, with what makes them long enough before the last. */
function joined(patterns: readonly string[], texts: readonly string[], minLength: number): string {
  const rankOf = (pattern: string) => (pattern.startsWith("^") ? -1 : pattern.endsWith("$") ? 1 : 0);
  const ranked = texts.map((text, index) => ({ text, rank: rankOf(patterns[index] ?? "") }));
  const row = ranked.sort((one, other) => one.rank - other.rank).map(({ text }) => text);
  const last = row.pop() ?? "";
  return row.join("").padEnd(minLength - last.length, "x") + last;
}

/** Before others are tried, where there is more to fit. */
const MANY_TEXTS = 50;
const MOST_TEXTS = 2_000;
const MOST_TRIES = 300;
const MOST_LENGTH = 1_000_000;

/** Texts that a pattern may match, first with repetitions as few as will do, then by chance. Looking ahead is by chance alone. */
function* matching(pattern: string, minLength: number): Generator<string> {
  let generator: RandExp;
  try {
    generator = new RandExp(simplified(pattern));
  } catch {
    return;
  }
  if (/[^\0-\x7f]|\\u/.test(pattern)) generator.defaultRange.add(0xa0, 0xffff);
  const random = createRandom(1);
  for (const more of [...new Set([0, minLength, ...Array(32).keys()])]) {
    generator.max = more;
    generator.randInt = (from, to) => Math.min(from + more, to);
    yield generator.gen();
  }
  generator.max = Math.max(16, minLength);
  generator.randInt = (from, to) => from + Math.floor(random() * (to - from + 1));
  for (;;) yield generator.gen();
}

/** In the grammar that the generator knows: codes in capitals, no names of groups, no looking behind, no classes of Unicode. */
function simplified(pattern: string): string {
  const names = [...pattern.matchAll(/\((?!\?)|\(\?<([^=!>]+)>/g)].map(([, name]) => name);
  let isInClass = false;
  return pattern
    .replace(/\\(u[0-9a-f]{4}|x[0-9a-f]{2})/gi, (_, code) => `\\${code.charAt(0)}${code.slice(1).toUpperCase()}`)
    .replace(/\(\?<[=!](?:[^()\\]|\\.)*\)/g, "")
    .replace(/\(\?<[^=!>]+>/g, "(")
    .replace(/\\k<([^>]+)>/g, (_, name) => `\\${names.indexOf(name) + 1}`)
    .replace(/\\p\{[^}]+\}|\\.|[[\]]/gi, (token) => {
      if (!/^\\p\{/i.test(token)) {
        if (/^[[\]]$/.test(token)) isInClass = token === "[";
        return token;
      }
      const members = LATIN.filter((character) => readPattern(token, "u").test(character));
      const written = members
        .map((character) => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`)
        .join("");
      return isInClass ? written : `[${written}]`;
    });
}

/** What stands for all that Unicode has of a class. */
const LATIN = Array.from({ length: 0x17f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).filter(
  (character) => !/[\x7f-\xa0]/.test(character),
);

function plainText(index: number): string {
  return index === 0 ? "string" : `string${index}`;
}

const two = (index: number) => String(index % 60).padStart(2, "0");
const uri = (index: number) => (index === 0 ? "https://example.com" : `https://example.com/${index}`);
const path = (index: number) => (index === 0 ? "/path" : `/path${index}`);
const email = (index: number) => `user${index || ""}@example.com`;
const host = (index: number) => (index === 0 ? "example.com" : `host${index}.example.com`);
const day = (index: number) => new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10);

/** Values of each format that JSON Schema and OpenAPI name, by number. */
const FORMATS: ReadonlyMap<string, (index: number) => string> = new Map([
  ["date-time", (index) => `${day(index)}T00:00:00Z`],
  ["date", day],
  ["time", (index) => `00:${two(Math.floor(index / 60))}:${two(index)}Z`],
  ["duration", (index) => `PT${index + 1}M`],
  ["email", email],
  ["idn-email", email],
  ["hostname", host],
  ["idn-hostname", host],
  ["ipv4", (index) => `192.0.${2 + Math.floor(index / 254)}.${1 + (index % 254)}`],
  ["ipv6", (index) => `2001:db8::${(index + 1).toString(16)}`],
  ["uri", uri],
  ["url", uri],
  ["iri", uri],
  ["uri-reference", path],
  ["iri-reference", path],
  ["uri-template", (index) => `${path(index)}/{name}`],
  ["uuid", (index) => `123e4567-e89b-42d3-a456-${(0x426614174000 + index).toString(16)}`],
  ["json-pointer", path],
  ["relative-json-pointer", (index) => `${index + 1}/path`],
  ["regex", (index) => `^.{${index},}$`],
  ["byte", (index) => Buffer.from(plainText(index)).toString("base64")],
]);
