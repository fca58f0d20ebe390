import { createPhoneNumberClient } from "@m800/phone-number-auth";
import { type components, createRawClient, specHash } from "@m800/phone-number-client";
import { createMockApi, defaultAccount, specHash as mockedSpecHash } from "@m800/phone-number-mock-server";

// What a stranger would write with the three packages. The rehearsal type-checks it with several compilers and runs it.

const api = createMockApi();
const client = createPhoneNumberClient({ baseUrl: api.baseUrl, credentials: defaultAccount, fetch: api.fetch });

const { data, error } = await client.GET("/countries");
if (error) throw new Error(error.message);
const hongKong: components["schemas"]["Country"] | undefined = data.countries.find(({ code }) => code === "HKG");

api.respondWith("listCountries", {
  status: 200,
  body: { countries: [{ code: "PHL", name: "Philippines", prefix: "63" }] },
});
const replaced = await client.GET("/countries");
const raw = createRawClient({ baseUrl: api.baseUrl, fetch: api.fetch });
const refused = await raw.GET("/countries");

console.log(
  JSON.stringify({
    hongKong: hongKong?.prefix,
    replaced: replaced.data?.countries.map(({ name }) => name),
    refused: refused.response.status,
    isSameSpec: specHash === mockedSpecHash,
  }),
);
