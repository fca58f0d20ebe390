import { createPhoneNumberClient } from "@m800/phone-number-auth";

const client = createPhoneNumberClient();

export async function handler() {
  const { data, response } = await client.GET("/countries");
  return { statusCode: response.status, body: JSON.stringify(data) };
}
