import { listOperation, tokenOperation } from "@m800/phone-number-openapi/operations";
import { expectTypeOf, test } from "vitest";
import { createRawClient, type operations, type paths } from "../src/index.ts";

type Token = typeof tokenOperation;
type List = typeof listOperation;

const client = createRawClient({ baseUrl: "https://api.example" });

test("paths and operations go by the names in the spec", () => {
  expectTypeOf<paths[Token["path"]][Lowercase<Token["method"]>]>().toEqualTypeOf<operations[Token["operationId"]]>();
  expectTypeOf<paths[List["path"]][Lowercase<List["method"]>]>().toEqualTypeOf<operations[List["operationId"]]>();
});

test("an answer is either data or an error, of the shapes that the spec has", async () => {
  const answer = await client[listOperation.method](listOperation.path);
  type Responses = operations[List["operationId"]]["responses"];
  type Bodies = { [Status in keyof Responses]: Responses[Status] extends { content: infer C } ? C[keyof C] : never };
  expectTypeOf(answer.data).not.toBeAny();
  expectTypeOf<NonNullable<typeof answer.data>>().toExtend<Bodies[keyof Bodies]>();
  expectTypeOf<NonNullable<typeof answer.error>>().toExtend<Bodies[keyof Bodies]>();
  expectTypeOf<NonNullable<typeof answer.data>>().not.toExtend<typeof answer.error>();
  if (answer.data) expectTypeOf(answer.error).toEqualTypeOf<undefined>();
});

test("a body is checked: the username is required, the password is not", () => {
  const { method, path } = tokenOperation;
  client[method](path, { body: { username: "u" } });
  client[method](path, { body: { username: "u", password: "p" } });
  // @ts-expect-error: no username.
  client[method](path, { body: { password: "p" } });
  // @ts-expect-error: no body.
  client[method](path);
});

test("paths and methods that the spec lacks are refused", () => {
  // @ts-expect-error: no such path.
  client[listOperation.method](`${listOperation.path}/nowhere`);
  // @ts-expect-error: no such method.
  client.TRACE(listOperation.path);
});

test("a base URL is required", () => {
  // @ts-expect-error: none given.
  createRawClient({});
});
