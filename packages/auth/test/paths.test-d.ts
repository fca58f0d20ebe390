import { createRawClient, type paths, type RawClient } from "@m800/phone-number-client";
import { expectTypeOf, test } from "vitest";
import { createPhoneNumberClient, type PhoneNumberClient } from "../src/index.ts";

/** A gateway that differs. */
interface OwnPaths {
  "/v2/lands": {
    get: { responses: { 200: { content: { "application/json": { lands: string[] } } } } };
  };
}

test("a client is typed by the API's paths, by whatever way its type is named", () => {
  expectTypeOf(createPhoneNumberClient()).toEqualTypeOf<PhoneNumberClient>();
  expectTypeOf<ReturnType<typeof createPhoneNumberClient>>().toEqualTypeOf<PhoneNumberClient<paths>>();
  expectTypeOf<ReturnType<typeof createRawClient>>().toEqualTypeOf<RawClient>();
});

test("a client may be typed by paths of the caller's own", async () => {
  const { data } = await createPhoneNumberClient<OwnPaths>().GET("/v2/lands");
  expectTypeOf(data).toEqualTypeOf<{ lands: string[] } | undefined>();
  const raw = await createRawClient<OwnPaths>({ baseUrl: "https://gateway.example" }).GET("/v2/lands");
  expectTypeOf(raw.data).toEqualTypeOf<{ lands: string[] } | undefined>();
  // @ts-expect-error: not a path of theirs.
  createPhoneNumberClient<OwnPaths>().GET("/countries");
});
