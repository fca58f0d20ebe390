import { o as defaultAccount } from "./mock-engine-4KSNdbtH.js";
import { t as createMockApi } from "./create-mock-api-CREJtPev.js";
import { setupWorker } from "msw/browser";
// src/setup-mock-worker.ts
function setupMockWorker(options) {
	const api = createMockApi(options);
	const worker = setupWorker(...api.handlers);
	const start = worker.start.bind(worker);
	return Object.assign(worker, {
		api,
		start: async (...[startOptions]) => {
			const url = startOptions?.serviceWorker?.url ?? await findScript();
			return start({
				...startOptions,
				serviceWorker: {
					...startOptions?.serviceWorker,
					url
				}
			});
		}
	});
}
const SCRIPT = "mockServiceWorker.js";
async function findScript() {
	const places = new Set([SCRIPT, `/${SCRIPT}`].map((place) => new URL(place, document.baseURI).href));
	for (const place of places) if (await isScript(place)) return place;
	throw new Error(`MSW's worker script is not at ${[...places].join(" nor at ")}. Run \`npx msw init FOLDER --save\` with the folder whose files your page's server serves (public, with Vite), or pass its address as serviceWorker.url.`);
}
/** Servers of single-page apps answer unknown paths with a page, so the status alone does not tell. */
async function isScript(url) {
	const response = await fetch(url, { method: "HEAD" });
	return response.ok && /javascript/.test(response.headers.get("Content-Type") ?? "");
}
export { defaultAccount, setupMockWorker };
