import {
  type Answer,
  type Body,
  createResolver,
  type Description,
  type Marked,
  operationsOf,
  type Parameter,
  type PlacedOperation,
  type Schema,
} from "./description.ts";
import { exampleOf } from "./example-of.ts";
import type { Sample } from "./samples-of.ts";

/** Entries of a long list that an example shows. */
const SHOWN = 3;

/** The reference of an API as a page in Markdown: readable as it is, and found by the site's search. */
export function apiPageOf(
  description: Description,
  samplesOf: (description: Description, placed: PlacedOperation) => readonly Sample[],
): string {
  const resolve = createResolver(description);
  const operations = operationsOf(description);
  const tags = new Map((description.tags ?? []).map((tag) => [tag.name, tag.description]));
  for (const { operation } of operations) {
    const [tag = "Other operations"] = operation.tags ?? [];
    if (!tags.has(tag)) tags.set(tag, undefined);
  }
  const { info, servers = [] } = description;
  return join(
    `# ${info.title}`,
    text(info.description),
    `Version ${info.version}: [openapi.json](./openapi.json) is what this page is made from.`,
    ...servers.map((server) => join(text(server.description), assumed(server))),
    ...[...tags].map(([tag, words]) =>
      join(
        `## ${tag}`,
        text(words),
        ...operations
          .filter(({ operation: { tags: [own = "Other operations"] = [] } }) => own === tag)
          .map(operationOf),
      ),
    ),
  );

  function operationOf(placed: PlacedOperation): string {
    const { path, item, method, operation } = placed;
    const { operationId, summary = operationId, security = description.security ?? [], requestBody } = operation;
    const body = requestBody && resolve(requestBody);
    const schemes = security.flatMap((choice) => Object.keys(choice));
    const parameters = (operation.parameters ?? []).map(resolve);
    return join(
      `### ${summary} {#${operationId}}`,
      `\`${method} ${path}\` (\`${operationId}\`)`,
      assumed(item),
      assumed(operation),
      text(operation.description),
      `::: code-group\n\n${samplesOf(description, placed)
        .map(({ lang, label, source }) => fence(`${lang} [${label}]`, source))
        .join("\n\n")}\n\n:::`,
      `<TryOperation operation="${operationId}" />`,
      ...schemes.map((name) => {
        const scheme = description.components?.securitySchemes?.[name];
        return scheme && `**Authorization.** ${text(scheme.description)}`;
      }),
      parameters.length > 0 && join(`#### Parameters {#${operationId}-parameters}`, parameterTable(parameters)),
      body && join(`#### Body {#${operationId}-body}`, bodyOf(body)),
      `#### Answers {#${operationId}-answers}`,
      ...Object.entries(operation.responses).map(([status, answer]) => answerOf(status, resolve(answer))),
    );
  }

  function answerOf(status: string, answer: Answer): string {
    const headers = Object.entries(answer.headers ?? {}).map(([name, header]) => ({ name, in: "header", ...header }));
    return join(
      `**\`${status}\`** ${text(answer.description)}`,
      assumed(answer),
      headers.length > 0 && parameterTable(headers.map(resolve)),
      bodyOf({ ...answer, description: "" }),
    );
  }

  function bodyOf(body: Body): string {
    const [[mediaType, { schema }] = ["", { schema: undefined }]] = Object.entries(body.content ?? {});
    const example = exampleOf(body, resolve);
    const root = schema && resolve(schema);
    return join(
      text(body.description),
      body["x-assumed"] && body.description && assumed(body),
      root && assumed(root),
      root && fieldTable(root),
      example !== undefined && `An example, in \`${mediaType}\`:`,
      example !== undefined && fence("json", JSON.stringify(shorten(example), null, 2)),
    );
  }

  function fieldTable(schema: Schema): string {
    const rows = fieldsOf(schema, "");
    return rows.length > 0 ? table(["field", "type", "meaning"], rows) : "";
  }

  /** Rows of the fields in a schema, those of what it holds after it. `seen` ends descriptions that hold themselves. */
  function fieldsOf(schema: Schema, prefix: string, seen: readonly Schema[] = []): string[][] {
    if (seen.includes(schema)) return [];
    const within = [...seen, schema];
    if (schema.items) return fieldsOf(resolve(schema.items), `${prefix}[]`, within);
    return Object.entries(schema.properties ?? {}).flatMap(([name, given]) => {
      const field = resolve(given);
      const path = prefix ? `${prefix}.${name}` : name;
      const need = schema.required?.includes(name) ? "" : ", optional";
      return [[`\`${path}\``, `${typeOf(field)}${need}`, told(field)], ...fieldsOf(field, path, within)];
    });
  }

  function parameterTable(parameters: readonly Parameter[]): string {
    return table(
      ["name", "in", "meaning"],
      parameters.map((parameter) => [
        `\`${parameter.name}\``,
        `${parameter.in}${parameter.required || parameter.in === "header" ? "" : ", optional"}`,
        told(parameter),
      ]),
    );
  }
}

/** What an object means, and what of it is assumed, for a table's cell. */
function told(object: Marked & { readonly description?: string }): string {
  const why = object["x-assumed"];
  return [text(object.description), why && `**Assumed:** ${text(why)}`].filter(Boolean).join(" ");
}

function assumed({ "x-assumed": why }: Marked): string {
  return why ? `::: warning Assumed\n${text(why)}\n:::` : "";
}

function typeOf({ type = "any", format }: Schema): string {
  return [[type].flat().join(" or "), format].filter(Boolean).join(", ");
}

/** An example with its long lists cut: what is left out is told in the last entry. */
function shorten(value: unknown): unknown {
  if (Array.isArray(value)) {
    const shown = value.slice(0, SHOWN).map(shorten);
    return value.length > SHOWN ? [...shown, `… and ${value.length - SHOWN} more`] : shown;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, shorten(entry)]));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/\s+/g, " ").replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function fence(info: string, code: string): string {
  return `\`\`\`${info}\n${code.trimEnd()}\n\`\`\``;
}

/** A description's own Markdown, of which nothing is taken for HTML or for an expression of Vue's. */
function text(words = ""): string {
  return words
    .trim()
    .replaceAll("<", "&lt;")
    .replaceAll("{{", "{&#123;")
    .replaceAll("`openapi/README.md`", "[`openapi/README.md`](./reference/openapi.md)");
}

function join(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join("\n\n");
}
