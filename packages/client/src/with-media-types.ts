/** What is not just sent and answered as `application/json`, by method and path of the operation. */
export type MediaTypes = Readonly<Record<string, OperationMediaTypes>>;

interface OperationMediaTypes {
  /** Media type of the request body. */
  readonly sends?: string;
  /** Some answer of success is not JSON. */
  readonly answersOther?: boolean;
}

interface CallOptions {
  readonly headers?: unknown;
  readonly parseAs?: string;
}

interface Answer {
  readonly data?: unknown;
  readonly response: Response;
}

type Call = (path: string, options?: CallOptions) => Promise<Answer>;

/**
 * Makes a client send each body as the media type that the description has for it, and read each answer as what it is: JSON
 * parsed, text as a string, all else as a Blob. A call's own `bodySerializer`, `Content-Type` and `parseAs` come first.
 */
export function withMediaTypes<Client extends object>(client: Client, mediaTypes: MediaTypes): Client {
  const calls = new Map<string, Call>();
  for (const [name, call] of Object.entries(client)) {
    if (/^[A-Z]+$/.test(name)) calls.set(name, adapted(name, call, mediaTypes));
  }
  const request = (method: string, path: string, options?: CallOptions) =>
    calls.get(method.toUpperCase())?.(path, options);
  return Object.assign(client, Object.fromEntries(calls), { request });
}

function adapted(method: string, call: Call, mediaTypes: MediaTypes): Call {
  return async (path, options = {}) => {
    const own = mediaTypes[`${method} ${path}`];
    if (!own) return call(path, options);
    const { sends, answersOther } = own;
    const isForm = sends === "multipart/form-data";
    const answer = await call(path, {
      ...(sends !== undefined && { bodySerializer: (body: unknown) => serialize(body, sends) }),
      ...(answersOther && { parseAs: "stream" }),
      ...options,
      // Of a multipart form fetch writes the type, with the boundary.
      ...(sends !== undefined && !isForm && { headers: { "Content-Type": sends, ...entriesOf(options.headers) } }),
    });
    const { response } = answer;
    const isLeft = !answersOther || options.parseAs !== undefined || !response.ok || response.status === 204;
    return isLeft ? answer : { ...answer, data: await read(response) };
  };
}

function entriesOf(headers: unknown): object {
  return headers instanceof Headers ? Object.fromEntries(headers) : Object(headers);
}

async function read(response: Response): Promise<unknown> {
  const contentType = response.headers.get("Content-Type") ?? "application/json";
  if (/[/+]json\b/i.test(contentType)) {
    const text = await response.text();
    return text ? JSON.parse(text) : undefined;
  }
  return /^text\/|[/+]xml\b|x-www-form-urlencoded/i.test(contentType) ? response.text() : response.blob();
}

function serialize(body: unknown, mediaType: string): unknown {
  if (/[/+]json\b/i.test(mediaType)) return JSON.stringify(body);
  if (mediaType === "application/x-www-form-urlencoded") {
    return new URLSearchParams(fieldsOf(body).map(([name, value]) => [name, textOf(value)]));
  }
  if (mediaType === "multipart/form-data") {
    const form = new FormData();
    for (const [name, value] of fieldsOf(body)) {
      const part = typeof value === "object" ? new Blob([textOf(value)], { type: "application/json" }) : textOf(value);
      form.append(name, value instanceof Blob ? value : part);
    }
    return form;
  }
  if (typeof body !== "object" || body instanceof Blob) return body;
  throw new TypeError(`An object has no form of its own as ${mediaType}: pass bodySerializer.`);
}

/** One for each value; lists are fields of the same name. */
function fieldsOf(body: unknown): [name: string, value: unknown][] {
  return Object.entries(Object(body)).flatMap(([name, field]) =>
    (Array.isArray(field) ? field : [field])
      .filter((value) => value !== undefined && value !== null)
      .map((value): [string, unknown] => [name, value]),
  );
}

/** Objects as JSON, as OpenAPI has it for the fields of forms. */
function textOf(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
