import type { OverrideOptions, RecordedRequest, ReplyInit } from "@m800/mock-engine";
import type { operations } from "./generated/operations.gen.ts";

/** Operations of a document whose types are not given: any id, any status, any body. */
export type AnyOperations = Readonly<Record<string, { readonly responses: Readonly<Record<number, unknown>> }>>;

/** Ids of a document's operations. */
export type OperationId<Operations extends object> = keyof Operations & string;

/** Replies by operation: a status of the spec, with the headers and body that belong to it. */
export type Replies<Operations extends object = operations> = {
  [Id in keyof Operations]: Operations[Id] extends { responses: infer Responses }
    ? {
        [Status in keyof Responses]: Status extends number
          ? {
              readonly status: Status;
              readonly headers?: Readonly<Record<string, string>>;
              /** Default: the spec's example. */
              readonly body?: BodyOf<Responses[Status]>;
              /** Name of an example in the spec, to use as the body. */
              readonly example?: string;
            }
          : never;
      }[keyof Responses]
    : never;
};

type BodyOf<Response> = unknown extends Response
  ? unknown
  : Response extends { content: infer Content }
    ? { [MediaType in keyof Content]: BodyAs<MediaType, Content[MediaType]> }[keyof Content]
    : never;

/** What is no JSON may be given as bytes. */
type BodyAs<MediaType, Body> = MediaType extends `${string}json${string}` ? Body : Body | Uint8Array;

/** Any reply at all. */
export type OffSpecReply = Omit<ReplyInit, "example">;

type ReplyOr<T> = T | ((request: RecordedRequest) => T | Promise<T>);

/** Arguments of `respondWith`: a union of tuples and no generic, since then a function's literals keep their types. */
export type RespondWithArguments<Operations extends object = operations> = {
  [Id in OperationId<Operations>]: [
    operationId: Id,
    reply: ReplyOr<Replies<Operations>[Id]>,
    options?: OverrideOptions & { readonly offSpec?: false },
  ];
}[OperationId<Operations>];

/** Arguments of `respondWith` for replies that the spec does not know. */
export type RespondOffSpecArguments<Operations extends object = operations> = [
  operationId: OperationId<Operations>,
  reply: ReplyOr<OffSpecReply>,
  options: OverrideOptions & { readonly offSpec: true },
];
