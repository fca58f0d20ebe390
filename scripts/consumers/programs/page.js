import { conform } from "./conformance.js";

// In a page: with a token from its own backend, and never with credentials.
const { searchParams } = new URL(location.href);
const [baseUrl, control] = [searchParams.get("baseUrl") ?? "", searchParams.get("control") ?? ""];
const getToken = async () => (await fetch(`${control}/token`, { method: "POST" })).json();
const wrongSource = { credentials: { securityToken: "s", username: "u" } };
const setting = { baseUrl, control, source: { getToken }, wrongSource, wrongCode: "ERR_CONFIGURATION" };
document.title = await conform(setting).catch((error) => String(error));
