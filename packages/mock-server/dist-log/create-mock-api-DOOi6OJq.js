import { o as defaultAccount, t as createMockEngine } from "./mock-engine-DqU56TwQ.js";
import { http } from "msw";
// ../mock-engine/src/engine/create-fetch.ts
/**
* Puts an engine behind `baseUrl`, whose path is taken off each request's.
*
* @param signature Headers of every reply.
*/
function createFetch(handle, baseUrl, signature = {}) {
	async function serve(request) {
		const reply = await handle(toEngineRequest(request, baseUrl));
		if (reply.isUnknown) console.warn(`${request.method} ${request.url.split("?", 1)[0]}: ${reply.refusal}`);
		await reply.heldUntil;
		return reply.lost === "network-error" ? Response.error() : toResponse(reply, request.method, signature);
	}
	return {
		serve,
		async fetch(input, init) {
			const request = new Request(input, init);
			request.signal.throwIfAborted();
			const response = await untilAborted(serve(request), request.signal);
			if (response.type === "error") throw new TypeError(BROKEN);
			return response;
		}
	};
}
const BROKEN = "The mock API broke the connection, as it was told to.";
function toResponse({ status, headers, body, lost }, method, signature) {
	const whole = typeof body === "object" ? new Uint8Array(body) : body;
	return new Response(method === "HEAD" || whole === void 0 ? null : lost ? brokenOff(whole) : whole, {
		status,
		headers: {
			...headers,
			...signature
		}
	});
}
/** The first half of a body, and then an error. */
function brokenOff(body) {
	return new ReadableStream({
		start(controller) {
			const half = body.slice(0, body.length / 2);
			controller.enqueue(typeof half === "string" ? new TextEncoder().encode(half) : half);
		},
		pull(controller) {
			controller.error(/* @__PURE__ */ new TypeError(BROKEN));
		}
	});
}
function untilAborted(promise, signal) {
	return new Promise((resolve, reject) => {
		const leave = () => reject(signal.reason);
		if (signal.aborted) return leave();
		signal.addEventListener("abort", leave);
		promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
	});
}
function toEngineRequest(request, baseUrl) {
	const base = new URL(baseUrl);
	const { origin, pathname, search } = new URL(request.url);
	const prefix = base.pathname === "/" ? "" : base.pathname;
	if (origin !== base.origin || !pathname.startsWith(`${prefix}/`)) throw new TypeError(`This mock API is at ${baseUrl}: it does not serve ${origin}${pathname}.`);
	return {
		method: request.method,
		pathname: pathname.slice(prefix.length),
		search,
		headers: Object.fromEntries([...request.headers].map(([name, value]) => [name.toLowerCase(), value])),
		readBytes: async () => new Uint8Array(await request.arrayBuffer())
	};
}
// src/create-mock-api.ts
function createMockApi(options = {}) {
	const { tokenEndpoint, accounts: [account = defaultAccount] = [] } = options;
	const { baseUrl, handle, signature, controls, tokenOperation } = createMockEngine(options);
	const { serve, fetch } = createFetch(handle, baseUrl, signature);
	/** As `createTokenHandler` of the auth package does. */
	async function giveToken({ path, method }) {
		const answer = await serve(tokenRequest(baseUrl + path, method, account));
		return answer.ok ? answer : new Response(answer.body, {
			status: 503,
			headers: answer.headers
		});
	}
	const handlers = [http.all(`${baseUrl}/*`, ({ request }) => serve(request))];
	if (tokenEndpoint) {
		if (!tokenOperation) throw new TypeError("tokenEndpoint needs an API with an operation that the scheme M800Auth secures.");
		const answer = () => giveToken(tokenOperation);
		handlers.unshift(http.get(tokenEndpoint, answer), http.post(tokenEndpoint, answer));
	}
	return {
		baseUrl,
		fetch,
		handlers,
		...controls
	};
}
function tokenRequest(url, method, { username, password, securityToken }) {
	return new Request(url, {
		method,
		headers: {
			Authorization: `M800Auth ${securityToken}`,
			"Content-Type": "application/json"
		},
		body: JSON.stringify({
			username,
			password
		})
	});
}
export { createMockApi as t };
