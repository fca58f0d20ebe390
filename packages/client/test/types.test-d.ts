import { expectTypeOf, test } from "vitest";
import { type components, createRawClient, type operations, type paths } from "../src/index.ts";

type Country = { code: string; name: string; prefix: string };
type ApiError = { code: string; message: string };

const client = createRawClient({ baseUrl: "https://api.example" });

test("paths and operations go by the names in the spec", () => {
  expectTypeOf<paths["/token"]["post"]>().toEqualTypeOf<operations["createToken"]>();
  expectTypeOf<paths["/countries"]["get"]>().toEqualTypeOf<operations["listCountries"]>();
});

test("an answer is either data or an error", async () => {
  const answer = await client.GET("/countries");
  // Extends, since an optional field more in the description breaks no caller.
  expectTypeOf(answer.data).toExtend<{ countries: Country[] } | undefined>();
  expectTypeOf(answer.error).toExtend<ApiError | undefined>();
  if (answer.data) expectTypeOf(answer.error).toEqualTypeOf<undefined>();
});

test("a body is checked: the username is required, the password is not", () => {
  expectTypeOf<components["schemas"]["TokenRequest"]>().toEqualTypeOf<{ username: string; password?: string }>();
  client.POST("/token", { body: { username: "u" } });
  // @ts-expect-error: no username.
  client.POST("/token", { body: { password: "p" } });
  // @ts-expect-error: no body.
  client.POST("/token");
});

test("paths and methods that the spec lacks are refused", () => {
  // @ts-expect-error: no such path.
  client.GET("/countrie");
  // @ts-expect-error: no such method.
  client.DELETE("/countries");
});

test("Retry-After may be missing", () => {
  type Headers = operations["listCountries"]["responses"][503]["headers"];
  expectTypeOf<Headers["Retry-After"]>().toEqualTypeOf<string | undefined>();
});

test("a base URL is required", () => {
  // @ts-expect-error: none given.
  createRawClient({});
});
