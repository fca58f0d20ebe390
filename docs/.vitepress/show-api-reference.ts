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
  await Promise.all([
    worker.start({ quiet: true, onUnhandledRequest: "bypass" }),
    loadScript(withBase("/scalar.js")),
  ]);
  const { baseUrl } = worker.api;
  const answer = await worker.api.fetch(`${baseUrl}/token`, {
    method: "POST",
    headers: { Authorization: `M800Auth ${defaultAccount.securityToken}`, "Content-Type": "application/json" },
    body: JSON.stringify({ username: defaultAccount.username }),
  });
  const { access_token: token } = await answer.json();

  const configure = (darkMode: boolean) => ({
    url: withBase("/openapi.json"),
    forceDarkModeState: darkMode ? "dark" : "light",
    hideDarkModeToggle: true,
    withDefaultFonts: false,
    telemetry: false,
    showDeveloperTools: "never",
    hideClientButton: true,
    agent: { disabled: true },
    mcp: { disabled: true },
    authentication: { preferredSecurityScheme: "accessToken", securitySchemes: { accessToken: { token } } },
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

function loadScript(src: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src, onload: resolve, onerror: reject });
    document.head.append(script);
  });
}
