import { setupMockWorker } from "@m800/phone-number-mock-server/browser";
import { createRoot } from "react-dom/client";
import { App } from "../src/app.tsx";
import { Panel } from "./panel.tsx";
import { createRequestFeed } from "./request-feed.ts";

const feed = createRequestFeed();
const worker = setupMockWorker({
  baseUrl: `${location.origin}/gateway`,
  tokenEndpoint: "/api/token",
  tokenLifetimeSeconds: 60,
  onRequest: feed.add,
});
await worker.start({ onUnhandledRequest: "bypass" });

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <>
      <App />
      <Panel api={worker.api} feed={feed} />
    </>,
  );
}
