import type {
  FindValidator,
  OperationDescription,
  ParameterDescription,
  ParameterLocation,
  Reading,
  ResponseHeaderDescription,
} from "./api-description.ts";
import type { EngineRequest, Refusal } from "./messages.ts";
import { own } from "./own.ts";
import { Misread, readValue, type Source } from "./read-value.ts";
import { decode, formSource, pairsOf, parseJson, type RawPair, scatteredSource, simpleSource } from "./sources.ts";
import { describeErrors } from "./validation.ts";

export type Parameters = Record<ParameterLocation, Record<string, unknown>>;

/** Reads and validates an operation's parameters. */
export function readParameters(
  { parameters: descriptions, parametersSchema, security }: OperationDescription,
  { search, headers }: EngineRequest,
  pathValues: Readonly<Record<string, string>>,
  findValidator: FindValidator,
): { readonly parameters: Parameters } | Refusal {
  const query = pairsOf(search.slice(1), "&");
  const cookies = pairsOf(headers.cookie ?? "", /;\s*/);
  const keys = security.flat().filter((scheme) => scheme.kind === "apiKey");

  /** What no other parameter takes, or an object's own properties. */
  function scatteredPairs(description: ParameterDescription, pairs: readonly RawPair[]): RawPair[] {
    const { names, isOpen } = namesOf(description.reading);
    const others = descriptions.filter((other) => other.in === description.in);
    const isTaken = (key: string) =>
      keys.some(({ name }) => name === key) ||
      others.some((other) =>
        isScattered(other)
          ? namesOf(other.reading).names.has(key)
          : key === other.name || (other.style === "deepObject" && key.startsWith(`${other.name}[`)),
      );
    return pairs.filter(([key]) => names.has(key) || (isOpen && !isTaken(key)));
  }

  function sourceOf(description: ParameterDescription): Source | undefined {
    const { in: location, name } = description;
    if (location === "query" || location === "cookie") {
      const pairs = location === "query" ? query : cookies;
      if (isScattered(description)) return scatteredSource(scatteredPairs(description, pairs));
      return formSource(description, pairs);
    }
    const value = location === "path" ? own(pathValues, name) : own(headers, name.toLowerCase());
    return value === undefined ? undefined : simpleSource(description, value, location === "path" ? decode : trim);
  }

  const groups: Record<ParameterLocation, [string, unknown][]> = { path: [], query: [], header: [], cookie: [] };
  for (const description of descriptions) {
    try {
      const source = sourceOf(description);
      if (!source) continue;
      const key = description.in === "header" ? description.name.toLowerCase() : description.name;
      groups[description.in].push([key, readStyled(description, source, findValidator)]);
    } catch (error) {
      if (!(error instanceof Misread)) throw error;
      return { status: 400, message: `Parameters: /${description.in}/${description.name}: ${error.message}.` };
    }
  }
  const parameters: Parameters = {
    path: Object.fromEntries(groups.path),
    query: Object.fromEntries(groups.query),
    header: Object.fromEntries(groups.header),
    cookie: Object.fromEntries(groups.cookie),
  };
  const validate = parametersSchema === undefined ? undefined : findValidator(parametersSchema);
  if (!validate || validate(parameters)) return { parameters };
  return { status: 400, message: `Parameters: ${describeErrors(validate)}.` };
}

/** What is wrong with the text of a response's header, in words; undefined if it fits. */
export function problemOfHeader(
  header: ResponseHeaderDescription,
  name: string,
  text: string,
  findValidator: FindValidator,
): string | undefined {
  const validate = findValidator(header.schema);
  try {
    const value = readStyled(header, simpleSource({ ...header, name }, text, trim), findValidator);
    return !validate || validate(value) ? undefined : describeErrors(validate);
  } catch (error) {
    if (error instanceof Misread) return error.message;
    throw error;
  }
}

function readStyled(
  { style, reading }: Pick<ParameterDescription, "style" | "reading">,
  source: Source,
  findValidator: FindValidator,
): unknown {
  if (style !== "json") return readValue(reading, source, findValidator);
  const [text = "", ...others] = source.texts;
  if (others.length > 0) throw new Misread("it is given twice");
  return parseJson(text);
}

/** Whether an object's properties stand among the other parameters. */
function isScattered({ style, explode, reading }: ParameterDescription): boolean {
  return style === "form" && explode && waysOf(reading).some((way) => typeof way === "object" && "properties" in way);
}

function namesOf(reading: Reading): { readonly names: ReadonlySet<string>; readonly isOpen: boolean } {
  const objects = waysOf(reading).flatMap((way) => (typeof way === "object" && "properties" in way ? [way] : []));
  return {
    names: new Set(objects.flatMap(({ properties }) => Object.keys(properties))),
    isOpen: objects.some(({ additional }) => additional !== undefined),
  };
}

function waysOf(reading: Reading): readonly Reading[] {
  return typeof reading === "object" && "choices" in reading ? reading.choices.flatMap(waysOf) : [reading];
}

function trim(text: string): string {
  return text.trim();
}
