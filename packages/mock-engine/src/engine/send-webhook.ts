import type { ApiDescription, FindValidator } from "./api-description.ts";
import { concreteOf, isJson } from "./media-type.ts";
import { describeErrors } from "./validation.ts";

/** What a webhook or a callback says. */
export interface WebhookMessage {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Sends what the API sends by itself, as its webhooks and callbacks describe it, to where a test listens.
 *
 * @throws TypeError before anything is sent, if there is no such webhook or callback, or the body breaks the spec.
 */
export async function sendWebhook(
  { webhooks }: ApiDescription,
  findValidator: FindValidator,
  operationId: string,
  { body, headers = {} }: WebhookMessage,
  url: string | URL,
): Promise<Response> {
  const webhook = webhooks.find((candidate) => candidate.operationId === operationId);
  if (!webhook) {
    const known = webhooks.map((candidate) => candidate.operationId).join(", ");
    throw new TypeError(`There is no webhook or callback ${operationId}: the spec has ${known || "none"}.`);
  }
  const { method, requestBody } = webhook;
  const [mediaType, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (body === undefined) {
    if (requestBody?.required) throw new TypeError(`${operationId} breaks the spec: its body is missing.`);
    return fetch(url, { method, headers });
  }
  if (mediaType === undefined || !content) throw new TypeError(`${operationId} breaks the spec: it has no body.`);
  const validate = findValidator(content.schema);
  if (validate && !validate(body)) {
    throw new TypeError(`The body of ${operationId} breaks the spec: ${describeErrors(validate)}.`);
  }
  return fetch(url, {
    method,
    headers: { "Content-Type": concreteOf(mediaType), ...headers },
    body: isJson(mediaType) || typeof body !== "string" ? JSON.stringify(body) : body,
  });
}
