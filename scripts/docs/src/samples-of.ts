import { listOperation, tokenOperation } from "@m800/phone-number-openapi/operations";
import { createResolver, type Description, type PlacedOperation } from "./description.ts";
import { exampleOf } from "./example-of.ts";

/** A program that calls an operation, as the extension `x-codeSamples` has it. */
export interface Sample {
  /** Language, as highlighters know it. */
  readonly lang: string;
  readonly label: string;
  readonly source: string;
}

const BY_ITSELF = "The client calls this operation by itself when it needs a token.";

/** Sample programs that call an operation: this project's clients, and curl. All take their settings from the environment. */
export function samplesOf(description: Description, placed: PlacedOperation): readonly Sample[] {
  const { operationId } = placed.operation;
  const isToken = operationId === tokenOperation.operationId;
  const called = isToken ? placedList(description) : placed;
  const comment = (mark: string) => (isToken ? `${mark} ${BY_ITSELF}\n` : "");
  const samples = [
    { lang: "ts", label: "TypeScript", source: typescript(description, called, comment("//")) },
    { lang: "sh", label: "curl", source: curl(description, placed) },
  ];
  const { parameters = [], requestBody, tags: [tag] = [] } = called.operation;
  // The other clients' types for what is sent are their generators' to name.
  if (requestBody?.required || parameters.some(({ required }) => required) || !tag) return samples;
  const name = called.operation.operationId;
  return [
    ...samples,
    { lang: "python", label: "Python", source: python(pascal(tag), name, comment("#")) },
    { lang: "java", label: "Java", source: java(pascal(tag), name, comment("//")) },
    { lang: "go", label: "Go", source: go(pascal(tag), name, comment("//")) },
  ];
}

function placedList({ paths }: Description): PlacedOperation {
  const { path, method } = listOperation;
  const item = paths[path];
  const operation = item?.get;
  if (!item || !operation) throw new Error(`${method} ${path} is not in the description: run \`pnpm generate\`.`);
  return { path, item, method, operation };
}

function typescript(description: Description, { path, method, operation }: PlacedOperation, comment: string): string {
  const resolve = createResolver(description);
  const required = (operation.parameters ?? []).map(resolve).filter((parameter) => parameter.required);
  const places = [...new Set(required.map((parameter) => parameter.in))].map((place) => {
    const values = required.filter((parameter) => parameter.in === place);
    return `${place}: ${JSON.stringify(Object.fromEntries(values.map((value) => [value.name, value.example ?? "…"])))}`;
  });
  const body = operation.requestBody && exampleOf(resolve(operation.requestBody), resolve);
  const options = [
    ...(places.length > 0 ? [`params: { ${places.join(", ")} }`] : []),
    ...(body === undefined ? [] : [`body: ${JSON.stringify(body)}`]),
  ];
  const init = options.length > 0 ? `, { ${options.join(", ")} }` : "";
  return `import { createPhoneNumberClient } from "@m800/phone-number-auth";

${comment}// Its settings are in the environment: M800_BASE_URL and the like.
const client = createPhoneNumberClient();

const { data, error } = await client.${method}(${JSON.stringify(path)}${init});
console.log(error ?? data);
`;
}

function curl(description: Description, { path, method, operation }: PlacedOperation): string {
  const resolve = createResolver(description);
  const body = operation.requestBody && exampleOf(resolve(operation.requestBody), resolve);
  const isToken = operation.operationId === tokenOperation.operationId;
  const lines = [
    `curl "$M800_BASE_URL${path}"`,
    ...(method === "GET" ? [] : [`--request ${method}`]),
    `--header "Authorization: ${isToken ? "M800Auth $M800_SECURITY_TOKEN" : "Bearer $M800_ACCESS_TOKEN"}"`,
    '--header "Content-Type: application/json"',
    ...(body === undefined ? [] : [`--data '${JSON.stringify(body).replaceAll("'", "'\\''")}'`]),
  ];
  return `${lines.join(" \\\n  ")}\n`;
}

function python(tag: string, operationId: string, comment: string): string {
  const name = operationId.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return `import os

from m800_phone_number import ${tag}Api
from m800_phone_number.authenticated_client import AuthenticatedClient

${comment}with AuthenticatedClient(
    host=os.environ["M800_BASE_URL"],
    security_token=os.environ["M800_SECURITY_TOKEN"],
    username=os.environ["M800_USERNAME"],
    password=os.environ.get("M800_PASSWORD"),
) as client:
    print(${tag}Api(client).${name}())
`;
}

function java(tag: string, operationId: string, comment: string): string {
  return `${comment}var client = AuthenticatedClient.create(
    System.getenv("M800_BASE_URL"),
    System.getenv("M800_SECURITY_TOKEN"),
    System.getenv("M800_USERNAME"),
    System.getenv("M800_PASSWORD"));
System.out.println(new ${tag}Api(client).${operationId}());
`;
}

function go(tag: string, operationId: string, comment: string): string {
  return `${comment}configuration := phonenumber.NewConfiguration()
configuration.Servers = phonenumber.ServerConfigurations{{URL: os.Getenv("M800_BASE_URL")}}
client := phonenumber.NewAuthenticatedClient(
	*configuration, os.Getenv("M800_SECURITY_TOKEN"), os.Getenv("M800_USERNAME"), os.Getenv("M800_PASSWORD"))

answer, _, err := client.${tag}API.${pascal(operationId)}(context.Background()).Execute()
`;
}

function pascal(name: string): string {
  return name.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
