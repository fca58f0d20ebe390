import { t as mapTree } from "./map-tree-Mcb1VvA4.js";
import createClient from "openapi-fetch";
// src/connect-mock-server.ts
async function connectMockServer(url, secret) {
	if (!URL.canParse(url)) throw new TypeError(`The control's address must be an absolute URL, not "${url}".`);
	const client = createClient({
		baseUrl: url,
		headers: { Authorization: `Bearer ${secret}` }
	});
	return {
		...controlsOf(client, await answerOf(client.GET("/mocks/{mock}", { params: { path: { mock: "default" } } }))),
		async create(options = {}) {
			const created = await answerOf(client.POST("/mocks", { body: options }));
			const params = { path: { mock: created.mock } };
			return {
				...controlsOf(client, created),
				drop: async () => void await answerOf(client.DELETE("/mocks/{mock}", { params }))
			};
		}
	};
}
function controlsOf(client, { mock, baseUrl }) {
	const path = { mock };
	const params = { path };
	const revoke = async (body) => void await answerOf(client.POST("/mocks/{mock}/tokens/revoke", {
		params,
		body
	}));
	return {
		id: mock,
		baseUrl,
		tokens: {
			issued: async () => (await answerOf(client.GET("/mocks/{mock}/tokens", { params }))).tokens,
			revoke: (token) => revoke({ token }),
			revokeAll: () => revoke({}),
			expireAll: async () => void await answerOf(client.POST("/mocks/{mock}/tokens/expire", { params }))
		},
		clock: {
			now: async () => (await answerOf(client.GET("/mocks/{mock}/clock", { params }))).now,
			advance: async (seconds) => void await answerOf(client.POST("/mocks/{mock}/clock/advance", {
				params,
				body: { seconds }
			}))
		},
		faults: {
			async add({ ...fault }) {
				const { id } = await answerOf(client.POST("/mocks/{mock}/faults", {
					params,
					body: fault
				}));
				const target = { path: {
					mock,
					id
				} };
				return async () => void await answerOf(client.DELETE("/mocks/{mock}/faults/{id}", { params: target }));
			},
			clear: async () => void await answerOf(client.DELETE("/mocks/{mock}/faults", { params }))
		},
		async respondWith(operationId, reply, options = {}) {
			const body = {
				operationId,
				reply: inJson(reply),
				...options
			};
			const { id } = await answerOf(client.POST("/mocks/{mock}/replies", {
				params,
				body
			}));
			const target = { path: {
				mock,
				id
			} };
			return async () => void await answerOf(client.DELETE("/mocks/{mock}/replies/{id}", { params: target }));
		},
		async requests(operationId) {
			const query = operationId === void 0 ? {} : { operationId };
			const { requests } = await answerOf(client.GET("/mocks/{mock}/requests", { params: {
				path,
				query
			} }));
			return requests.map(withFiles);
		},
		async send(operationId, message, url) {
			const sent = {
				operationId,
				...message,
				url: String(url)
			};
			const { status, headers, body } = await answerOf(client.POST("/mocks/{mock}/messages", {
				params,
				body: sent
			}));
			return new Response(body === "" ? null : body, {
				status,
				headers
			});
		},
		reset: async () => void await answerOf(client.POST("/mocks/{mock}/reset", { params }))
	};
}
/** JSON has no bytes. */
function inJson(reply) {
	if (!("body" in reply && reply.body instanceof Uint8Array)) return reply;
	const { body, ...others } = reply;
	return {
		...others,
		bytes: Buffer.from(body).toString("base64")
	};
}
/** A request as it is in the process: with bytes for what stands in JSON as base64. */
function withFiles({ files = [], body, ...request }) {
	const decoded = mapTree(body, (part, pointer) => files.includes(pointer) ? new Uint8Array(Buffer.from(String(part), "base64")) : part);
	const { operationId, status, refusal } = request;
	return {
		...request,
		operationId,
		status,
		refusal,
		body: decoded
	};
}
async function answerOf(call) {
	const { data, error, response } = await call;
	if (response.ok) return data;
	throw new Error(error?.message ?? `The mock's control answered ${response.status}.`);
}
export { connectMockServer };
