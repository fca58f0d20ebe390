import { createPhoneNumberClient, type PhoneNumberClient } from "@m800/phone-number-auth";

let client: PhoneNumberClient | undefined;

/** Answers GET /api/countries, as app/api/countries/route.ts. */
export async function GET(): Promise<Response> {
  // Made at the first request, since `next build` loads this file too, on a machine that has no credentials.
  client ??= createPhoneNumberClient();
  const { data, error, response } = await client.GET("/countries");
  return Response.json(data ?? error, { status: response.status });
}
