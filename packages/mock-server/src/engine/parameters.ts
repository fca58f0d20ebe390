import type { OperationDescription, ParameterDescription, ParameterLocation } from "./api-description.ts";
import type { EngineRequest } from "./messages.ts";

export type Parameters = Record<ParameterLocation, Record<string, unknown>>;

/** Picks an operation's parameters out of a request, as strings and arrays of strings: the schema coerces them. */
export function readParameters(
  operation: OperationDescription,
  request: EngineRequest,
  pathValues: Readonly<Record<string, string>>,
): Parameters {
  const parameters: Parameters = { path: {}, query: {}, header: {}, cookie: {} };
  const query = new URLSearchParams(request.search);
  const cookies = new URLSearchParams((request.headers.cookie ?? "").replaceAll(/;\s*/g, "&"));
  const sources: Record<ParameterLocation, (name: string) => readonly string[]> = {
    path: (name) => (name in pathValues ? [pathValues[name] ?? ""] : []),
    query: (name) => query.getAll(name),
    header: (name) => (name in request.headers ? [request.headers[name] ?? ""] : []),
    cookie: (name) => cookies.getAll(name),
  };
  for (const parameter of operation.parameters) {
    const name = parameter.in === "header" ? parameter.name.toLowerCase() : parameter.name;
    const values = sources[parameter.in](name);
    if (values.length > 0) parameters[parameter.in][name] = combine(parameter, values);
  }
  return parameters;
}

function combine({ separator }: ParameterDescription, values: readonly string[]): unknown {
  if (separator === "explode") return values;
  if (separator === undefined) return values.length === 1 ? values[0] : values;
  return values.flatMap((value) => value.split(separator).map((item) => item.trim()));
}
