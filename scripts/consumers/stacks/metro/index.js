import { askBackend, createPhoneNumberClient } from "@m800/phone-number-auth";

globalThis.client = createPhoneNumberClient({ baseUrl: "https://gateway.example", getToken: askBackend("/api/token") });
try {
  createPhoneNumberClient({ baseUrl: "https://gateway.example", credentials: { securityToken: "s", username: "u" } });
} catch (error) {
  globalThis.refusal = error.code;
}
