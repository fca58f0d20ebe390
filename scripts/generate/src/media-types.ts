import { essenceOf, isJson } from "@m800/mock-engine";
import { type OpenApiDocument, resolve } from "@m800/mock-engine/compile";
import { operationsOf } from "./contract.ts";

/** How a client sends and reads what is not `application/json`. */
export interface OperationMediaTypes {
  readonly sends?: string;
  readonly answersOther?: true;
}

/** By method and path, for the operations that do not just send and answer JSON. Of several types to send, JSON is taken. */
export function mediaTypesOf(document: OpenApiDocument): Readonly<Record<string, OperationMediaTypes>> {
  return Object.fromEntries(
    operationsOf(document).flatMap(({ method, path, operation }) => {
      const body = operation.requestBody && resolve(document, operation.requestBody);
      const sent = Object.keys(body?.content ?? {});
      const sends = sent.find((type) => essenceOf(type) === "application/json") ?? sent.find(isJson) ?? sent[0];
      const answers = Object.entries(operation.responses ?? {})
        .filter(([status]) => /^2|default/.test(status))
        .flatMap(([, response]) => Object.keys(resolve(document, response).content ?? {}));
      const own: OperationMediaTypes = {
        ...(sends !== undefined &&
          sends !== "application/json" && {
            sends: essenceOf(sends) === "multipart/form-data" ? "multipart/form-data" : sends,
          }),
        ...(answers.some((type) => !isJson(type)) && { answersOther: true }),
      };
      return Object.keys(own).length > 0 ? [[`${method.toUpperCase()} ${path}`, own]] : [];
    }),
  );
}
