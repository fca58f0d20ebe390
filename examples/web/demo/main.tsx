import { setupMockWorker } from "@m800/phone-number-mock-server/browser";
import { createRoot } from "react-dom/client";
import { Demo } from "./demo.tsx";

const worker = setupMockWorker({
  baseUrl: `${location.origin}/gateway`,
  tokenEndpoint: "/api/token",
  tokenLifetimeSeconds: 12,
});
await worker.start({ onUnhandledRequest: "bypass", quiet: true });

const root = document.getElementById("root");
if (root) createRoot(root).render(<Demo mock={worker.api} />);
