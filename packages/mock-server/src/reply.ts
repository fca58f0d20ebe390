import type { OverrideOptions, RecordedRequest, ReplyInit } from "@m800/mock-engine";
import type { operations } from "./generated/schema.gen.ts";

/** Replies by operation: a status of the spec, with the headers and body that belong to it. */
export type Replies = {
  [Id in keyof operations]: {
    [Status in keyof operations[Id]["responses"]]: Status extends number
      ? {
          readonly status: Status;
          readonly headers?: Readonly<Record<string, string>>;
          /** Default: the spec's example. */
          readonly body?: BodyOf<operations[Id]["responses"][Status]>;
          /** Name of an example in the spec, to use as the body. */
          readonly example?: string;
        }
      : never;
  }[keyof operations[Id]["responses"]];
};

type BodyOf<Response> = Response extends { content: infer Content } ? Content[keyof Content] : never;

/** Any reply at all. */
export type OffSpecReply = Omit<ReplyInit, "example">;

type ReplyOr<T> = T | ((request: RecordedRequest) => T | Promise<T>);

/** Arguments of `respondWith`: a union of tuples and no generic, since then a function's literals keep their types. */
export type RespondWithArguments = {
  [Id in keyof operations]: [
    operationId: Id,
    reply: ReplyOr<Replies[Id]>,
    options?: OverrideOptions & { readonly offSpec?: false },
  ];
}[keyof operations];

/** Arguments of `respondWith` for replies that the spec does not know. */
export type RespondOffSpecArguments = [
  operationId: keyof operations,
  reply: ReplyOr<OffSpecReply>,
  options: OverrideOptions & { readonly offSpec: true },
];
