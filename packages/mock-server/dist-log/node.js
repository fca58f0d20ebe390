import { o as defaultAccount } from "./mock-engine-DqU56TwQ.js";
import { t as createMockApi } from "./create-mock-api-DOOi6OJq.js";
import * as msw from "msw";
import { setupServer } from "msw/node";
import { channel } from "node:diagnostics_channel";
// src/guard-connections.ts
/**
* Breaks, from now on, connections of `fetch` to an origin that were open before, as soon as a request goes over one: MSW 3
* intercepts connections when they are opened, so that request would silently reach the real server.
*
* @returns what ends it.
*/
function guardConnections(origin) {
	const intercepted = /* @__PURE__ */ new WeakSet();
	const opened = channel("undici:client:connected");
	const sent = channel("undici:client:sendHeaders");
	const onOpened = (message) => void intercepted.add(message.socket);
	const onSent = (message) => {
		const { socket, request } = message;
		if (String(request.origin) !== origin || intercepted.has(socket)) return;
		socket.destroy(/* @__PURE__ */ new Error(`The connection to ${origin} was open before listen(), so MSW cannot intercept it. ${WHAT_TO_DO}`));
	};
	opened.subscribe(onOpened);
	sent.subscribe(onSent);
	return () => {
		opened.unsubscribe(onOpened);
		sent.unsubscribe(onSent);
	};
}
const WHAT_TO_DO = "Call listen() before the first request goes there, or give the mock a baseUrl of its own.";
// src/setup-mock-server.ts
function setupMockServer(options) {
	const api = createMockApi(options);
	const server = setupServer(...api.handlers);
	if (!IS_MSW_3) return Object.assign(server, { api });
	const listen = server.listen.bind(server);
	const close = server.close.bind(server);
	let unguard = () => {};
	return Object.assign(server, {
		api,
		listen(...options) {
			unguard = guardConnections(new URL(api.baseUrl).origin);
			return listen(...options);
		},
		close() {
			unguard();
			return close();
		}
	});
}
/** Its handlers of GraphQL moved elsewhere. */
const IS_MSW_3 = !("graphql" in msw);
export { defaultAccount, setupMockServer };
