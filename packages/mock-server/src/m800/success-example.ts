import type { OperationDescription } from "@m800/mock-engine";

/** The JSON that the description gives as an operation's answer of success; undefined if it gives none. */
export function successExampleOf({ responses }: OperationDescription): unknown {
  const [, response] = Object.entries(responses).find(([status]) => status.startsWith("2")) ?? [];
  const [, content] = Object.entries(response?.content ?? {}).find(([mediaType]) => mediaType.includes("json")) ?? [];
  const [example] = Object.values(content?.examples ?? {});
  return example === undefined ? undefined : JSON.parse(example);
}
