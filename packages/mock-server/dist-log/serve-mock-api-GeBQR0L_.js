import { l as RequestError } from "./mock-engine-DqU56TwQ.js";
import { n as createMockRegistry, t as DEFAULT_MOCK } from "./mock-registry-CkJZDruw.js";
import { once } from "node:events";
import { createServer } from "node:http";
// src/refuse.ts
/** What the HTTP server itself answers to a request that is not the API's to judge. */
function refuse(status, code, message) {
	return {
		status,
		headers: {
			"content-type": "application/json",
			connection: "close"
		},
		body: JSON.stringify({
			code,
			message
		}),
		refusal: message
	};
}
// src/cors.ts
/** What lets pages of the named origins read replies (Fetch standard, CORS protocol). Undefined for all other pages. */
function corsHeaders({ origin = "" }, allowedOrigins) {
	if (!allowedOrigins.includes(origin)) return void 0;
	return {
		"access-control-allow-origin": origin,
		"access-control-expose-headers": "*",
		vary: "Origin"
	};
}
/** The answer to a browser that asks whether it may send a request; undefined for what is not such a question. */
function answerPreflight(method, headers, isAllowed) {
	const wanted = headers["access-control-request-method"];
	if (method !== "OPTIONS" || !headers.origin || !wanted) return void 0;
	if (!isAllowed) return refuse(403, "cross_origin", `Pages of ${headers.origin} may not read this mock API: name the origin in allowedOrigins, or --cors.`);
	return {
		status: 204,
		headers: {
			"access-control-allow-methods": wanted,
			"access-control-allow-headers": headers["access-control-request-headers"] ?? "",
			"access-control-max-age": "600"
		}
	};
}
// src/loopback.ts
/** Addresses and names of this machine's own. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;
const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/;
/** Refuses pages of other sites that resolve their name to this machine (DNS rebinding). */
function isLoopbackHost({ headers: { host = "" } }) {
	return LOOPBACK_HOST.test(host);
}
// src/read-request.ts
/** Without its query, in which secrets may stand. */
function pathOf({ url = "/" }) {
	return url.split("?", 1)[0] ?? "";
}
/** Undefined for a path that is not below the API's base. */
function toEngineRequest(request, basePath) {
	const { url = "/" } = request;
	const target = url.startsWith("/") ? url : url.replace(/^https?:\/\/[^/?]*/i, "");
	const [, pathname = "", search = ""] = /[?#]/.test(target) ? /^([^?#]*)(\?[^#]*)?/.exec(target) ?? [] : ["", target];
	if (basePath && !pathname.startsWith(`${basePath}/`)) return void 0;
	return {
		method: request.method ?? "GET",
		pathname: pathname.slice(basePath.length),
		search,
		headers: request.headers,
		readBytes: () => readBytes(request)
	};
}
/** Longest request body that is read, in bytes. */
const MAX_BODY_BYTES = 1048576;
function readBytes(request) {
	return new Promise((resolve, reject) => {
		const chunks = [];
		let bytes = 0;
		request.on("data", (chunk) => {
			bytes += chunk.length;
			if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
			else reject(new RequestError(413, `The request body has more than ${MAX_BODY_BYTES} bytes.`));
		});
		request.on("end", () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
		request.on("error", reject);
	});
}
// src/send-reply.ts
/** Statuses whose answers have no length (RFC 9110, section 8.6). */
const NO_CONTENT = /* @__PURE__ */ new Set([204, 304]);
const encodings = /* @__PURE__ */ new WeakMap();
/** A reply as it is sent: long text is encoded once, if it is given again and again. */
function encode(reply, signature) {
	const known = encodings.get(reply);
	if (known) return known;
	const { body: text = "" } = reply;
	const isLong = typeof text === "string" && text.length >= 1024;
	const body = isLong ? Buffer.from(text) : text;
	const { "transfer-encoding": _, trailer: __, ...given } = reply.headers;
	const length = NO_CONTENT.has(reply.status) ? {} : { "content-length": Buffer.byteLength(body) };
	const encoded = {
		body,
		headers: {
			...given,
			...signature,
			...length
		}
	};
	if (isLong) encodings.set(reply, encoded);
	return encoded;
}
/** Writes a reply as HTTP, or breaks the connection where it says so. @throws what Node does of a header. */
function sendReply(request, response, reply, signature) {
	const { status, lost } = reply;
	if (lost === "network-error") {
		response.destroy();
		return;
	}
	const { body, headers } = encode(reply, signature);
	response.writeHead(status, headers);
	if (lost === "truncate") response.write(Buffer.from(body).subarray(0, body.length / 2), () => response.destroy());
	else response.end(request.method === "HEAD" ? void 0 : body);
	request.resume();
}
// src/create-api-server.ts
/** Makes an HTTP/1.1 server. @param apiOf Finds the API that a request is for. */
function createApiServer({ allowRemote, allowedOrigins, onReply }, apiOf) {
	function serve(request, api) {
		if (!allowRemote && !isLoopbackHost(request)) return WRONG_HOST;
		const cors = corsHeaders(request.headers, api?.isControl ? [] : allowedOrigins);
		const reply = answerPreflight(request.method, request.headers, cors !== void 0) ?? answer(request, api);
		return cors ? withHeaders(reply, cors) : reply;
	}
	function answer(request, api) {
		if (!api) return refuse(404, "not_found", `There is no mock at ${pathOf(request)}.`);
		const engineRequest = toEngineRequest(request, api.basePath);
		return engineRequest ? api.handle(engineRequest) : refuse(404, "not_found", `This mock API is at ${api.basePath}: it does not serve ${pathOf(request)}.`);
	}
	function report(request, api, reply, durationMs) {
		if (!onReply || api?.isControl) return;
		const target = api && toEngineRequest(request, api.basePath);
		const path = target ? api.basePath + api.maskTarget(target) : pathOf(request);
		onReply({
			method: request.method ?? "GET",
			path,
			status: reply.status,
			refusal: reply.refusal,
			durationMs
		});
	}
	return createServer(async (request, response) => {
		const startedAt = performance.now();
		const api = apiOf(pathOf(request));
		const reply = await serve(request, api);
		try {
			report(request, api, reply, performance.now() - startedAt);
			await reply.heldUntil;
			sendReply(request, response, reply, api?.signature ?? {});
		} catch (error) {
			sendReply(request, response, {
				status: 500,
				headers: { "content-type": "text/plain" },
				body: error instanceof Error ? error.message : String(error)
			}, {});
		}
	});
}
async function withHeaders(given, headers) {
	const reply = await given;
	return {
		...reply,
		headers: {
			...reply.headers,
			...headers
		}
	};
}
const WRONG_HOST = refuse(403, "wrong_host", "The Host header must name this machine's loopback.");
// src/serve-mock-api.ts
async function serveMockApi(options = {}) {
	const { port = 0, host = "127.0.0.1", allowRemote = false, allowedOrigins = [], control = false, onReply, ...mockOptions } = options;
	if (!allowRemote && !LOOPBACK.test(host)) throw new TypeError(`"${host}" is not this machine's loopback: others may reach it. Pass allowRemote to serve there.`);
	checkOrigins(allowedOrigins);
	const registry = createMockRegistry(mockOptions);
	const main = registry.get(DEFAULT_MOCK);
	const serverOptions = {
		allowRemote,
		allowedOrigins,
		onReply
	};
	const server = createApiServer(serverOptions, () => main.engine);
	const origin = await listen(server, port, host);
	const baseUrlOfMain = () => origin + main.engine.basePath;
	const servers = [server];
	const close = async () => void await Promise.all(servers.map(end));
	let address;
	if (control) try {
		const served = await serveControl(registry, control === true ? {} : control, serverOptions, host, baseUrlOfMain);
		servers.push(served.server);
		address = served.address;
	} catch (error) {
		await close();
		throw error;
	}
	const controls = () => main.engine.controls;
	const override = (...call) => main.engine.override(...call);
	return {
		get baseUrl() {
			return baseUrlOfMain();
		},
		control: address,
		get tokens() {
			return controls().tokens;
		},
		get clock() {
			return controls().clock;
		},
		get faults() {
			return controls().faults;
		},
		respondWith: override,
		requests: (operationId) => controls().requests(operationId),
		send: (...call) => controls().send(...call),
		reset: () => main.reset(),
		reload: (spec) => registry.reload(spec),
		close
	};
}
/** Where the mocks that were created are, below the control's own address: their ids follow. */
const MOCKS = "/api/";
/** Loaded only where it is asked for: most mocks are driven by their own process. */
async function serveControl(registry, { port = 0, secret }, options, host, baseUrlOfMain) {
	const { createControl, createSecret } = await import("./create-control-1BvG7C9s.js");
	if (secret !== void 0 && !/^[\w.~+/-]{16,}$/.test(secret)) throw new TypeError("control.secret must be at least 16 letters, digits or any of . _ ~ + / -");
	const known = secret ?? createSecret();
	let url = "";
	const own = {
		...createControl(registry, known, ({ id, engine: { basePath } }) => id === "default" ? baseUrlOfMain() : url + MOCKS + id + basePath),
		basePath: "",
		signature: {},
		isControl: true
	};
	const server = createApiServer(options, (path) => {
		if (!path.startsWith(MOCKS)) return own;
		const [id = ""] = path.slice(5).split("/", 1);
		const mock = registry.find(id)?.engine;
		return mock && {
			...mock,
			basePath: MOCKS + id + mock.basePath
		};
	});
	url = await listen(server, port, host);
	return {
		server,
		address: {
			url,
			secret: known
		}
	};
}
function checkOrigins(allowedOrigins) {
	const wrong = allowedOrigins.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
	if (wrong !== void 0) throw new TypeError(`"${wrong}" is not an origin, as http://localhost:5173 is.`);
}
/** Returns the origin. */
async function listen(server, port, host) {
	server.listen(port, host);
	await once(server, "listening");
	const { port: actualPort, family, address } = server.address();
	return `http://${family === "IPv6" ? `[${address}]` : address}:${actualPort}`;
}
function end(server) {
	return new Promise((resolve, reject) => {
		server.close((error) => error ? reject(error) : resolve());
		server.closeAllConnections();
	});
}
export { serveMockApi as t };
