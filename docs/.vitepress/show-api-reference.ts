import type { MockApi } from "@m800/phone-number-mock-server";
import { defaultAccount, setupMockWorker } from "@m800/phone-number-mock-server/browser";
import { withBase } from "vitepress";

/** What Scalar's script adds to the page. */
declare const Scalar: {
  createApiReference(
    place: Element,
    configuration: object,
  ): { updateConfiguration(configuration: object): void; destroy(): void };
};

/** Shows the API's description. What is tried out there is answered by the mock, within the page. */
export async function showApiReference(place: Element, isDark: boolean) {
  const worker = setupMockWorker();
  const [description, token] = await Promise.all([
    loadDescription(),
    createToken(worker.api),
    worker.start({ quiet: true, onUnhandledRequest: "bypass" }),
    loadScript(withBase("/scalar.js")),
  ]);

  const configure = (darkMode: boolean) => ({
    content: description,
    forceDarkModeState: darkMode ? "dark" : "light",
    hideDarkModeToggle: true,
    hideSearch: true,
    documentDownloadType: "none",
    withDefaultFonts: false,
    telemetry: false,
    showDeveloperTools: "never",
    hideClientButton: true,
    agent: { disabled: true },
    mcp: { disabled: true },
    authentication: {
      securitySchemes: {
        accessToken: { token },
        m800Auth: { value: `M800Auth ${defaultAccount.securityToken}` },
      },
    },
  });
  const reference = Scalar.createApiReference(place, configure(isDark));
  return {
    setDark: (darkMode: boolean) => reference.updateConfiguration(configure(darkMode)),
    close() {
      reference.destroy();
      worker.stop();
    },
  };
}

/** Scalar knows no HTTP schemes but Basic and Bearer: M800's own is told as an API key in the header `Authorization`. */
async function loadDescription(): Promise<object> {
  const description = await (await fetch(withBase("/openapi.json"))).json();
  const { securitySchemes } = description.components;
  const { m800Auth } = securitySchemes;
  securitySchemes.m800Auth = { ...m800Auth, type: "apiKey", in: "header", name: "Authorization", scheme: undefined };
  return description;
}

async function createToken(api: MockApi): Promise<string> {
  const answer = await api.fetch(`${api.baseUrl}/token`, {
    method: "POST",
    headers: { Authorization: `M800Auth ${defaultAccount.securityToken}`, "Content-Type": "application/json" },
    body: JSON.stringify({ username: defaultAccount.username }),
  });
  return (await answer.json()).access_token;
}

function loadScript(src: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src, onload: resolve, onerror: reject });
    document.head.append(script);
  });
}
