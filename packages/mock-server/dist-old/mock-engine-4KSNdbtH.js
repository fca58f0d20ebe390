import { a as closest, c as isJson, d as isText$1, f as createRandom, i as closeness, n as describeErrors, o as concreteOf, r as isUnparsed, s as essenceOf, t as put, u as isRange } from "./put-CCStxiRl.js";
import leven from "leven";
// ../mock-engine/src/engine/behaviour.ts
/** All credentials of the right form hold, and the description has all answers. */
const noBehaviour = {
	authenticators: /* @__PURE__ */ new Map(),
	operations: /* @__PURE__ */ new Map()
};
// ../mock-engine/src/engine/clock.ts
function createClock() {
	let offset = 0;
	return {
		now: () => Date.now() + offset,
		advance(seconds) {
			if (!(seconds >= 0)) throw new RangeError(`clock.advance takes a number of seconds from 0 up, not ${seconds}.`);
			offset += seconds * 1e3;
		},
		reset() {
			offset = 0;
		}
	};
}
// ../mock-engine/src/engine/own.ts
/** A record's own entry: names that every object has, such as `toString`, are names like any other. */
function own(record, name) {
	return Object.hasOwn(record, name) ? record[name] : void 0;
}
/** A copy of a value with its secrets masked. @param nodes What is said of the value, by index in the graph. */
function mask(graph, value, nodes = [0]) {
	if (graph.length === 0 || value === void 0 || value === null) return value;
	const said = closure(graph, nodes);
	if (said.some(({ isSecret }) => isSecret)) return "***";
	if (said.length === 0 || typeof value !== "object" || value instanceof Uint8Array) return value;
	if (Array.isArray(value)) {
		const items = said.flatMap((node) => node.items ?? []);
		return items.length === 0 ? value : value.map((item) => mask(graph, item, items));
	}
	return Object.fromEntries(Object.entries(value).map(([name, child]) => {
		const inner = said.flatMap(({ properties = {}, others = [] }) => own(properties, name) ?? others);
		return [name, inner.length === 0 ? child : mask(graph, child, inner)];
	}));
}
/** The properties that lead to secrets, by name and index in the graph. */
function leadingIn(graph, nodes) {
	return closure(graph, nodes).flatMap(({ properties = {} }) => Object.entries(properties)).filter(([, index]) => index >= 0);
}
/** Whether properties without a name lead to secrets. */
function hasOthers(graph, nodes) {
	return closure(graph, nodes).some(({ others }) => others !== void 0);
}
/** Nodes with all that is also said of the same value. */
function closure(graph, nodes) {
	const indices = new Set(nodes);
	for (const index of indices) for (const other of graph[index]?.also ?? []) indices.add(other);
	return [...indices].flatMap((index) => graph[index] ?? []);
}
// ../mock-engine/src/engine/read-value.ts
/** What is not written as its style has it. */
var Misread = class extends Error {};
/** Reads text as its schema would have it. What is not of the type stays text, for the schema to refuse. */
function readValue(reading, source, findValidator) {
	if (typeof reading === "string") {
		if (source.any) return source.any();
		const [first, ...others] = source.texts;
		if (first === void 0) return readValue({ properties: {} }, source, findValidator);
		return others.length === 0 ? readScalar(reading, first) : source.texts;
	}
	if ("items" in reading) {
		const { items, prefix = [] } = reading;
		return source.list().map((item, index) => readValue(prefix[index] ?? items, item, findValidator));
	}
	if ("properties" in reading) {
		if (source.json) return source.json();
		const { properties, additional = "any" } = reading;
		return Object.fromEntries(source.entries().map(([name, value]) => {
			return [name, readValue((Object.hasOwn(properties, name) ? properties[name] : void 0) ?? additional, value, findValidator)];
		}));
	}
	return choose(reading, source, findValidator);
}
/** The first choice that fits; if none does, the first that can be read, so that its errors are told. */
function choose({ choices, schema }, source, findValidator) {
	const validate = findValidator(schema);
	const values = [];
	let misread;
	for (const choice of choices) try {
		const value = readValue(choice, source, findValidator);
		if (validate?.(value)) return value;
		values.push(value);
	} catch (error) {
		if (!(error instanceof Misread)) throw error;
		misread ??= error;
	}
	if (values.length === 0 && misread) throw misread;
	return values[0];
}
/** JSON's grammar (RFC 8259, section 6): neither hexadecimal, nor spaces, nor infinity. */
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;
function readScalar(reading, text) {
	if (reading === "number") return NUMBER.test(text) && Number.isFinite(Number(text)) ? Number(text) : text;
	if (reading === "boolean") return text === "true" || (text === "false" ? false : text);
	return reading === "null" && text === "" ? null : text;
}
// ../mock-engine/src/engine/sources.ts
/** Pairs whose names are decoded, as queries, cookies and URL-encoded forms have them. */
function pairsOf(text, separator) {
	return text.split(separator).filter((part) => part !== "").map((part) => {
		const at = part.indexOf("=");
		return at < 0 ? [decodeForm(part), ""] : [decodeForm(part.slice(0, at)), part.slice(at + 1)];
	});
}
const SEPARATORS = {
	spaceDelimited: /%20|\+| /,
	pipeDelimited: /\||%7C/i
};
/** Values under one name in the query, a cookie or a form; undefined, if it does not occur. */
function formSource({ name, style, explode }, pairs) {
	if (style === "deepObject") {
		const inner = pairs.filter(([key]) => key === name || key.startsWith(`${name}[`));
		if (inner.length === 0) return void 0;
		return nested(name, inner.map(([key, value]) => ({
			steps: stepsOf(key.slice(name.length)),
			value: decodeForm(value)
		})));
	}
	const values = pairs.filter(([key]) => key === name).map(([, value]) => value);
	if (values.length === 0) return void 0;
	const texts = values.map(decodeForm);
	const split = () => {
		const [first = "", second] = values;
		if (second !== void 0) throw new Misread(`${name} is given twice: its values belong into one`);
		return first.split(SEPARATORS[style] ?? ",").map(decodeForm);
	};
	return {
		texts,
		list: () => (explode ? texts : split()).map(scalar),
		entries: () => alternating(name, split())
	};
}
/** An object's properties, which stand among the other parameters. */
function scatteredSource(pairs) {
	return pairs.length === 0 ? void 0 : groupedSource(pairs.map(([name, value]) => [name, decodeForm(value)]));
}
/** Values by name, of which each may be a list. */
function groupedSource(pairs, make = listOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const [name, text] of pairs) groups.set(name, [...groups.get(name) ?? [], text]);
	return {
		texts: [],
		list() {
			throw new Misread("it is no list");
		},
		entries: () => [...groups].map(([name, texts]) => [name, make(texts)])
	};
}
/** Several values under one name. */
function listOf(texts) {
	return {
		texts,
		list: () => texts.map(scalar),
		entries: () => fail(texts[0] ?? "")
	};
}
/** A form's field, whose objects are JSON by OpenAPI's default. */
function fieldSource(texts) {
	const json = () => texts.length === 1 ? parseJson(texts[0] ?? "") : texts;
	return {
		...listOf(texts),
		list: () => texts.map((text) => fieldSource([text])),
		json
	};
}
/** A parameter of the path, or a header. */
function simpleSource({ name, style, explode }, value, read) {
	const misread = () => new Misread(`${name} is not written in the style ${style}`);
	const prefix = style === "label" ? "." : style === "matrix" ? ";" : "";
	if (!value.startsWith(prefix)) return failing(misread);
	const text = value.slice(prefix.length);
	const isExploded = explode && style !== "simple";
	const separator = isExploded ? prefix : ",";
	/** Without the `name=` of the style matrix. */
	const named = (item) => {
		if (style !== "matrix") return item;
		if (item.startsWith(`${name}=`)) return item.slice(name.length + 1);
		throw misread();
	};
	const split = () => isExploded ? text.split(separator).map(named) : named(text).split(separator);
	return {
		get texts() {
			return [read(named(text))];
		},
		list: () => split().map((item) => scalar(read(item))),
		entries() {
			if (!explode) return alternating(name, split().map(read));
			return text.split(separator).map((item) => {
				const at = item.indexOf("=");
				if (at < 0) throw misread();
				return [read(item.slice(0, at)), scalar(read(item.slice(at + 1)))];
			});
		}
	};
}
function failing(error) {
	const fail = () => {
		throw error();
	};
	return {
		get texts() {
			return fail();
		},
		list: fail,
		entries: fail
	};
}
function scalar(text) {
	return {
		texts: [text],
		list: () => [scalar(text)],
		entries: () => fail(text)
	};
}
function fail(text) {
	throw new Misread(`${JSON.stringify(text)} is no object`);
}
function alternating(name, items) {
	if (items.length % 2 !== 0) throw new Misread(`${name} is not a list of names and values`);
	return items.flatMap((item, index) => index % 2 === 0 ? [[item, scalar(items[index + 1] ?? "")]] : []);
}
/** The names in `[a][b]`. */
function stepsOf(brackets) {
	return [...brackets.matchAll(/\[([^\]]*)\]/g)].map(([, step = ""]) => step);
}
/** Objects in objects, as their brackets say; `[]`, or numbers from 0 up, make a list. OpenAPI leaves these to practice. */
function nested(name, entries) {
	const leaves = entries.filter(({ steps }) => steps.length === 0).map(({ value }) => value);
	if (leaves.length > 0) return listOf(leaves);
	const groups = /* @__PURE__ */ new Map();
	for (const { steps, value } of entries) {
		const [step = "", ...rest] = steps;
		groups.set(step, [...groups.get(step) ?? [], {
			steps: rest,
			value
		}]);
	}
	const isList = [...groups.keys()].every((step, index) => step === "" || step === String(index));
	const list = () => {
		if (!isList) throw new Misread(`${name} is no list`);
		return [...groups].flatMap(([step, group]) => step === "" ? group.map((item) => nested(name, [item])) : [nested(name, group)]);
	};
	const inner = () => [...groups].map(([step, group]) => [step, nested(`${name}[${step}]`, group)]);
	return {
		texts: [],
		list,
		entries: inner,
		any: () => isList ? list().map(anyOf) : Object.fromEntries(inner().map(([step, source]) => [step, anyOf(source)]))
	};
}
function anyOf({ any, texts }) {
	return any ? any() : texts.length === 1 ? texts[0] : texts;
}
/** What is not JSON stays a string, for the schema to refuse. */
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
function decodeForm(text) {
	return decode(text.replaceAll("+", " "));
}
function decode(text) {
	if (!text.includes("%")) return text;
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
// ../mock-engine/src/engine/create-masker.ts
function createMasker(operations) {
	let apiKeys;
	/** Of the whole API, since a key may be sent where none is asked for. */
	function keysIn(location) {
		apiKeys ??= operations.flatMap(securityOf).filter((scheme) => scheme.kind === "apiKey");
		const names = apiKeys.filter((key) => key.in === location).map(({ name }) => name);
		return location === "header" ? names.map((name) => name.toLowerCase()) : names;
	}
	/**
	* What holds a secret, whole or in part, and the properties in it, which may be sent by themselves: by any name that is no
	* other parameter's, where one may have any.
	*/
	function namesIn(operation, location) {
		const secrets = secretsOf(operation);
		const holders = leadingIn(secrets, indicesOf(leadingIn(secrets, [0]).filter(([name]) => name === location)));
		const held = leadingIn(secrets, indicesOf(holders));
		const names = /* @__PURE__ */ new Set([...keysIn(location), ...[...holders, ...held].map(([name]) => name)]);
		if (!hasOthers(secrets, indicesOf(holders))) return names;
		const parameters = unlessFaulty(() => operation?.parameters ?? []).filter((parameter) => parameter.in === location);
		return { has: (name) => names.has(name) || !parameters.some((parameter) => parameter.name === name) };
	}
	return {
		headers(operation, headers) {
			const secrets = namesIn(operation, "header");
			const cookies = namesIn(operation, "cookie");
			return Object.fromEntries(Object.entries(headers).map(([name, value]) => {
				if (secrets.has(name)) return [name, "***"];
				if (/^(proxy-)?authorization$/.test(name)) return [name, maskCredentials(value)];
				return [name, name === "cookie" ? maskPairs(value, ";", cookies) : value];
			}));
		},
		values(operation, values) {
			const masked = Object(mask(secretsOf(operation), values));
			for (const location of [
				"query",
				"header",
				"cookie"
			]) masked[location] = maskNamed(masked[location], keysIn(location));
			if ((typeof masked.body === "string" || masked.body instanceof Uint8Array) && leadingIn(secretsOf(operation), [0]).some(([name]) => name === "body")) masked.body = "***";
			return masked;
		},
		path(operation, pathname) {
			const names = namesIn(operation, "path");
			const templates = operation?.path.split("/") ?? [];
			const isSecret = (template = "") => [...template.matchAll(/\{([^}]+)\}/g)].some(([, name = ""]) => names.has(name));
			return pathname.split("/").map((segment, index) => isSecret(templates[index]) ? "***" : segment).join("/");
		},
		search: (operation, search) => search === "" ? "" : `?${maskPairs(search.slice(1), "&", namesIn(operation, "query"))}`
	};
}
/** A fault of the document is told where the operation is called. */
function unlessFaulty(read) {
	try {
		return read();
	} catch {
		return [];
	}
}
function indicesOf(properties) {
	return properties.map(([, index]) => index);
}
function securityOf(operation) {
	return unlessFaulty(() => operation.security.flat());
}
function secretsOf(operation) {
	return unlessFaulty(() => operation?.secrets ?? []);
}
function maskCredentials(authorization) {
	const [scheme, ...credentials] = authorization.split(" ");
	return credentials.length > 0 ? `${scheme} ***` : "***";
}
/** In `name=value` after `name=value`. */
function maskPairs(text, separator, names) {
	return text.split(separator).map((pair) => {
		const [written = ""] = pair.split("=", 1);
		const name = decode(written.replaceAll("+", " ")).trim();
		return names.has(name) || names.has(name.replace(/\[.*/, "")) ? `${written}=***` : pair;
	}).join(separator);
}
function maskNamed(group, names) {
	return Object.fromEntries(Object.entries(group).map(([name, value]) => [name, names.includes(name) ? "***" : value]));
}
// ../mock-engine/src/engine/delay.ts
/** Waits. */
function delay(ms) {
	return new Promise((resolve) => setTimeout(resolve, ms));
}
/** Longest delay that a timer can hold, in milliseconds: some 24 days. Longer ones end at once. */
const MAX_DELAY_MS = 2 ** 31 - 1;
// ../mock-engine/src/engine/sendable.ts
/** What keeps a status or a header from being sent (RFC 9110, sections 5.1, 5.5 and 15), in words; undefined if nothing does. */
function unsendable(status, headers = {}) {
	if (!(Number.isInteger(status) && status >= 200 && status <= 599)) return `a status is a whole number from 200 to 599, not ${status}`;
	for (const [name, value] of Object.entries(headers)) {
		if (!TOKEN.test(name)) return `${JSON.stringify(name)} is no name of a header`;
		if (!isHeaderValue(value)) return `the header ${name} cannot be sent as ${JSON.stringify(value)}`;
	}
}
/** Latin-1 without control characters: Fetch and Node take no other. */
function isHeaderValue(value) {
	return typeof value === "string" && VALUE.test(value);
}
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
// ../mock-engine/src/engine/create-overrides.ts
function createOverrides(replies) {
	const active = /* @__PURE__ */ new Map();
	function forget(operationId, override) {
		const others = (active.get(operationId) ?? []).filter((other) => other !== override);
		active.set(operationId, others);
	}
	return {
		add(operation, reply, { times = Number.POSITIVE_INFINITY, delayMs = 0, offSpec = false } = {}) {
			const { operationId } = operation;
			if (!(times >= 0)) throw new TypeError(`times must be a number from 0 up, not ${times}.`);
			if (!(delayMs >= 0 && delayMs <= MAX_DELAY_MS)) throw new TypeError(`delayMs must be a number from 0 to ${MAX_DELAY_MS}, not ${delayMs}.`);
			const build = (init) => {
				checkReply(init, operationId);
				return offSpec ? replies.buildOffSpec(init) : replies.build(operation, init);
			};
			const built = typeof reply === "function" ? void 0 : build(isFile(reply) ? {
				...reply,
				body: NO_BYTES
			} : reply);
			const next = built && !isFile(reply) ? always(built) : async (request) => build(await readFile(typeof reply === "function" ? await reply(request) : reply));
			if (times === 0) return () => {};
			const added = {
				next,
				delayMs,
				remaining: times
			};
			active.set(operationId, [...active.get(operationId) ?? [], added]);
			return () => forget(operationId, added);
		},
		take(operationId) {
			const override = active.get(operationId)?.at(-1);
			if (override && --override.remaining <= 0) forget(operationId, override);
			return override;
		},
		clear: () => active.clear()
	};
}
const REPLY_FIELDS = [
	"status",
	"headers",
	"body",
	"example"
];
/** Takes no `Response`, and no field that would go unnoticed. */
function checkReply(init, operationId) {
	const fields = Object.keys(init ?? {});
	const unknown = fields.find((field) => !REPLY_FIELDS.includes(field));
	if (unknown) throw new TypeError(`A reply of ${operationId} has no ${unknown}: it has ${REPLY_FIELDS.join(", ")}.`);
	if (!fields.includes("status")) throw new TypeError(`A reply of ${operationId} is an object with a status.`);
	const problem = unsendable(init.status, init.headers);
	if (problem) throw new TypeError(`A reply of ${operationId} cannot be sent: ${problem}.`);
}
const NO_BYTES = /* @__PURE__ */ new Uint8Array();
function isFile(reply) {
	return Object(reply).body instanceof Blob;
}
async function readFile(init) {
	return init?.body instanceof Blob ? {
		...init,
		body: new Uint8Array(await init.body.arrayBuffer())
	} : init;
}
function always(value) {
	return () => value;
}
// ../mock-engine/src/engine/faults.ts
function createFaultInjector(operationIds, seed) {
	let active = [];
	let random = createRandom(seed);
	let [held, release] = createLatch();
	function meets(entry, operationId) {
		const { operation = operationId, nth, rate = 1 } = entry.fault;
		if (operation !== operationId) return false;
		entry.seen++;
		return (nth === void 0 || nth === entry.seen) && random() < rate;
	}
	function serve(operationId, answers) {
		const faults = active.filter((entry) => meets(entry, operationId)).map(({ fault }) => fault);
		return faults.length === 0 ? answers.own() : serveThrough(faults, answers);
	}
	async function serveThrough(faults, { own, status }) {
		let answer = own;
		for (const fault of faults) {
			const before = answer;
			if (fault.kind === "slow") await delay(fault.delayMs);
			else if (fault.kind === "status") answer = async () => status(fault.status, fault.headers);
			else if (fault.kind === "truncate") answer = async () => ({
				...await before(),
				lost: "truncate"
			});
			else if (fault.kind === "garbage") answer = async () => spoil(await before());
			else return {
				status: 0,
				headers: {},
				lost: "network-error",
				...fault.kind === "timeout" && { heldUntil: held }
			};
		}
		return answer();
	}
	/** What is valid in no format that an API promises. */
	function spoil(reply) {
		const garbage = Array.from({ length: 64 }, () => String.fromCharCode(33 + Math.floor(random() * 94)));
		return reply.body === void 0 ? reply : {
			...reply,
			body: `}${garbage.join("")}`
		};
	}
	return {
		serve,
		add(fault) {
			checkFault(fault, operationIds);
			const entry = {
				fault,
				seen: 0
			};
			active.push(entry);
			return () => {
				active = active.filter((other) => other !== entry);
			};
		},
		clear() {
			active = [];
		},
		reset() {
			active = [];
			random = createRandom(seed);
			release();
			[held, release] = createLatch();
		}
	};
}
/** A promise, and what fulfils it. */
function createLatch() {
	let release = () => {};
	return [new Promise((resolve) => {
		release = resolve;
	}), release];
}
const FIELDS_BY_KIND = {
	"network-error": [],
	timeout: [],
	status: ["status", "headers"],
	truncate: [],
	slow: ["delayMs"],
	garbage: []
};
function checkFault(fault, operationIds) {
	const { kind, operation, nth, rate } = Object(fault);
	const fields = own(FIELDS_BY_KIND, String(kind));
	if (!fields) throw new TypeError(`A fault's kind is one of ${Object.keys(FIELDS_BY_KIND).join(", ")}, not "${kind}".`);
	const known = [
		"kind",
		"operation",
		"nth",
		"rate",
		...fields
	];
	const unknown = Object.keys(fault).find((field) => !known.includes(field));
	if (unknown) throw new TypeError(`A fault of kind ${kind} has no ${unknown}: it has ${known.join(", ")}.`);
	if (operation !== void 0 && !operationIds.includes(operation)) throw new TypeError(`There is no operation ${operation}: the spec has ${operationIds.join(", ")}.`);
	if (nth !== void 0 && !(Number.isInteger(nth) && nth >= 1)) throw new TypeError(`A fault's nth is a whole number from 1 up, not ${nth}.`);
	if (rate !== void 0 && !(typeof rate === "number" && rate >= 0 && rate <= 1)) throw new TypeError(`A fault's rate is a number from 0 to 1, not ${rate}.`);
	if (fault.kind === "status") {
		const problem = unsendable(fault.status, fault.headers);
		if (problem) throw new TypeError(`A fault of kind status cannot be sent: ${problem}.`);
	}
	if (fault.kind === "slow" && !isDelay(fault.delayMs)) throw new TypeError(`A fault's delayMs is a number from 0 to ${MAX_DELAY_MS}, not ${fault.delayMs}.`);
}
function isDelay(value) {
	return typeof value === "number" && value >= 0 && value <= MAX_DELAY_MS;
}
// ../mock-engine/src/engine/nearest-path.ts
/** The path that a caller may have meant: at most half of it is written otherwise. */
function nearestPath(pathname, operations) {
	let nearest;
	let least = pathname.length / 2;
	for (const { path } of operations) {
		const distance = leven(pathname, path);
		if (distance > least) continue;
		nearest = path;
		least = distance;
	}
	return nearest;
}
// ../mock-engine/src/engine/parameters.ts
/** Reads and validates an operation's parameters. */
function readParameters({ parameters: descriptions, parametersSchema, security }, { search, headers }, pathValues, findValidator) {
	const query = pairsOf(search.slice(1), "&");
	const cookies = pairsOf(headers.cookie ?? "", /;\s*/);
	const keys = security.flat().filter((scheme) => scheme.kind === "apiKey");
	/** What no other parameter takes, or an object's own properties. */
	function scatteredPairs(description, pairs) {
		const { names, isOpen } = namesOf(description.reading);
		const others = descriptions.filter((other) => other.in === description.in);
		const isTaken = (key) => keys.some(({ name }) => name === key) || others.some((other) => isScattered(other) ? namesOf(other.reading).names.has(key) : key === other.name || other.style === "deepObject" && key.startsWith(`${other.name}[`));
		return pairs.filter(([key]) => names.has(key) || isOpen && !isTaken(key));
	}
	function sourceOf(description) {
		const { in: location, name } = description;
		if (location === "query" || location === "cookie") {
			const pairs = location === "query" ? query : cookies;
			if (isScattered(description)) return scatteredSource(scatteredPairs(description, pairs));
			return formSource(description, pairs);
		}
		const value = location === "path" ? own(pathValues, name) : own(headers, name.toLowerCase());
		return value === void 0 ? void 0 : simpleSource(description, value, location === "path" ? decode : trim);
	}
	const groups = {
		path: [],
		query: [],
		header: [],
		cookie: []
	};
	for (const description of descriptions) try {
		const source = sourceOf(description);
		if (!source) continue;
		const key = description.in === "header" ? description.name.toLowerCase() : description.name;
		groups[description.in].push([key, readStyled(description, source, findValidator)]);
	} catch (error) {
		if (!(error instanceof Misread)) throw error;
		return {
			status: 400,
			message: `Parameters: /${description.in}/${description.name}: ${error.message}.`
		};
	}
	const parameters = {
		path: Object.fromEntries(groups.path),
		query: Object.fromEntries(groups.query),
		header: Object.fromEntries(groups.header),
		cookie: Object.fromEntries(groups.cookie)
	};
	const validate = parametersSchema === void 0 ? void 0 : findValidator(parametersSchema);
	if (!validate || validate(parameters)) return { parameters };
	return {
		status: 400,
		message: `Parameters: ${describeErrors(validate)}.`
	};
}
/** What is wrong with the text of a response's header, in words; undefined if it fits. */
function problemOfHeader(header, name, text, findValidator) {
	const validate = findValidator(header.schema);
	try {
		const value = readStyled(header, simpleSource({
			...header,
			name
		}, text, trim), findValidator);
		return !validate || validate(value) ? void 0 : describeErrors(validate);
	} catch (error) {
		if (error instanceof Misread) return error.message;
		throw error;
	}
}
function readStyled({ style, reading }, source, findValidator) {
	if (style !== "json") return readValue(reading, source, findValidator);
	const [text = "", ...others] = source.texts;
	if (others.length > 0) throw new Misread("it is given twice");
	return parseJson(text);
}
/** Whether an object's properties stand among the other parameters. */
function isScattered({ style, explode, reading }) {
	return style === "form" && explode && waysOf(reading).some((way) => typeof way === "object" && "properties" in way);
}
function namesOf(reading) {
	const objects = waysOf(reading).flatMap((way) => typeof way === "object" && "properties" in way ? [way] : []);
	return {
		names: new Set(objects.flatMap(({ properties }) => Object.keys(properties))),
		isOpen: objects.some(({ additional }) => additional !== void 0)
	};
}
function waysOf(reading) {
	return typeof reading === "object" && "choices" in reading ? reading.choices.flatMap(waysOf) : [reading];
}
function trim(text) {
	return text.trim();
}
// ../mock-engine/src/engine/prefer.ts
/**
* Reads `Prefer: code=404, example=two, delay=200` (RFC 7240), the first two as Prism names them, the delay in milliseconds.
*
* @returns undefined if it asks for none of these; in words, what is wrong with it.
*/
function readPreference({ headers: { prefer } }) {
	if (prefer === void 0) return void 0;
	const wanted = /* @__PURE__ */ new Map();
	for (const [, name = "", quoted, plain = ""] of prefer.matchAll(PAIR)) if (!wanted.has(name.toLowerCase())) wanted.set(name.toLowerCase(), quoted ?? plain);
	const [code, example, delay] = [
		wanted.get("code"),
		wanted.get("example"),
		wanted.get("delay")
	];
	if (code === void 0 && example === void 0 && delay === void 0) return void 0;
	if (code !== void 0 && !/^[2-5]\d\d$/.test(code)) return `Prefer: code is a status from 200 to 599, not ${code}.`;
	const delayMs = Number(delay ?? 0);
	if (delay !== void 0 && !(/^\d+$/.test(delay) && delayMs <= MAX_DELAY_MS)) return `Prefer: delay is a number of milliseconds from 0 to ${MAX_DELAY_MS}, not ${delay}.`;
	return {
		...code !== void 0 && { status: Number(code) },
		...example !== void 0 && { example },
		delayMs
	};
}
const PAIR = /(?<![\w-])(code|example|delay)\s*=\s*(?:"([^"]*)"|([^\s,;"]+))/gi;
// ../mock-engine/src/engine/lower-case-names.ts
/** Headers as they are looked up: their names' case says nothing. */
function lowerCaseNames(headers) {
	return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
// ../mock-engine/src/engine/refusals.ts
/** Turns a refusal into the reply that the operation describes for its status, saying what was wrong. */
function createRefuse(build, findValidator) {
	return (operation, { status, message, headers = {} }) => {
		const response = operation && responseFor(operation, status);
		if (operation && response) for (const given of [headers, {}]) try {
			const described = mediaTypeOf$1(response);
			const mediaType = described === void 0 ? void 0 : {
				described,
				sent: concreteOf(described)
			};
			return withMessage(build(operation, {
				status,
				headers: given
			}, mediaType), response.content[described ?? ""], message);
		} catch {}
		return {
			status,
			headers: {
				"content-type": "application/json",
				...lowerCaseNames(headers)
			},
			body: JSON.stringify({
				code: CODES[status] ?? "error",
				message
			})
		};
	};
	function withMessage(reply, content, message) {
		if (content?.refusal) {
			const { schema, refusal } = content;
			const body = put(JSON.parse(refusal.body), refusal.place, message);
			const validate = findValidator(schema);
			if (!validate || validate(body)) return {
				...reply,
				body: refusal.place.length === 0 ? message : JSON.stringify(body)
			};
		}
		return {
			...reply,
			headers: {
				...reply.headers,
				[HEADER]: message.replace(UNSENDABLE, encodeURIComponent)
			}
		};
	}
}
/** Says what was wrong where a description leaves no place for it in the body. */
const HEADER = "mock-refusal";
const UNSENDABLE = /[^\t\x20-\x7e]/gu;
const CODES = {
	400: "invalid_request",
	401: "unauthorized",
	403: "forbidden",
	404: "not_found",
	405: "method_not_allowed",
	406: "not_acceptable",
	413: "payload_too_large",
	415: "unsupported_media_type",
	422: "invalid_request",
	501: "not_implemented"
};
/** The media type that has a place for the words, or at least something to say. */
function mediaTypeOf$1({ content }) {
	const described = Object.entries(content);
	const [mediaType] = described.find(([, { refusal }]) => refusal) ?? described.find(([, { examples }]) => Object.keys(examples).length > 0) ?? [];
	return mediaType;
}
/**
* The status that an operation refuses with: 403 for 401 and 422 for 400, where it describes the one and not the other. What
* is said of a range, or of all else, is said of 400 too; of 401 it is less than a 403 by name.
*/
function describedStatus(operation, status) {
	const { responses } = operation;
	if (status === 401 && !("401" in responses) && "403" in responses) return 403;
	if (status === 400 && !responseFor(operation, 400) && "422" in responses) return 422;
	return status;
}
/** What an operation describes for a status: by its number, its range, or as the default. */
function responseFor({ responses }, status) {
	return responses[status] ?? responses[`${Math.floor(status / 100)}XX`] ?? responses.default;
}
// ../mock-engine/src/engine/negotiate.ts
/** The media type that an Accept header likes best, the first of equals (RFC 9110, section 12.5.1); undefined for none. */
function negotiate(accept, mediaTypes) {
	const ranges = (accept?.trim() || "*/*").split(",").map(parseRange);
	let best;
	let most = [0, 0];
	for (const described of mediaTypes) {
		const wanted = isRange(described) ? ranges.filter(({ range }) => !range.includes("*") && closeness(described, range) > 0) : [];
		for (const sent of [concreteOf(described), ...wanted.map(({ range }) => essenceOf(range))]) {
			const [quality, isWhole] = qualityOf(sent, ranges);
			if (quality < most[0] || quality === most[0] && isWhole <= most[1]) continue;
			best = {
				described,
				sent
			};
			most = [quality, isWhole];
		}
	}
	return best;
}
function parseRange(text) {
	const quality = /;\s*q=([\d.]+)/i.exec(text)?.[1];
	return {
		range: text,
		quality: quality === void 0 ? 1 : Number(quality) || 0
	};
}
/** By the range that names it most closely, and whether it says nothing that the type lacks. */
function qualityOf(mediaType, ranges) {
	let found = [0, 0];
	for (const { range, quality } of ranges) {
		const close = closeness(range, mediaType);
		if (close > found[1]) found = [quality, close];
	}
	const [quality, close] = found;
	return [quality, quality > 0 && close !== 3 ? 1 : 0];
}
// ../mock-engine/src/engine/replies.ts
function createReplyFactory(findValidator) {
	const successes = /* @__PURE__ */ new WeakMap();
	function check(key, value, mediaType, place) {
		const validate = findValidator(key);
		if (!validate || validate(value) || isUnparsed(mediaType, value, validate)) return;
		throw new TypeError(`${place} breaks the spec: ${describeErrors(validate)}.`);
	}
	function headersFor(response, given, place) {
		const described = Object.entries(response.headers).filter(([name]) => !FRAMING.has(name));
		const headers = {
			...Object.fromEntries(described.flatMap(([name, { example = "\0" }]) => isHeaderValue(example) ? [[name, example]] : [])),
			...lowerCaseNames(given)
		};
		for (const [name, header] of described) {
			const text = own(headers, name);
			const problem = text === void 0 ? void 0 : problemOfHeader(header, name, text, findValidator);
			if (problem !== void 0) throw new TypeError(`${place}, header ${name} breaks the spec: ${problem}.`);
			if (text === void 0 && header.required) throw new TypeError(`${place} breaks the spec: the header ${name} is required.`);
		}
		return headers;
	}
	function build(operation, init, wanted) {
		const place = `The reply ${init.status} of ${operation.operationId}`;
		const response = responseFor(operation, init.status);
		if (!response) {
			const known = Object.keys(operation.responses).join(", ");
			throw new TypeError(`${place} breaks the spec: it has only ${known}. Pass { offSpec: true } to send it all the same.`);
		}
		const headers = headersFor(response, init.headers ?? {}, place);
		const mediaType = wanted?.described ?? mediaTypeOf(init, Object.keys(response.content));
		const content = mediaType === void 0 ? void 0 : response.content[mediaType];
		if (mediaType === void 0 || !content || BODILESS.has(init.status)) {
			if (init.body !== void 0) throw new TypeError(`${place} breaks the spec: it has no body.`);
			return {
				status: init.status,
				headers
			};
		}
		const { schema, examples } = content;
		const concrete = concreteOf(mediaType);
		headers["content-type"] ??= wanted?.sent ?? concrete;
		if (init.body !== void 0) {
			if (!(init.body instanceof Uint8Array && !isJson(concrete))) check(schema, init.body, concrete, `${place}, body`);
			return {
				status: init.status,
				headers,
				body: serialise(init.body, concrete)
			};
		}
		const body = init.example === void 0 ? Object.values(examples)[0] : own(examples, init.example);
		if (body === void 0) {
			const known = Object.keys(examples).join(", ");
			const [wanted, has] = [init.example === void 0 ? "" : ` "${init.example}"`, known && `: it has ${known}`];
			throw new TypeError(`${place} has no example${wanted}${has}.`);
		}
		return {
			status: init.status,
			headers,
			body
		};
	}
	/** What is asked for at every call is found out once. */
	function successFor(operation) {
		const known = successes.get(operation);
		if (known) return known;
		const status = successOf(operation);
		const content = responseFor(operation, status)?.content ?? {};
		const mediaTypes = Object.keys(content);
		const success = {
			status,
			mediaTypes,
			given: mediaTypes.filter((mediaType) => Object.keys(content[mediaType]?.examples ?? {}).length > 0)
		};
		successes.set(operation, success);
		return success;
	}
	return {
		build,
		buildOffSpec({ status, headers: given = {}, body }) {
			const headers = lowerCaseNames(given);
			if (body === void 0) return {
				status,
				headers
			};
			headers["content-type"] ??= typeOf(body);
			return {
				status,
				headers,
				body: serialise(body, headers["content-type"])
			};
		},
		success(operation, accept) {
			const known = successFor(operation);
			if (known.last && known.last.accept === accept) return known.last.reply;
			const { status, mediaTypes, given } = known;
			const mediaType = negotiate(accept, given) ?? negotiate(accept, mediaTypes);
			if (mediaType === void 0 && mediaTypes.length > 0) return {
				status: 406,
				message: `The answer is ${mediaTypes.join(" or ")}, which Accept does not allow.`
			};
			const problem = problemOf(operation, status, mediaType?.described);
			if (problem !== void 0) return {
				status: 501,
				message: `The spec has no answer of ${operation.operationId} that can be given. ${problem} Use respondWith.`
			};
			const reply = build(operation, { status }, mediaType);
			known.last = {
				accept,
				reply
			};
			return reply;
		},
		preferred(operation, { status = successOf(operation), ...init }, accept) {
			const known = Object.entries(responseFor(operation, status)?.content ?? {}).filter(([, { examples }]) => init.example === void 0 || own(examples, init.example) !== void 0).map(([mediaType]) => mediaType);
			try {
				return build(operation, {
					status,
					...init
				}, negotiate(accept, known) ?? negotiate(void 0, known));
			} catch (error) {
				return {
					status: 404,
					message: `Prefer: ${error instanceof Error ? error.message : error}`
				};
			}
		},
		successStatus: (operation) => successFor(operation).status,
		refuse: createRefuse(build, findValidator)
	};
}
/** Why an operation cannot answer so by the spec alone; undefined if it can. */
function problemOf(operation, status, mediaType = "") {
	const response = responseFor(operation, status);
	if (!response) return "It describes none of success.";
	const content = response.content[mediaType];
	if (content && Object.keys(content.examples).length === 0 && !BODILESS.has(status)) return content.problem;
	const [header] = Object.entries(response.headers).find(([name, { required, example }]) => required && !FRAMING.has(name) && !isHeaderValue(example)) ?? [];
	return header && `No sample of the header ${header} could be made that fits its schema and can be sent.`;
}
/** Headers that say how a body is written or sent, which is for who sends it, not for a description's examples to say. */
const FRAMING = /* @__PURE__ */ new Set([
	"connection",
	"content-encoding",
	"content-length",
	"content-type",
	"keep-alive",
	"trailer",
	"transfer-encoding",
	"upgrade"
]);
/** Statuses whose answers have no body, whatever a description says (Fetch standard, "null body status"). */
const BODILESS = /* @__PURE__ */ new Set([
	204,
	205,
	304
]);
/** The first status of success that an operation has, or of whatever else it has. */
function successOf({ responses }) {
	const statuses = Object.keys(responses).filter((status) => /^[2-5]\d\d$/.test(status));
	const first = statuses.find((status) => status.startsWith("2"));
	if ("2XX" in responses || "default" in responses) return Number(first ?? 200);
	return Number(statuses[0] ?? 200);
}
/** The media type that a reply is written in: its own, or the first that a body of its kind may have. */
function mediaTypeOf({ headers = {}, body }, mediaTypes) {
	const given = lowerCaseNames(headers)["content-type"];
	const fits = (mediaType) => {
		if (given !== void 0) return closeness(mediaType, given) > 0;
		if (body instanceof Uint8Array) return !isJson(concreteOf(mediaType));
		return typeof body !== "object" || body === null || isJson(concreteOf(mediaType));
	};
	return mediaTypes.find(fits) ?? mediaTypes[0];
}
/** Text and bytes as they are, unless JSON was promised. */
function serialise(body, mediaType) {
	return (typeof body === "string" || body instanceof Uint8Array) && !isJson(mediaType) ? body : JSON.stringify(body);
}
/** Of a body that nothing describes. */
function typeOf(body) {
	if (body instanceof Uint8Array) return "application/octet-stream";
	return typeof body === "string" ? "text/plain" : "application/json";
}
// ../mock-engine/src/engine/request-body.ts
const utf8 = new TextDecoder();
/** Parses and validates a request body. */
async function readRequestBody(description, headers, bytes, findValidator) {
	if (bytes.length === 0) return description.required ? {
		status: 400,
		message: "The request body is missing."
	} : { body: void 0 };
	const contentType = headers["content-type"] ?? "";
	const mediaType = essenceOf(contentType);
	const content = closest(contentType, Object.entries(description.content));
	if (!content) return {
		status: 415,
		message: `The content type must be ${Object.keys(description.content).join(", ")}, not "${mediaType}".`
	};
	const isForm = FORM.test(contentType);
	const files = /* @__PURE__ */ new Map();
	let body;
	try {
		body = isForm ? await readForm(contentType, bytes, content, files, findValidator) : isJson(contentType) ? parsed(utf8.decode(bytes)) : utf8.decode(bytes);
	} catch (error) {
		if (!(error instanceof Misread)) throw error;
		return {
			status: 400,
			message: `Request body: ${error.message}.`
		};
	}
	if (body === void 0) return {
		status: 400,
		message: `The request body is not valid ${nameOf(mediaType)}.`
	};
	const asSent = isText$1(contentType) ? body : bytes;
	const validate = findValidator(content.schema);
	if (!validate || validate(body)) return { body: isForm ? withFiles(body, files) : asSent };
	const message = `Request body: ${describeErrors(validate)}.`;
	if (typeof body !== "string" || isJson(mediaType)) return {
		status: 400,
		message
	};
	const isForeign = isUnparsed(contentType, body, validate);
	const value = parseJson(body);
	if (validate(value)) return { body: value };
	return isForeign && !(typeof value === "object" && value !== null) ? { body: asSent } : {
		status: 400,
		message
	};
}
const FORM = /^(multipart\/form-data|application\/x-www-form-urlencoded)\s*(;|$)/i;
/** Undefined for what is not what it says it is: forms have no undefined. */
async function readForm(contentType, bytes, { form = "any", styled = [] }, files, findValidator) {
	const data = await new Response(new Uint8Array(bytes), { headers: { "content-type": contentType } }).formData().catch(() => void 0);
	if (!data) return void 0;
	const pairs = [];
	for (const [name, value] of data) {
		const file = typeof value === "string" ? void 0 : new Uint8Array(await value.arrayBuffer());
		files.set(name, [...files.get(name) ?? [], file]);
		pairs.push([name, typeof value === "string" ? value : utf8.decode(file)]);
	}
	const isStyled = (name) => styled.some((field) => name === field.name || name.startsWith(`${field.name}[`));
	const plain = groupedSource(pairs.filter(([name]) => !isStyled(name)), fieldSource);
	const raw = pairsOf(utf8.decode(bytes), "&");
	const entries = () => [...plain.entries(), ...styled.flatMap((field) => {
		const source = formSource(field, raw);
		return source ? [[field.name, source]] : [];
	})];
	return readValue(form, {
		...plain,
		entries
	}, findValidator);
}
/** A form's fields, with a file's bytes in the place of the text that they were judged as. */
function withFiles(body, files) {
	return Object.fromEntries(Object.entries(Object(body)).map(([name, value]) => {
		const sent = files.get(name) ?? [];
		if (typeof value === "string") return [name, sent[0] ?? value];
		if (!Array.isArray(value)) return [name, value];
		return [name, value.map((item, index) => typeof item === "string" ? sent[index] ?? item : item)];
	}));
}
/** Undefined for what is no JSON, which has none. */
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function nameOf(mediaType) {
	return isJson(mediaType) ? "JSON" : mediaType;
}
// ../mock-engine/src/engine/request-error.ts
/** Why a request cannot be read, and the status that says so. */
var RequestError = class extends Error {
	name = "RequestError";
	status;
	constructor(status, message) {
		super(message);
		this.status = status;
	}
};
// ../mock-engine/src/engine/request-log.ts
/** What comes on top pushes out the oldest, so that a mock that serves for days does not grow. */
function createRequestLog(masker, { requests = 1e3, requestBytes = 4 * 2 ** 20 } = {}) {
	let entries = [];
	let bytes = 0;
	function publish({ request, operation, parameters = {
		path: {},
		query: {},
		header: {},
		cookie: {}
	}, body, reply }) {
		const { body: maskedBody, ...maskedParameters } = masker.values(operation, {
			...parameters,
			body
		});
		return {
			operationId: operation?.operationId,
			method: request.method,
			path: masker.path(operation, request.pathname),
			parameters: maskedParameters,
			headers: masker.headers(operation, request.headers),
			body: maskedBody,
			status: reply?.status,
			refusal: reply?.refusal
		};
	}
	return {
		add(entry) {
			entries.push(entry);
			if (entries.length < 2 * requests) return;
			entries = entries.slice(-requests);
			bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
		},
		weigh(more) {
			bytes += more;
			let dropped = 0;
			while (bytes > requestBytes && dropped < entries.length - 1) bytes -= entries[dropped++]?.bytes ?? 0;
			if (dropped > 0) entries = entries.slice(dropped);
		},
		read: (operationId) => (requests === 0 ? [] : entries.slice(-requests)).filter(({ operation }) => operationId === void 0 || operation?.operationId === operationId).map(publish),
		publish,
		clear() {
			entries = [];
			bytes = 0;
		}
	};
}
// ../mock-engine/src/engine/router.ts
/** Finds a path's operations in time that grows with its length, not with their number; literals go before templates. */
function createRouter(operations) {
	const root = createNode();
	for (const operation of operations) {
		let node = root;
		for (const segment of partsOf$1(operation.path).pathname.split("/").slice(1)) node = childFor(node, segment);
		node.operations.set(operation.method, operation);
	}
	return (pathname) => find(root, pathname.split("/"), 1, []);
}
const TEMPLATE = /\{([^}]+)\}/g;
/** Some write a query behind a path, which is no part of it, and call what stands in there the path's parameters. */
function partsOf$1(path) {
	const [pathname = "", query = ""] = path.split(/\{?\?(.*)/s);
	return {
		pathname,
		query
	};
}
/** A route's values by the names that an operation gives them: on one path, operations may differ in that. */
function pathValuesOf({ path }, { values }, search) {
	if (!path.includes("{")) return {};
	const { pathname, query } = partsOf$1(path);
	const named = [...pathname.matchAll(TEMPLATE)].map(([, name = ""], index) => [name, values[index] ?? ""]);
	const sent = new Map(query === "" ? [] : pairsOf(search.slice(1), "&"));
	const written = [...query.matchAll(/([^&=]+)=\{([^}]+)\}/g)].flatMap(([, key = "", name = ""]) => {
		const value = sent.get(key);
		return value === void 0 ? [] : [[name, value]];
	});
	return Object.fromEntries([...named, ...written]);
}
function createNode() {
	return {
		literals: /* @__PURE__ */ new Map(),
		templates: [],
		operations: /* @__PURE__ */ new Map()
	};
}
function childFor(node, segment) {
	if (!segment.includes("{")) {
		const name = decode(segment);
		const literal = node.literals.get(name) ?? createNode();
		node.literals.set(name, literal);
		return literal;
	}
	const literalParts = segment.split(/\{[^}]+\}/).map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
	const source = literalParts.join("(.+?)");
	const known = node.templates.find((template) => template.source === source);
	if (known) return known.node;
	const template = {
		source,
		fixed: literalParts.join("").length,
		pattern: new RegExp(`^${source}$`),
		node: createNode()
	};
	node.templates.push(template);
	node.templates.sort((one, other) => other.fixed - one.fixed);
	return template.node;
}
function find(node, segments, index, values) {
	const segment = segments[index];
	if (segment === void 0) return node.operations.size === 0 ? void 0 : {
		operations: node.operations,
		values
	};
	const literal = node.literals.get(decode(segment));
	const route = literal && find(literal, segments, index + 1, values);
	if (route) return route;
	for (const template of node.templates) {
		const match = template.pattern.exec(segment);
		const found = match && find(template.node, segments, index + 1, [...values, ...match.slice(1)]);
		if (found) return found;
	}
}
// ../mock-engine/src/engine/security.ts
/** Tries an operation's security alternatives in turn. Returns the credentials that were accepted, or the refusal. */
function authenticate(operation, request, authenticators) {
	let firstRefusal;
	for (const alternative of operation.security) {
		const judgements = alternative.map((scheme) => judge(scheme, request, authenticators));
		const refusal = judgements.find(isRefusal);
		if (!refusal) return { credentials: judgements.find(isAccepted)?.credentials };
		firstRefusal ??= refusal;
	}
	return firstRefusal ?? { credentials: void 0 };
}
function isRefusal(judgement) {
	return "status" in judgement;
}
function isAccepted(judgement) {
	return !isRefusal(judgement);
}
function judge(scheme, request, authenticators) {
	if (scheme.kind === "other") return { credentials: "" };
	if (scheme.kind === "apiKey") {
		const credentials = {
			header: () => own(request.headers, scheme.name.toLowerCase()),
			query: () => new URLSearchParams(request.search).get(scheme.name),
			cookie: () => new URLSearchParams((request.headers.cookie ?? "").replaceAll(/;\s*/g, "&")).get(scheme.name)
		}[scheme.in]();
		return credentials ? { credentials } : {
			status: 401,
			message: `The ${scheme.in} ${scheme.name} is missing.`
		};
	}
	return judgeAuthorization(scheme.scheme, request.headers.authorization, authenticators);
}
/** Compares the scheme's name without regard to case (RFC 9110, section 11.1). */
function judgeAuthorization(scheme, authorization, authenticators) {
	const name = scheme.toLowerCase();
	const challenge = `${scheme.charAt(0).toUpperCase()}${scheme.slice(1)}`;
	const [, sentScheme = "", credentials = ""] = /^(\S+) +(\S.*)$/.exec(authorization ?? "") ?? [];
	if (sentScheme.toLowerCase() !== name) return {
		status: 401,
		message: `The header Authorization must be "${challenge} " and the credentials.`,
		headers: { "www-authenticate": challenge }
	};
	if (name === "basic" && !TOKEN68.test(credentials)) return {
		status: 401,
		message: "The credentials of the scheme Basic are not in base64.",
		headers: { "www-authenticate": challenge }
	};
	const result = authenticators.get(name)?.(credentials) ?? { credentials };
	if ("credentials" in result) return result;
	const error = name === "bearer" ? " error=\"invalid_token\"" : "";
	return {
		status: 401,
		message: result.refusal,
		headers: { "www-authenticate": challenge + error }
	};
}
/** What RFC 7617 has for the scheme Basic (RFC 9110, section 11.2). */
const TOKEN68 = /^[\w.~+/-]+=*$/;
// ../mock-engine/src/engine/engine.ts
const partsByApi = /* @__PURE__ */ new WeakMap();
function partsOf(api, findValidator) {
	const known = partsByApi.get(api);
	if (known) return known;
	const parts = {
		route: createRouter(api.operations),
		replies: createReplyFactory(findValidator),
		masker: createMasker(api.operations),
		operationIds: api.operations.map(({ operationId }) => operationId)
	};
	partsByApi.set(api, parts);
	return parts;
}
function createEngine(api, findValidator, behaviour, { seed = 1, limits, onRequest } = {}) {
	const { route, replies, masker, operationIds } = partsOf(api, findValidator);
	const log = createRequestLog(masker, limits);
	const overrides = createOverrides(replies);
	const faults = createFaultInjector(operationIds, seed);
	function operationOf(request) {
		const found = route(request.pathname);
		if (!found) {
			const nearest = nearestPath(request.pathname, api.operations);
			const hint = nearest === void 0 ? "" : ` Did you mean ${nearest}?`;
			return {
				status: 404,
				message: `The API has no path ${request.pathname}.${hint}`
			};
		}
		const method = request.method === "HEAD" && !found.operations.has("HEAD") ? "GET" : request.method;
		const operation = found.operations.get(method);
		if (operation) return {
			operation,
			pathValues: pathValuesOf(operation, found, request.search)
		};
		const allow = [...found.operations.keys()].join(", ");
		if (method === "OPTIONS") return {
			status: 204,
			headers: { allow }
		};
		return {
			status: 405,
			message: `${request.pathname} does not take ${request.method}, only ${allow}.`,
			headers: { allow }
		};
	}
	async function handle(request) {
		const target = operationOf(request);
		const operation = "operation" in target ? target.operation : void 0;
		const { method, pathname, headers } = request;
		const entry = {
			request: {
				method,
				pathname,
				headers
			},
			operation,
			bytes: 0
		};
		log.add(entry);
		const refuse = (refusal) => ({
			...replies.refuse(operation, refusal),
			refusal: refusal.message
		});
		const answers = {
			async own() {
				if ("status" in target) return "message" in target ? {
					...refuse(target),
					isUnknown: true
				} : target;
				const outcome = await serve(target.operation, target.pathValues, request, entry);
				if (!("message" in outcome)) return outcome;
				return refuse({
					...outcome,
					status: describedStatus(target.operation, outcome.status)
				});
			},
			status: (status, headers) => refuse({
				status,
				message: "The mock API was told to fail.",
				headers
			})
		};
		const decide = (reply) => {
			entry.reply = {
				status: reply.status,
				refusal: reply.refusal
			};
			return reply;
		};
		try {
			const reply = decide(sendable(await faults.serve(operation?.operationId, answers)));
			onRequest?.(log.publish(entry));
			return reply;
		} catch (error) {
			return decide(error instanceof RequestError ? refuse(error) : failed(error));
		}
	}
	/** Security first, then parameters and body, then the reply: a stranger learns nothing about what is valid. */
	async function serve(operation, pathValues, request, entry) {
		const authentication = authenticate(operation, request, behaviour.authenticators);
		if ("status" in authentication) return authentication;
		if (operation.parametersSchema !== void 0) {
			const result = readParameters(operation, request, pathValues, findValidator);
			if ("status" in result) return result;
			entry.parameters = result.parameters;
		}
		if (operation.requestBody) {
			const bytes = await request.readBytes();
			entry.bytes = bytes.length;
			log.weigh(bytes.length);
			const result = await readRequestBody(operation.requestBody, request.headers, bytes, findValidator);
			if ("status" in result) return result;
			entry.body = result.body;
		}
		const preference = readPreference(request);
		if (typeof preference === "string") return {
			status: 400,
			message: preference
		};
		if (preference) {
			const { delayMs, ...init } = preference;
			if (delayMs > 0) await delay(delayMs);
			if (init.status !== void 0 || init.example !== void 0) return replies.preferred(operation, init, request.headers.accept);
		}
		const override = overrides.take(operation.operationId);
		if (override) {
			if (override.delayMs) await delay(override.delayMs);
			return override.next(log.publish(entry));
		}
		const outcome = await behaviour.operations.get(operation.operationId)?.({
			body: entry.body,
			parameters: entry.parameters ?? {},
			credentials: authentication.credentials
		});
		if (!outcome) return replies.success(operation, request.headers.accept);
		if ("refusal" in outcome) return {
			status: outcome.status ?? 401,
			message: outcome.refusal
		};
		return replies.build(operation, {
			status: replies.successStatus(operation),
			body: outcome.body
		});
	}
	function operationNamed(operationId) {
		const operation = api.operations.find((candidate) => candidate.operationId === operationId);
		if (operation) return operation;
		throw new TypeError(`There is no operation ${operationId}: the spec has ${operationIds.join(", ")}.`);
	}
	return {
		handle,
		maskTarget(request) {
			const target = operationOf(request);
			const operation = "operation" in target ? target.operation : void 0;
			return masker.path(operation, request.pathname) + masker.search(operation, request.search);
		},
		override: (operationId, reply, options) => overrides.add(operationNamed(operationId), reply, options),
		requests(operationId) {
			if (operationId !== void 0) operationNamed(operationId);
			return log.read(operationId);
		},
		faults,
		reset() {
			overrides.clear();
			faults.reset();
			log.clear();
		}
	};
}
/** Whatever a document or a function makes of a reply, what cannot be sent is not. */
function sendable(reply) {
	if (reply.status === 0) return reply;
	const problem = unsendable(reply.status, reply.headers);
	if (problem) throw new TypeError(`The reply cannot be sent: ${problem}.`);
	if (!BODILESS.has(reply.status)) return reply;
	const { body, ...others } = reply;
	return others;
}
/** What a test's own function throws, or a fault of the document: the caller sees why, and the mock goes on. */
function failed(error) {
	const message = error instanceof Error ? error.message : String(error);
	return {
		status: 500,
		headers: { "content-type": "text/plain; charset=utf-8" },
		body: message,
		refusal: message
	};
}
// ../mock-engine/src/engine/send-webhook.ts
/**
* Sends what the API sends by itself, as its webhooks and callbacks describe it, to where a test listens.
*
* @throws TypeError before anything is sent, if there is no such webhook or callback, or the body breaks the spec.
*/
async function sendWebhook({ webhooks }, findValidator, operationId, { body, headers = {} }, url) {
	const webhook = webhooks.find((candidate) => candidate.operationId === operationId);
	if (!webhook) {
		const known = webhooks.map((candidate) => candidate.operationId).join(", ");
		throw new TypeError(`There is no webhook or callback ${operationId}: the spec has ${known || "none"}.`);
	}
	const { method, requestBody } = webhook;
	const [mediaType, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
	if (body === void 0) {
		if (requestBody?.required) throw new TypeError(`${operationId} breaks the spec: its body is missing.`);
		return fetch(url, {
			method,
			headers
		});
	}
	if (mediaType === void 0 || !content) throw new TypeError(`${operationId} breaks the spec: it has no body.`);
	const validate = findValidator(content.schema);
	if (validate && !validate(body)) throw new TypeError(`The body of ${operationId} breaks the spec: ${describeErrors(validate)}.`);
	return fetch(url, {
		method,
		headers: {
			"Content-Type": concreteOf(mediaType),
			...headers
		},
		body: isJson(mediaType) || typeof body !== "string" ? JSON.stringify(body) : body
	});
}
// src/m800/accounts.ts
/** The account of a mock API that was given none. Username and password are those of M800's Getting Started page. */
const defaultAccount = {
	username: "testusername",
	securityToken: "test-security-token",
	password: "12345678"
};
/** Reads accounts from parsed JSON. @throws TypeError saying which entry lacks what. */
function parseAccounts(value) {
	if (!Array.isArray(value) || value.length === 0) throw new TypeError("accounts must be an array of at least one account.");
	return value.map((entry, index) => {
		if (!isRecord(entry)) throw new TypeError(`accounts[${index}] must be an object.`);
		const { username, securityToken, password, countries } = entry;
		if (!isText(username)) throw new TypeError(`accounts[${index}].username must be a non-empty string.`);
		if (!isText(securityToken)) throw new TypeError(`accounts[${index}].securityToken must be a non-empty string.`);
		if (password !== void 0 && !isText(password)) throw new TypeError(`accounts[${index}].password must be a non-empty string, or left out.`);
		if (countries !== void 0 && !(Array.isArray(countries) && countries.every(isText))) throw new TypeError(`accounts[${index}].countries must be an array of country codes, or left out.`);
		return {
			username,
			securityToken,
			...password !== void 0 && { password },
			...countries !== void 0 && { countries }
		};
	});
}
function isRecord(value) {
	return typeof value === "object" && value !== null;
}
function isText(value) {
	return typeof value === "string" && value !== "";
}
// src/generated/api.gen.ts
const api = {
	"baseUrl": "https://gateway.m800.invalid",
	"operations": [{
		"operationId": "createToken",
		"method": "POST",
		"path": "/token",
		"security": [[{
			"kind": "http",
			"scheme": "M800Auth"
		}]],
		"secrets": [
			{ "properties": { "body": 1 } },
			{ "also": [2] },
			{ "also": [3] },
			{ "properties": { "password": 4 } },
			{ "isSecret": true }
		],
		"parameters": [],
		"requestBody": {
			"required": true,
			"content": { "application/json": { "schema": "/x-added-schemas/createToken.request.application_json" } }
		},
		"responses": {
			"200": {
				"headers": {},
				"content": { "application/json": {
					"schema": "/components/schemas/AccessToken",
					"examples": { "fiveMinutes": "{\"access_token\":\"gfvxrjvhetsfhr\",\"expires_in\":300}" }
				} }
			},
			"400": {
				"headers": {},
				"content": { "application/json": {
					"schema": "/components/schemas/Error",
					"examples": { "invalidRequest": "{\"code\":\"invalid_request\",\"message\":\"The field username is missing.\"}" },
					"refusal": {
						"body": "{\"code\":\"invalid_request\",\"message\":\"The field username is missing.\"}",
						"place": ["message"]
					}
				} }
			},
			"401": {
				"headers": { "www-authenticate": {
					"required": true,
					"reading": "string",
					"style": "simple",
					"explode": false,
					"schema": "/x-added-schemas/createToken.401.header.WWW-Authenticate",
					"example": "M800Auth"
				} },
				"content": { "application/json": {
					"schema": "/components/schemas/Error",
					"examples": { "wrongCredentials": "{\"code\":\"invalid_credentials\",\"message\":\"The security token or the username is wrong.\"}" },
					"refusal": {
						"body": "{\"code\":\"invalid_credentials\",\"message\":\"The security token or the username is wrong.\"}",
						"place": ["message"]
					}
				} }
			},
			"429": {
				"headers": { "retry-after": {
					"required": false,
					"reading": "string",
					"style": "simple",
					"explode": false,
					"schema": "/x-added-schemas/createToken.429.header.Retry-After",
					"example": "1"
				} },
				"content": { "application/json": {
					"schema": "/components/schemas/Error",
					"examples": { "rateLimited": "{\"code\":\"rate_limited\",\"message\":\"Too many requests. Try again later.\"}" },
					"refusal": {
						"body": "{\"code\":\"rate_limited\",\"message\":\"Too many requests. Try again later.\"}",
						"place": ["message"]
					}
				} }
			},
			"500": {
				"headers": {},
				"content": { "application/json": {
					"schema": "/components/schemas/Error",
					"examples": { "internalError": "{\"code\":\"internal_error\",\"message\":\"Something went wrong.\"}" },
					"refusal": {
						"body": "{\"code\":\"internal_error\",\"message\":\"Something went wrong.\"}",
						"place": ["message"]
					}
				} }
			},
			"503": {
				"headers": { "retry-after": {
					"required": false,
					"reading": "string",
					"style": "simple",
					"explode": false,
					"schema": "/x-added-schemas/createToken.503.header.Retry-After",
					"example": "1"
				} },
				"content": { "application/json": {
					"schema": "/components/schemas/Error",
					"examples": { "unavailable": "{\"code\":\"unavailable\",\"message\":\"The service is unavailable. Try again later.\"}" },
					"refusal": {
						"body": "{\"code\":\"unavailable\",\"message\":\"The service is unavailable. Try again later.\"}",
						"place": ["message"]
					}
				} }
			}
		}
	}, {
		"operationId": "listCountries",
		"method": "GET",
		"path": "/countries",
		"security": [[{
			"kind": "http",
			"scheme": "bearer"
		}]],
		"secrets": [],
		"parameters": [],
		"responses": {
			"200": {
				"headers": {},
				"content": { "application/json": {
					"schema": "/components/schemas/CountryList",
					"examples": {
						"everyCountry": "{\"countries\":[{\"code\":\"ABW\",\"name\":\"Aruba\",\"prefix\":\"297\"},{\"code\":\"AFG\",\"name\":\"Afghanistan\",\"prefix\":\"93\"},{\"code\":\"AGO\",\"name\":\"Angola\",\"prefix\":\"244\"},{\"code\":\"AIA\",\"name\":\"Anguilla\",\"prefix\":\"1\"},{\"code\":\"ALA\",\"name\":\"Åland Islands\",\"prefix\":\"358\"},{\"code\":\"ALB\",\"name\":\"Albania\",\"prefix\":\"355\"},{\"code\":\"AND\",\"name\":\"Andorra\",\"prefix\":\"376\"},{\"code\":\"ARE\",\"name\":\"United Arab Emirates\",\"prefix\":\"971\"},{\"code\":\"ARG\",\"name\":\"Argentina\",\"prefix\":\"54\"},{\"code\":\"ARM\",\"name\":\"Armenia\",\"prefix\":\"374\"},{\"code\":\"ASM\",\"name\":\"American Samoa\",\"prefix\":\"1\"},{\"code\":\"ATG\",\"name\":\"Antigua and Barbuda\",\"prefix\":\"1\"},{\"code\":\"AUS\",\"name\":\"Australia\",\"prefix\":\"61\"},{\"code\":\"AUT\",\"name\":\"Austria\",\"prefix\":\"43\"},{\"code\":\"AZE\",\"name\":\"Azerbaijan\",\"prefix\":\"994\"},{\"code\":\"BDI\",\"name\":\"Burundi\",\"prefix\":\"257\"},{\"code\":\"BEL\",\"name\":\"Belgium\",\"prefix\":\"32\"},{\"code\":\"BEN\",\"name\":\"Benin\",\"prefix\":\"229\"},{\"code\":\"BES\",\"name\":\"Bonaire, Sint Eustatius and Saba\",\"prefix\":\"599\"},{\"code\":\"BFA\",\"name\":\"Burkina Faso\",\"prefix\":\"226\"},{\"code\":\"BGD\",\"name\":\"Bangladesh\",\"prefix\":\"880\"},{\"code\":\"BGR\",\"name\":\"Bulgaria\",\"prefix\":\"359\"},{\"code\":\"BHR\",\"name\":\"Bahrain\",\"prefix\":\"973\"},{\"code\":\"BHS\",\"name\":\"Bahamas\",\"prefix\":\"1\"},{\"code\":\"BIH\",\"name\":\"Bosnia and Herzegovina\",\"prefix\":\"387\"},{\"code\":\"BLM\",\"name\":\"Saint Barthélemy\",\"prefix\":\"590\"},{\"code\":\"BLR\",\"name\":\"Belarus\",\"prefix\":\"375\"},{\"code\":\"BLZ\",\"name\":\"Belize\",\"prefix\":\"501\"},{\"code\":\"BMU\",\"name\":\"Bermuda\",\"prefix\":\"1\"},{\"code\":\"BOL\",\"name\":\"Bolivia\",\"prefix\":\"591\"},{\"code\":\"BRA\",\"name\":\"Brazil\",\"prefix\":\"55\"},{\"code\":\"BRB\",\"name\":\"Barbados\",\"prefix\":\"1\"},{\"code\":\"BRN\",\"name\":\"Brunei Darussalam\",\"prefix\":\"673\"},{\"code\":\"BTN\",\"name\":\"Bhutan\",\"prefix\":\"975\"},{\"code\":\"BWA\",\"name\":\"Botswana\",\"prefix\":\"267\"},{\"code\":\"CAF\",\"name\":\"Central African Republic\",\"prefix\":\"236\"},{\"code\":\"CAN\",\"name\":\"Canada\",\"prefix\":\"1\"},{\"code\":\"CCK\",\"name\":\"Cocos (Keeling) Islands\",\"prefix\":\"61\"},{\"code\":\"CHE\",\"name\":\"Switzerland\",\"prefix\":\"41\"},{\"code\":\"CHL\",\"name\":\"Chile\",\"prefix\":\"56\"},{\"code\":\"CHN\",\"name\":\"People's Republic of China\",\"prefix\":\"86\"},{\"code\":\"CIV\",\"name\":\"Cote d'Ivoire\",\"prefix\":\"225\"},{\"code\":\"CMR\",\"name\":\"Cameroon\",\"prefix\":\"237\"},{\"code\":\"COD\",\"name\":\"Democratic Republic of the Congo\",\"prefix\":\"243\"},{\"code\":\"COG\",\"name\":\"Republic of the Congo\",\"prefix\":\"242\"},{\"code\":\"COK\",\"name\":\"Cook Islands\",\"prefix\":\"682\"},{\"code\":\"COL\",\"name\":\"Colombia\",\"prefix\":\"57\"},{\"code\":\"COM\",\"name\":\"Comoros\",\"prefix\":\"269\"},{\"code\":\"CPV\",\"name\":\"Cape Verde\",\"prefix\":\"238\"},{\"code\":\"CRI\",\"name\":\"Costa Rica\",\"prefix\":\"506\"},{\"code\":\"CUB\",\"name\":\"Cuba\",\"prefix\":\"53\"},{\"code\":\"CUW\",\"name\":\"Curaçao\",\"prefix\":\"599\"},{\"code\":\"CXR\",\"name\":\"Christmas Island\",\"prefix\":\"61\"},{\"code\":\"CYM\",\"name\":\"Cayman Islands\",\"prefix\":\"1\"},{\"code\":\"CYP\",\"name\":\"Cyprus\",\"prefix\":\"357\"},{\"code\":\"CZE\",\"name\":\"Czech Republic\",\"prefix\":\"420\"},{\"code\":\"DEU\",\"name\":\"Germany\",\"prefix\":\"49\"},{\"code\":\"DJI\",\"name\":\"Djibouti\",\"prefix\":\"253\"},{\"code\":\"DMA\",\"name\":\"Dominica\",\"prefix\":\"1\"},{\"code\":\"DNK\",\"name\":\"Denmark\",\"prefix\":\"45\"},{\"code\":\"DOM\",\"name\":\"Dominican Republic\",\"prefix\":\"1\"},{\"code\":\"DZA\",\"name\":\"Algeria\",\"prefix\":\"213\"},{\"code\":\"ECU\",\"name\":\"Ecuador\",\"prefix\":\"593\"},{\"code\":\"EGY\",\"name\":\"Egypt\",\"prefix\":\"20\"},{\"code\":\"ERI\",\"name\":\"Eritrea\",\"prefix\":\"291\"},{\"code\":\"ESH\",\"name\":\"Western Sahara\",\"prefix\":\"212\"},{\"code\":\"ESP\",\"name\":\"Spain\",\"prefix\":\"34\"},{\"code\":\"EST\",\"name\":\"Estonia\",\"prefix\":\"372\"},{\"code\":\"ETH\",\"name\":\"Ethiopia\",\"prefix\":\"251\"},{\"code\":\"FIN\",\"name\":\"Finland\",\"prefix\":\"358\"},{\"code\":\"FJI\",\"name\":\"Fiji\",\"prefix\":\"679\"},{\"code\":\"FLK\",\"name\":\"Falkland Islands (Malvinas)\",\"prefix\":\"500\"},{\"code\":\"FRA\",\"name\":\"France\",\"prefix\":\"33\"},{\"code\":\"FRO\",\"name\":\"Faroe Islands\",\"prefix\":\"298\"},{\"code\":\"FSM\",\"name\":\"Micronesia, Federated States of\",\"prefix\":\"691\"},{\"code\":\"GAB\",\"name\":\"Gabon\",\"prefix\":\"241\"},{\"code\":\"GBR\",\"name\":\"United Kingdom\",\"prefix\":\"44\"},{\"code\":\"GEO\",\"name\":\"Georgia\",\"prefix\":\"995\"},{\"code\":\"GGY\",\"name\":\"Guernsey\",\"prefix\":\"44\"},{\"code\":\"GHA\",\"name\":\"Ghana\",\"prefix\":\"233\"},{\"code\":\"GIB\",\"name\":\"Gibraltar\",\"prefix\":\"350\"},{\"code\":\"GIN\",\"name\":\"Guinea\",\"prefix\":\"224\"},{\"code\":\"GLP\",\"name\":\"Guadeloupe\",\"prefix\":\"590\"},{\"code\":\"GMB\",\"name\":\"Republic of The Gambia\",\"prefix\":\"220\"},{\"code\":\"GNB\",\"name\":\"Guinea-Bissau\",\"prefix\":\"245\"},{\"code\":\"GNQ\",\"name\":\"Equatorial Guinea\",\"prefix\":\"240\"},{\"code\":\"GRC\",\"name\":\"Greece\",\"prefix\":\"30\"},{\"code\":\"GRD\",\"name\":\"Grenada\",\"prefix\":\"1\"},{\"code\":\"GRL\",\"name\":\"Greenland\",\"prefix\":\"299\"},{\"code\":\"GTM\",\"name\":\"Guatemala\",\"prefix\":\"502\"},{\"code\":\"GUF\",\"name\":\"French Guiana\",\"prefix\":\"594\"},{\"code\":\"GUM\",\"name\":\"Guam\",\"prefix\":\"1\"},{\"code\":\"GUY\",\"name\":\"Guyana\",\"prefix\":\"592\"},{\"code\":\"HKG\",\"name\":\"Hong Kong\",\"prefix\":\"852\"},{\"code\":\"HND\",\"name\":\"Honduras\",\"prefix\":\"504\"},{\"code\":\"HRV\",\"name\":\"Croatia\",\"prefix\":\"385\"},{\"code\":\"HTI\",\"name\":\"Haiti\",\"prefix\":\"509\"},{\"code\":\"HUN\",\"name\":\"Hungary\",\"prefix\":\"36\"},{\"code\":\"IDN\",\"name\":\"Indonesia\",\"prefix\":\"62\"},{\"code\":\"IMN\",\"name\":\"Isle of Man\",\"prefix\":\"44\"},{\"code\":\"IND\",\"name\":\"India\",\"prefix\":\"91\"},{\"code\":\"IOT\",\"name\":\"British Indian Ocean Territory\",\"prefix\":\"246\"},{\"code\":\"IRL\",\"name\":\"Ireland\",\"prefix\":\"353\"},{\"code\":\"IRN\",\"name\":\"Islamic Republic of Iran\",\"prefix\":\"98\"},{\"code\":\"IRQ\",\"name\":\"Iraq\",\"prefix\":\"964\"},{\"code\":\"ISL\",\"name\":\"Iceland\",\"prefix\":\"354\"},{\"code\":\"ISR\",\"name\":\"Israel\",\"prefix\":\"972\"},{\"code\":\"ITA\",\"name\":\"Italy\",\"prefix\":\"39\"},{\"code\":\"JAM\",\"name\":\"Jamaica\",\"prefix\":\"1\"},{\"code\":\"JEY\",\"name\":\"Jersey\",\"prefix\":\"44\"},{\"code\":\"JOR\",\"name\":\"Jordan\",\"prefix\":\"962\"},{\"code\":\"JPN\",\"name\":\"Japan\",\"prefix\":\"81\"},{\"code\":\"KAZ\",\"name\":\"Kazakhstan\",\"prefix\":\"7\"},{\"code\":\"KEN\",\"name\":\"Kenya\",\"prefix\":\"254\"},{\"code\":\"KGZ\",\"name\":\"Kyrgyzstan\",\"prefix\":\"996\"},{\"code\":\"KHM\",\"name\":\"Cambodia\",\"prefix\":\"855\"},{\"code\":\"KIR\",\"name\":\"Kiribati\",\"prefix\":\"686\"},{\"code\":\"KNA\",\"name\":\"Saint Kitts and Nevis\",\"prefix\":\"1\"},{\"code\":\"KOR\",\"name\":\"South Korea\",\"prefix\":\"82\"},{\"code\":\"KWT\",\"name\":\"Kuwait\",\"prefix\":\"965\"},{\"code\":\"LAO\",\"name\":\"Lao People's Democratic Republic\",\"prefix\":\"856\"},{\"code\":\"LBN\",\"name\":\"Lebanon\",\"prefix\":\"961\"},{\"code\":\"LBR\",\"name\":\"Liberia\",\"prefix\":\"231\"},{\"code\":\"LBY\",\"name\":\"Libya\",\"prefix\":\"218\"},{\"code\":\"LCA\",\"name\":\"Saint Lucia\",\"prefix\":\"1\"},{\"code\":\"LIE\",\"name\":\"Liechtenstein\",\"prefix\":\"423\"},{\"code\":\"LKA\",\"name\":\"Sri Lanka\",\"prefix\":\"94\"},{\"code\":\"LSO\",\"name\":\"Lesotho\",\"prefix\":\"266\"},{\"code\":\"LTU\",\"name\":\"Lithuania\",\"prefix\":\"370\"},{\"code\":\"LUX\",\"name\":\"Luxembourg\",\"prefix\":\"352\"},{\"code\":\"LVA\",\"name\":\"Latvia\",\"prefix\":\"371\"},{\"code\":\"MAC\",\"name\":\"Macao\",\"prefix\":\"853\"},{\"code\":\"MAF\",\"name\":\"Saint Martin (French part)\",\"prefix\":\"590\"},{\"code\":\"MAR\",\"name\":\"Morocco\",\"prefix\":\"212\"},{\"code\":\"MCO\",\"name\":\"Monaco\",\"prefix\":\"377\"},{\"code\":\"MDA\",\"name\":\"Moldova, Republic of\",\"prefix\":\"373\"},{\"code\":\"MDG\",\"name\":\"Madagascar\",\"prefix\":\"261\"},{\"code\":\"MDV\",\"name\":\"Maldives\",\"prefix\":\"960\"},{\"code\":\"MEX\",\"name\":\"Mexico\",\"prefix\":\"52\"},{\"code\":\"MHL\",\"name\":\"Marshall Islands\",\"prefix\":\"692\"},{\"code\":\"MKD\",\"name\":\"The Republic of North Macedonia\",\"prefix\":\"389\"},{\"code\":\"MLI\",\"name\":\"Mali\",\"prefix\":\"223\"},{\"code\":\"MLT\",\"name\":\"Malta\",\"prefix\":\"356\"},{\"code\":\"MMR\",\"name\":\"Myanmar\",\"prefix\":\"95\"},{\"code\":\"MNE\",\"name\":\"Montenegro\",\"prefix\":\"382\"},{\"code\":\"MNG\",\"name\":\"Mongolia\",\"prefix\":\"976\"},{\"code\":\"MNP\",\"name\":\"Northern Mariana Islands\",\"prefix\":\"1\"},{\"code\":\"MOZ\",\"name\":\"Mozambique\",\"prefix\":\"258\"},{\"code\":\"MRT\",\"name\":\"Mauritania\",\"prefix\":\"222\"},{\"code\":\"MSR\",\"name\":\"Montserrat\",\"prefix\":\"1\"},{\"code\":\"MTQ\",\"name\":\"Martinique\",\"prefix\":\"596\"},{\"code\":\"MUS\",\"name\":\"Mauritius\",\"prefix\":\"230\"},{\"code\":\"MWI\",\"name\":\"Malawi\",\"prefix\":\"265\"},{\"code\":\"MYS\",\"name\":\"Malaysia\",\"prefix\":\"60\"},{\"code\":\"MYT\",\"name\":\"Mayotte\",\"prefix\":\"262\"},{\"code\":\"NAM\",\"name\":\"Namibia\",\"prefix\":\"264\"},{\"code\":\"NCL\",\"name\":\"New Caledonia\",\"prefix\":\"687\"},{\"code\":\"NER\",\"name\":\"Niger\",\"prefix\":\"227\"},{\"code\":\"NFK\",\"name\":\"Norfolk Island\",\"prefix\":\"672\"},{\"code\":\"NGA\",\"name\":\"Nigeria\",\"prefix\":\"234\"},{\"code\":\"NIC\",\"name\":\"Nicaragua\",\"prefix\":\"505\"},{\"code\":\"NIU\",\"name\":\"Niue\",\"prefix\":\"683\"},{\"code\":\"NLD\",\"name\":\"Netherlands\",\"prefix\":\"31\"},{\"code\":\"NOR\",\"name\":\"Norway\",\"prefix\":\"47\"},{\"code\":\"NPL\",\"name\":\"Nepal\",\"prefix\":\"977\"},{\"code\":\"NRU\",\"name\":\"Nauru\",\"prefix\":\"674\"},{\"code\":\"NZL\",\"name\":\"New Zealand\",\"prefix\":\"64\"},{\"code\":\"OMN\",\"name\":\"Oman\",\"prefix\":\"968\"},{\"code\":\"PAK\",\"name\":\"Pakistan\",\"prefix\":\"92\"},{\"code\":\"PAN\",\"name\":\"Panama\",\"prefix\":\"507\"},{\"code\":\"PER\",\"name\":\"Peru\",\"prefix\":\"51\"},{\"code\":\"PHL\",\"name\":\"Philippines\",\"prefix\":\"63\"},{\"code\":\"PLW\",\"name\":\"Palau\",\"prefix\":\"680\"},{\"code\":\"PNG\",\"name\":\"Papua New Guinea\",\"prefix\":\"675\"},{\"code\":\"POL\",\"name\":\"Poland\",\"prefix\":\"48\"},{\"code\":\"PRI\",\"name\":\"Puerto Rico\",\"prefix\":\"1\"},{\"code\":\"PRK\",\"name\":\"North Korea\",\"prefix\":\"850\"},{\"code\":\"PRT\",\"name\":\"Portugal\",\"prefix\":\"351\"},{\"code\":\"PRY\",\"name\":\"Paraguay\",\"prefix\":\"595\"},{\"code\":\"PSE\",\"name\":\"State of Palestine\",\"prefix\":\"970\"},{\"code\":\"PYF\",\"name\":\"French Polynesia\",\"prefix\":\"689\"},{\"code\":\"QAT\",\"name\":\"Qatar\",\"prefix\":\"974\"},{\"code\":\"REU\",\"name\":\"Reunion\",\"prefix\":\"262\"},{\"code\":\"ROU\",\"name\":\"Romania\",\"prefix\":\"40\"},{\"code\":\"RUS\",\"name\":\"Russian Federation\",\"prefix\":\"7\"},{\"code\":\"RWA\",\"name\":\"Rwanda\",\"prefix\":\"250\"},{\"code\":\"SAU\",\"name\":\"Saudi Arabia\",\"prefix\":\"966\"},{\"code\":\"SDN\",\"name\":\"Sudan\",\"prefix\":\"249\"},{\"code\":\"SEN\",\"name\":\"Senegal\",\"prefix\":\"221\"},{\"code\":\"SGP\",\"name\":\"Singapore\",\"prefix\":\"65\"},{\"code\":\"SHN\",\"name\":\"Saint Helena\",\"prefix\":\"290\"},{\"code\":\"SJM\",\"name\":\"Svalbard and Jan Mayen\",\"prefix\":\"47\"},{\"code\":\"SLB\",\"name\":\"Solomon Islands\",\"prefix\":\"677\"},{\"code\":\"SLE\",\"name\":\"Sierra Leone\",\"prefix\":\"232\"},{\"code\":\"SLV\",\"name\":\"El Salvador\",\"prefix\":\"503\"},{\"code\":\"SMR\",\"name\":\"San Marino\",\"prefix\":\"378\"},{\"code\":\"SOM\",\"name\":\"Somalia\",\"prefix\":\"252\"},{\"code\":\"SPM\",\"name\":\"Saint Pierre and Miquelon\",\"prefix\":\"508\"},{\"code\":\"SRB\",\"name\":\"Serbia\",\"prefix\":\"381\"},{\"code\":\"SSD\",\"name\":\"South Sudan\",\"prefix\":\"211\"},{\"code\":\"STP\",\"name\":\"Sao Tome and Principe\",\"prefix\":\"239\"},{\"code\":\"SUR\",\"name\":\"Suriname\",\"prefix\":\"597\"},{\"code\":\"SVK\",\"name\":\"Slovakia\",\"prefix\":\"421\"},{\"code\":\"SVN\",\"name\":\"Slovenia\",\"prefix\":\"386\"},{\"code\":\"SWE\",\"name\":\"Sweden\",\"prefix\":\"46\"},{\"code\":\"SWZ\",\"name\":\"Eswatini\",\"prefix\":\"268\"},{\"code\":\"SXM\",\"name\":\"Sint Maarten (Dutch part)\",\"prefix\":\"1\"},{\"code\":\"SYC\",\"name\":\"Seychelles\",\"prefix\":\"248\"},{\"code\":\"SYR\",\"name\":\"Syrian Arab Republic\",\"prefix\":\"963\"},{\"code\":\"TCA\",\"name\":\"Turks and Caicos Islands\",\"prefix\":\"1\"},{\"code\":\"TCD\",\"name\":\"Chad\",\"prefix\":\"235\"},{\"code\":\"TGO\",\"name\":\"Togo\",\"prefix\":\"228\"},{\"code\":\"THA\",\"name\":\"Thailand\",\"prefix\":\"66\"},{\"code\":\"TJK\",\"name\":\"Tajikistan\",\"prefix\":\"992\"},{\"code\":\"TKL\",\"name\":\"Tokelau\",\"prefix\":\"690\"},{\"code\":\"TKM\",\"name\":\"Turkmenistan\",\"prefix\":\"993\"},{\"code\":\"TLS\",\"name\":\"Timor-Leste\",\"prefix\":\"670\"},{\"code\":\"TON\",\"name\":\"Tonga\",\"prefix\":\"676\"},{\"code\":\"TTO\",\"name\":\"Trinidad and Tobago\",\"prefix\":\"1\"},{\"code\":\"TUN\",\"name\":\"Tunisia\",\"prefix\":\"216\"},{\"code\":\"TUR\",\"name\":\"Türkiye\",\"prefix\":\"90\"},{\"code\":\"TUV\",\"name\":\"Tuvalu\",\"prefix\":\"688\"},{\"code\":\"TWN\",\"name\":\"Taiwan, Province of China\",\"prefix\":\"886\"},{\"code\":\"TZA\",\"name\":\"United Republic of Tanzania\",\"prefix\":\"255\"},{\"code\":\"UGA\",\"name\":\"Uganda\",\"prefix\":\"256\"},{\"code\":\"UKR\",\"name\":\"Ukraine\",\"prefix\":\"380\"},{\"code\":\"URY\",\"name\":\"Uruguay\",\"prefix\":\"598\"},{\"code\":\"USA\",\"name\":\"United States of America\",\"prefix\":\"1\"},{\"code\":\"UZB\",\"name\":\"Uzbekistan\",\"prefix\":\"998\"},{\"code\":\"VAT\",\"name\":\"Holy See (Vatican City State)\",\"prefix\":\"39\"},{\"code\":\"VCT\",\"name\":\"Saint Vincent and the Grenadines\",\"prefix\":\"1\"},{\"code\":\"VEN\",\"name\":\"Venezuela\",\"prefix\":\"58\"},{\"code\":\"VGB\",\"name\":\"Virgin Islands, British\",\"prefix\":\"1\"},{\"code\":\"VIR\",\"name\":\"Virgin Islands, U.S.\",\"prefix\":\"1\"},{\"code\":\"VNM\",\"name\":\"Vietnam\",\"prefix\":\"84\"},{\"code\":\"VUT\",\"name\":\"Vanuatu\",\"prefix\":\"678\"},{\"code\":\"WLF\",\"name\":\"Wallis and Futuna\",\"prefix\":\"681\"},{\"code\":\"WSM\",\"name\":\"Samoa\",\"prefix\":\"685\"},{\"code\":\"YEM\",\"name\":\"Yemen\",\"prefix\":\"967\"},{\"code\":\"ZAF\",\"name\":\"South Africa\",\"prefix\":\"27\"},{\"code\":\"ZMB\",\"name\":\"Zambia\",\"prefix\":\"260\"},{\"code\":\"ZWE\",\"name\":\"Zimbabwe\",\"prefix\":\"263\"}]}",
						"none": "{\"countries\":[]}"
					}
				} }
			},
			"400": {
				"headers": {},
				"content": { "application/json": {
					"schema": "/components/schemas/Error",
					"examples": { "invalidRequest": "{\"code\":\"invalid_request\",\"message\":\"The field username is missing.\"}" },
					"refusal": {
						"body": "{\"code\":\"invalid_request\",\"message\":\"The field username is missing.\"}",
						"place": ["message"]
					}
				} }
			},
			"401": {
				"headers": { "www-authenticate": {
					"required": true,
					"reading": "string",
					"style": "simple",
					"explode": false,
					"schema": "/x-added-schemas/listCountries.401.header.WWW-Authenticate",
					"example": "Bearer error=\"invalid_token\""
				} },
				"content": { "application/json": {
					"schema": "/components/schemas/Error",
					"examples": { "tokenRefused": "{\"code\":\"invalid_token\",\"message\":\"The access token has expired.\"}" },
					"refusal": {
						"body": "{\"code\":\"invalid_token\",\"message\":\"The access token has expired.\"}",
						"place": ["message"]
					}
				} }
			},
			"429": {
				"headers": { "retry-after": {
					"required": false,
					"reading": "string",
					"style": "simple",
					"explode": false,
					"schema": "/x-added-schemas/listCountries.429.header.Retry-After",
					"example": "1"
				} },
				"content": { "application/json": {
					"schema": "/components/schemas/Error",
					"examples": { "rateLimited": "{\"code\":\"rate_limited\",\"message\":\"Too many requests. Try again later.\"}" },
					"refusal": {
						"body": "{\"code\":\"rate_limited\",\"message\":\"Too many requests. Try again later.\"}",
						"place": ["message"]
					}
				} }
			},
			"500": {
				"headers": {},
				"content": { "application/json": {
					"schema": "/components/schemas/Error",
					"examples": { "internalError": "{\"code\":\"internal_error\",\"message\":\"Something went wrong.\"}" },
					"refusal": {
						"body": "{\"code\":\"internal_error\",\"message\":\"Something went wrong.\"}",
						"place": ["message"]
					}
				} }
			},
			"503": {
				"headers": { "retry-after": {
					"required": false,
					"reading": "string",
					"style": "simple",
					"explode": false,
					"schema": "/x-added-schemas/listCountries.503.header.Retry-After",
					"example": "1"
				} },
				"content": { "application/json": {
					"schema": "/components/schemas/Error",
					"examples": { "unavailable": "{\"code\":\"unavailable\",\"message\":\"The service is unavailable. Try again later.\"}" },
					"refusal": {
						"body": "{\"code\":\"unavailable\",\"message\":\"The service is unavailable. Try again later.\"}",
						"place": ["message"]
					}
				} }
			}
		}
	}],
	"webhooks": []
};
// src/generated/spec.gen.ts
/** Version of the OpenAPI description, its `info.version`. */
const specVersion = "0.1.0";
/** SHA-256 of the bundled OpenAPI description, in hex: equal in packages that were made from the same one. */
const specHash = "f8d8269e7edc5e1c5a307462f6b1de6b7438c6ae04599bf161ca671afcc6bb6d";
// src/generated/validators.gen.ts
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var require_ucs2length = __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	function ucs2length(str) {
		const len = str.length;
		let length = 0;
		let pos = 0;
		let value;
		while (pos < len) {
			length++;
			value = str.charCodeAt(pos++);
			if (value >= 55296 && value <= 56319 && pos < len) {
				value = str.charCodeAt(pos);
				if ((value & 64512) === 56320) pos++;
			}
		}
		return length;
	}
	exports.default = ucs2length;
	ucs2length.code = "require(\"ajv/dist/runtime/ucs2length\").default";
}));
const validate0_0 = validate1$1;
const func0$1 = Object.prototype.hasOwnProperty;
const func2 = require_ucs2length().default;
function validate1$1(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate1$1.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.username === void 0 || !func0$1.call(data, "username")) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "username" },
				message: "must have required property 'username'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.username !== void 0 && func0$1.call(data, "username")) {
			let data0 = data.username;
			if (typeof data0 === "string") {
				if (func2(data0) < 1) {
					const err1 = {
						instancePath: instancePath + "/username",
						schemaPath: "#/properties/username/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters"
					};
					if (vErrors === null) vErrors = [err1];
					else vErrors.push(err1);
					errors++;
				}
			} else {
				const err2 = {
					instancePath: instancePath + "/username",
					schemaPath: "#/properties/username/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.password !== void 0 && func0$1.call(data, "password")) {
			let data1 = data.password;
			if (typeof data1 === "string") {
				if (func2(data1) < 1) {
					const err3 = {
						instancePath: instancePath + "/password",
						schemaPath: "#/properties/password/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters"
					};
					if (vErrors === null) vErrors = [err3];
					else vErrors.push(err3);
					errors++;
				}
			} else {
				const err4 = {
					instancePath: instancePath + "/password",
					schemaPath: "#/properties/password/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
	} else {
		const err5 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err5];
		else vErrors.push(err5);
		errors++;
	}
	validate1$1.errors = vErrors;
	return errors === 0;
}
validate1$1.evaluated = {
	"props": {
		"username": true,
		"password": true
	},
	"dynamicProps": false,
	"dynamicItems": false
};
const validate1_0 = validate1;
const func0 = Object.prototype.hasOwnProperty;
const func3 = require_ucs2length().default;
const pattern0 = /* @__PURE__ */ new RegExp("^[A-Za-z0-9\\-._~+/]+=*$", "u");
function validate1(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate1.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.access_token === void 0 || !func0.call(data, "access_token")) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "access_token" },
				message: "must have required property 'access_token'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.expires_in === void 0 || !func0.call(data, "expires_in")) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "expires_in" },
				message: "must have required property 'expires_in'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.access_token !== void 0 && func0.call(data, "access_token")) {
			let data0 = data.access_token;
			if (typeof data0 === "string") {
				if (func3(data0) < 1) {
					const err2 = {
						instancePath: instancePath + "/access_token",
						schemaPath: "#/properties/access_token/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters"
					};
					if (vErrors === null) vErrors = [err2];
					else vErrors.push(err2);
					errors++;
				}
				if (!pattern0.test(data0)) {
					const err3 = {
						instancePath: instancePath + "/access_token",
						schemaPath: "#/properties/access_token/pattern",
						keyword: "pattern",
						params: { pattern: "^[A-Za-z0-9\\-._~+/]+=*$" },
						message: "must match pattern \"^[A-Za-z0-9\\-._~+/]+=*$\""
					};
					if (vErrors === null) vErrors = [err3];
					else vErrors.push(err3);
					errors++;
				}
			} else {
				const err4 = {
					instancePath: instancePath + "/access_token",
					schemaPath: "#/properties/access_token/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
		if (data.expires_in !== void 0 && func0.call(data, "expires_in")) {
			let data1 = data.expires_in;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1))) {
				const err5 = {
					instancePath: instancePath + "/expires_in",
					schemaPath: "#/properties/expires_in/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer"
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
			if (typeof data1 == "number") {
				if (data1 < 1 || isNaN(data1)) {
					const err6 = {
						instancePath: instancePath + "/expires_in",
						schemaPath: "#/properties/expires_in/minimum",
						keyword: "minimum",
						params: {
							comparison: ">=",
							limit: 1
						},
						message: "must be >= 1"
					};
					if (vErrors === null) vErrors = [err6];
					else vErrors.push(err6);
					errors++;
				}
			}
		}
	} else {
		const err7 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err7];
		else vErrors.push(err7);
		errors++;
	}
	validate1.errors = vErrors;
	return errors === 0;
}
validate1.evaluated = {
	"props": {
		"access_token": true,
		"expires_in": true
	},
	"dynamicProps": false,
	"dynamicItems": false
};
const validate1_1 = validate2;
function validate2(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate2.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.code === void 0 || !func0.call(data, "code")) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "code" },
				message: "must have required property 'code'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.message === void 0 || !func0.call(data, "message")) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "message" },
				message: "must have required property 'message'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.code !== void 0 && func0.call(data, "code")) {
			let data0 = data.code;
			if (typeof data0 === "string") {
				if (func3(data0) < 1) {
					const err2 = {
						instancePath: instancePath + "/code",
						schemaPath: "#/properties/code/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters"
					};
					if (vErrors === null) vErrors = [err2];
					else vErrors.push(err2);
					errors++;
				}
			} else {
				const err3 = {
					instancePath: instancePath + "/code",
					schemaPath: "#/properties/code/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		if (data.message !== void 0 && func0.call(data, "message")) {
			let data1 = data.message;
			if (typeof data1 === "string") {
				if (func3(data1) < 1) {
					const err4 = {
						instancePath: instancePath + "/message",
						schemaPath: "#/properties/message/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters"
					};
					if (vErrors === null) vErrors = [err4];
					else vErrors.push(err4);
					errors++;
				}
			} else {
				const err5 = {
					instancePath: instancePath + "/message",
					schemaPath: "#/properties/message/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
	} else {
		const err6 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err6];
		else vErrors.push(err6);
		errors++;
	}
	validate2.errors = vErrors;
	return errors === 0;
}
validate2.evaluated = {
	"props": {
		"code": true,
		"message": true
	},
	"dynamicProps": false,
	"dynamicItems": false
};
const validate1_2 = validate3;
const pattern1 = /* @__PURE__ */ new RegExp("^M800Auth", "u");
function validate3(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate3.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (typeof data === "string") {
		if (!pattern1.test(data)) {
			const err0 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^M800Auth" },
				message: "must match pattern \"^M800Auth\""
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string"
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate3.errors = vErrors;
	return errors === 0;
}
validate3.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
const validate1_3 = validate4;
function validate4(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate4.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (typeof data === "string") {
		if (func3(data) < 1) {
			const err0 = {
				instancePath,
				schemaPath: "#/minLength",
				keyword: "minLength",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 characters"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string"
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate4.errors = vErrors;
	return errors === 0;
}
validate4.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
const validate1_4 = validate5;
function validate5(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate5.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (typeof data === "string") {
		if (func3(data) < 1) {
			const err0 = {
				instancePath,
				schemaPath: "#/minLength",
				keyword: "minLength",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 characters"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string"
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate5.errors = vErrors;
	return errors === 0;
}
validate5.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
const validate1_5 = validate6;
const pattern2 = /* @__PURE__ */ new RegExp("^[A-Z]{2,3}$", "u");
const pattern3 = /* @__PURE__ */ new RegExp("^[1-9][0-9]{0,2}$", "u");
function validate7(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate7.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.code === void 0 || !func0.call(data, "code")) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "code" },
				message: "must have required property 'code'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.name === void 0 || !func0.call(data, "name")) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "name" },
				message: "must have required property 'name'"
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.prefix === void 0 || !func0.call(data, "prefix")) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "prefix" },
				message: "must have required property 'prefix'"
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.code !== void 0 && func0.call(data, "code")) {
			let data0 = data.code;
			if (typeof data0 === "string") {
				if (!pattern2.test(data0)) {
					const err3 = {
						instancePath: instancePath + "/code",
						schemaPath: "#/properties/code/pattern",
						keyword: "pattern",
						params: { pattern: "^[A-Z]{2,3}$" },
						message: "must match pattern \"^[A-Z]{2,3}$\""
					};
					if (vErrors === null) vErrors = [err3];
					else vErrors.push(err3);
					errors++;
				}
			} else {
				const err4 = {
					instancePath: instancePath + "/code",
					schemaPath: "#/properties/code/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
		if (data.name !== void 0 && func0.call(data, "name")) {
			let data1 = data.name;
			if (typeof data1 === "string") {
				if (func3(data1) < 1) {
					const err5 = {
						instancePath: instancePath + "/name",
						schemaPath: "#/properties/name/minLength",
						keyword: "minLength",
						params: { limit: 1 },
						message: "must NOT have fewer than 1 characters"
					};
					if (vErrors === null) vErrors = [err5];
					else vErrors.push(err5);
					errors++;
				}
			} else {
				const err6 = {
					instancePath: instancePath + "/name",
					schemaPath: "#/properties/name/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err6];
				else vErrors.push(err6);
				errors++;
			}
		}
		if (data.prefix !== void 0 && func0.call(data, "prefix")) {
			let data2 = data.prefix;
			if (typeof data2 === "string") {
				if (!pattern3.test(data2)) {
					const err7 = {
						instancePath: instancePath + "/prefix",
						schemaPath: "#/properties/prefix/pattern",
						keyword: "pattern",
						params: { pattern: "^[1-9][0-9]{0,2}$" },
						message: "must match pattern \"^[1-9][0-9]{0,2}$\""
					};
					if (vErrors === null) vErrors = [err7];
					else vErrors.push(err7);
					errors++;
				}
			} else {
				const err8 = {
					instancePath: instancePath + "/prefix",
					schemaPath: "#/properties/prefix/type",
					keyword: "type",
					params: { type: "string" },
					message: "must be string"
				};
				if (vErrors === null) vErrors = [err8];
				else vErrors.push(err8);
				errors++;
			}
		}
	} else {
		const err9 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err9];
		else vErrors.push(err9);
		errors++;
	}
	validate7.errors = vErrors;
	return errors === 0;
}
validate7.evaluated = {
	"props": {
		"code": true,
		"name": true,
		"prefix": true
	},
	"dynamicProps": false,
	"dynamicItems": false
};
function validate6(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate6.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.countries === void 0 || !func0.call(data, "countries")) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "countries" },
				message: "must have required property 'countries'"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.countries !== void 0 && func0.call(data, "countries")) {
			let data0 = data.countries;
			if (Array.isArray(data0)) {
				const len0 = data0.length;
				for (let i0 = 0; i0 < len0; i0++) if (!validate7(data0[i0], {
					instancePath: instancePath + "/countries/" + i0,
					parentData: data0,
					parentDataProperty: i0,
					rootData,
					dynamicAnchors
				})) {
					vErrors = vErrors === null ? validate7.errors : vErrors.concat(validate7.errors);
					errors = vErrors.length;
				}
			} else {
				const err1 = {
					instancePath: instancePath + "/countries",
					schemaPath: "#/properties/countries/type",
					keyword: "type",
					params: { type: "array" },
					message: "must be array"
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
	} else {
		const err2 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object"
		};
		if (vErrors === null) vErrors = [err2];
		else vErrors.push(err2);
		errors++;
	}
	validate6.errors = vErrors;
	return errors === 0;
}
validate6.evaluated = {
	"props": { "countries": true },
	"dynamicProps": false,
	"dynamicItems": false
};
const validate1_6 = validate9;
const pattern4 = /* @__PURE__ */ new RegExp("^Bearer", "u");
function validate9(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate9.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (typeof data === "string") {
		if (!pattern4.test(data)) {
			const err0 = {
				instancePath,
				schemaPath: "#/pattern",
				keyword: "pattern",
				params: { pattern: "^Bearer" },
				message: "must match pattern \"^Bearer\""
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string"
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate9.errors = vErrors;
	return errors === 0;
}
validate9.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
const validate1_7 = validate10;
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate10.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (typeof data === "string") {
		if (func3(data) < 1) {
			const err0 = {
				instancePath,
				schemaPath: "#/minLength",
				keyword: "minLength",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 characters"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string"
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate10.errors = vErrors;
	return errors === 0;
}
validate10.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
const validate1_8 = validate11;
function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	const evaluated0 = validate11.evaluated;
	if (evaluated0.dynamicProps) evaluated0.props = void 0;
	if (evaluated0.dynamicItems) evaluated0.items = void 0;
	if (typeof data === "string") {
		if (func3(data) < 1) {
			const err0 = {
				instancePath,
				schemaPath: "#/minLength",
				keyword: "minLength",
				params: { limit: 1 },
				message: "must NOT have fewer than 1 characters"
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" },
			message: "must be string"
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate11.errors = vErrors;
	return errors === 0;
}
validate11.evaluated = {
	"dynamicProps": false,
	"dynamicItems": false
};
const validators = {
	"/x-added-schemas/createToken.request.application_json": validate0_0,
	"/components/schemas/AccessToken": validate1_0,
	"/components/schemas/Error": validate1_1,
	"/x-added-schemas/createToken.401.header.WWW-Authenticate": validate1_2,
	"/x-added-schemas/createToken.429.header.Retry-After": validate1_3,
	"/x-added-schemas/createToken.503.header.Retry-After": validate1_4,
	"/components/schemas/CountryList": validate1_5,
	"/x-added-schemas/listCountries.401.header.WWW-Authenticate": validate1_6,
	"/x-added-schemas/listCountries.429.header.Retry-After": validate1_7,
	"/x-added-schemas/listCountries.503.header.Retry-After": validate1_8
};
// src/m800/success-example.ts
/** The JSON that the description gives as an operation's answer of success; undefined if it gives none. */
function successExampleOf({ responses }) {
	const [, response] = Object.entries(responses).find(([status]) => status.startsWith("2")) ?? [];
	const [, content] = Object.entries(response?.content ?? {}).find(([mediaType]) => mediaType.includes("json")) ?? [];
	const [example] = Object.values(content?.examples ?? {});
	return example === void 0 ? void 0 : JSON.parse(example);
}
// src/m800/token-operation.ts
/** The operation that issues tokens: the one that M800's own scheme secures. Undefined, if the API is not like M800's. */
function tokenOperationOf(api) {
	return api.operations.find((operation) => isSecuredBy(operation, "m800auth"));
}
/** @param scheme Of HTTP authentication, in lower case. */
function isSecuredBy(operation, scheme) {
	return schemesOf(operation).some((found) => found.kind === "http" && found.scheme.toLowerCase() === scheme);
}
/** A fault of the document is told where the operation is called. */
function schemesOf(operation) {
	try {
		return operation.security.flat();
	} catch {
		return [];
	}
}
// src/m800/restrict-countries.ts
/**
* The answers of an account that has some countries only, by operationId: the spec's own examples, with each list of
* countries restricted to the account's, whatever its place, shape and names.
*
* @throws TypeError naming a country that no such list has.
*/
function restrictCountries(api, { username, countries }) {
	const bodies = /* @__PURE__ */ new Map();
	if (!countries) return bodies;
	const found = /* @__PURE__ */ new Set();
	for (const operation of api.operations) {
		if (operation.method !== "GET" || !isSecuredBy(operation, "bearer")) continue;
		const whole = successExampleOf(operation);
		const restricted = restrict(whole, {
			countries,
			found,
			holders: holdersOf(whole, countries)
		});
		if (restricted !== whole) bodies.set(operation.operationId, restricted);
	}
	const missing = countries.find((code) => !found.has(code));
	if (missing === void 0) return bodies;
	throw new TypeError(`The account ${username} has the country "${missing}", which the spec's example lacks.`);
}
/** A list's entry that is a code itself, and a map whose keys are codes. */
const ENTRY = "";
const KEY = "{}";
/** ISO 3166-1, alpha-2 or alpha-3, as the API documents its country codes. */
const CODE = /^[A-Z]{2,3}$/;
/** Whatever holds one of the account's codes somewhere; of an account without any, whatever looks like a code. */
function holdersOf(value, countries, name = ENTRY) {
	const isCode = (text) => typeof text === "string" && (countries.length === 0 ? CODE.test(text) : countries.includes(text));
	if (typeof value !== "object" || value === null) return new Set(isCode(value) ? [name] : []);
	const holders = Array.isArray(value) ? value.flatMap((item) => [...holdersOf(item, countries)]) : Object.entries(value).flatMap(([key, child]) => [...isCode(key) ? [KEY] : [], ...holdersOf(child, countries, key)]);
	return new Set(holders);
}
/** The value itself, if there is no list of countries in it. */
function restrict(value, restriction) {
	if (typeof value !== "object" || value === null) return value;
	if (Array.isArray(value)) return restrictArray(value, restriction);
	const entries = Object.entries(value);
	if (isList(KEY, Object.keys(value), restriction)) return Object.fromEntries(restriction.countries.flatMap((code) => keep(code, entries, ([key]) => key, restriction)));
	const changed = entries.map(([key, child]) => [key, restrict(child, restriction)]);
	if (changed.every(([, child], index) => child === entries[index]?.[1])) return value;
	const lengths = new Map(changed.flatMap(([, after], index) => {
		const before = entries[index]?.[1];
		return Array.isArray(before) && Array.isArray(after) ? [[before.length, after.length]] : [];
	}));
	return Object.fromEntries(changed.map(([key, child]) => [key, typeof child === "number" ? lengths.get(child) ?? child : child]));
}
function restrictArray(items, restriction) {
	const holder = [...restriction.holders].find((name) => isList(name, items.map((item) => codeIn(item, name)), restriction));
	if (holder !== void 0) return restriction.countries.flatMap((code) => keep(code, items, (item) => codeIn(item, holder), restriction));
	const changed = items.map((item) => restrict(item, restriction));
	return changed.every((item, index) => item === items[index]) ? items : changed;
}
function codeIn(item, holder) {
	return holder === ENTRY ? item : Object.entries(Object(item)).find(([name]) => name === holder)?.[1];
}
/** The entries of one of the account's countries. */
function keep(code, entries, codeOf, { found }) {
	const kept = entries.filter((entry) => codeOf(entry) === code);
	if (kept.length > 0) found.add(code);
	return kept;
}
function isList(holder, codes, { holders }) {
	return holders.has(holder) && codes.length > 0 && codes.every((code) => typeof code === "string" && CODE.test(code));
}
// src/m800/behaviour.ts
/**
* All that is specific to M800: which credentials hold, that the token operation issues a token, and that an account may
* have some countries only. An API that issues no tokens as M800's does has its own rules: all credentials of the right form
* hold.
*/
function createM800Behaviour(accounts, tokens, api) {
	const tokenOperation = tokenOperationOf(api);
	if (!tokenOperation) return noBehaviour;
	const answersOf = new Map(accounts.map((account) => [account.username, restrictCountries(api, account)]));
	const authenticators = /* @__PURE__ */ new Map([["m800auth", (securityToken) => accounts.some((account) => account.securityToken === securityToken) ? { credentials: securityToken } : { refusal: "The security token is unknown." }], ["bearer", (token) => {
		const record = tokens.verify(token);
		return typeof record === "string" ? { refusal: record } : { credentials: token };
	}]]);
	let example;
	const issueToken = ({ body, credentials }) => {
		const { username, password } = fieldsOf(body);
		const account = accounts.find((candidate) => candidate.username === username && candidate.securityToken === credentials);
		if (!account) return { refusal: "The security token is not this username's." };
		if (account.password !== void 0 && password !== void 0 && password !== account.password) return { refusal: "The password is wrong." };
		const { token, issuedAt, expiresAt } = tokens.issue(account.username);
		const answer = {
			access_token: token,
			expires_in: (expiresAt - issuedAt) / 1e3
		};
		example ??= fieldsOf(successExampleOf(tokenOperation));
		return { body: {
			...example,
			...answer
		} };
	};
	function listRestricted(operationId, { credentials = "" }) {
		const record = tokens.verify(credentials);
		const body = typeof record === "string" ? void 0 : answersOf.get(record.username)?.get(operationId);
		return body === void 0 ? void 0 : { body };
	}
	const operations = /* @__PURE__ */ new Map();
	for (const operationId of [...answersOf.values()].flatMap((answers) => [...answers.keys()])) operations.set(operationId, (call) => listRestricted(operationId, call));
	operations.set(tokenOperation.operationId, issueToken);
	return {
		authenticators,
		operations
	};
}
function fieldsOf(body) {
	return typeof body === "object" && body !== null ? { ...body } : {};
}
// src/m800/tokens.ts
/** @param remembered Number of tokens that are kept though they have expired. */
function createTokenRegistry(clock, lifetimeSeconds, remembered = 1e3) {
	/** Oldest first. A list, since a map of as many costs more than the rest of a call. */
	let records = [];
	let forgotten = 0;
	let key = createKey();
	/** A token says which it is. */
	function recordOf(token) {
		const record = records[Number(token.split(".")[1]) - 1 - forgotten];
		return record?.token === token ? record : void 0;
	}
	/** All live equally long, so that the oldest expire first. */
	function forgetExpired() {
		const now = clock.now();
		const living = records.findIndex(({ expiresAt }) => expiresAt > now);
		const dead = Math.max(0, Math.min(living < 0 ? records.length : living, records.length - remembered));
		records.splice(0, dead);
		forgotten += dead;
	}
	return {
		issued() {
			forgetExpired();
			return records.map((record) => ({ ...record }));
		},
		expireAll() {
			const now = clock.now();
			for (const record of records) record.expiresAt = Math.min(record.expiresAt, now);
		},
		revokeAll() {
			for (const record of records) record.revoked = true;
		},
		revoke(token) {
			const record = recordOf(token);
			if (!record) throw new RangeError("tokens.revoke was given a token that this mock API never issued.");
			record.revoked = true;
		},
		issue(username) {
			const issuedAt = clock.now();
			const count = forgotten + records.length + 1;
			const record = {
				token: `mock.${count}.${key}`,
				username,
				issuedAt,
				expiresAt: issuedAt + lifetimeSeconds * 1e3,
				revoked: false
			};
			records.push(record);
			if (count % 1e3 === 0) forgetExpired();
			return record;
		},
		verify(token) {
			const record = recordOf(token);
			if (!record) return "The access token is unknown.";
			if (record.revoked) return "The access token has been revoked.";
			if (clock.now() >= record.expiresAt) return "The access token has expired.";
			return record;
		},
		reset() {
			records = [];
			forgotten = 0;
			key = createKey();
		}
	};
}
/** Tells the tokens of one registry from all others'. Not by randomUUID, which pages without https and simulated ones do not have. */
function createKey() {
	return crypto.getRandomValues(/* @__PURE__ */ new Uint32Array(4)).join("-");
}
// src/mock-engine.ts
const m800Spec = {
	api,
	findValidator: (key) => validators[key]
};
function createMockEngine({ spec = m800Spec, baseUrl = spec.api.baseUrl, accounts = [defaultAccount], tokenLifetimeSeconds = 300, seed = 1, limits = {}, onRequest } = {}) {
	if (!URL.canParse(baseUrl)) throw new TypeError(`baseUrl must be an absolute URL, not "${baseUrl}".`);
	if (!Number.isSafeInteger(tokenLifetimeSeconds) || tokenLifetimeSeconds < 1) throw new TypeError(`tokenLifetimeSeconds must be a whole number from 1 up, not ${tokenLifetimeSeconds}.`);
	if (!Number.isSafeInteger(seed)) throw new TypeError(`seed must be a whole number, not ${seed}.`);
	for (const [name, limit] of Object.entries(limits)) if (!(limit >= 0)) throw new TypeError(`limits.${name} must be a number from 0 up, not ${limit}.`);
	const clock = createClock();
	const tokens = createTokenRegistry(clock, tokenLifetimeSeconds, limits.expiredTokens);
	const behaviour = createM800Behaviour(parseAccounts(accounts), tokens, spec.api);
	const engine = createEngine(spec.api, spec.findValidator, behaviour, {
		seed,
		limits,
		onRequest
	});
	return {
		baseUrl: baseUrl.replace(/\/+$/, ""),
		basePath: new URL(baseUrl).pathname.replace(/\/+$/, ""),
		tokenOperation: tokenOperationOf(spec.api),
		handle: engine.handle,
		maskTarget: engine.maskTarget,
		override: engine.override,
		signature: spec === m800Spec ? { "m800-mock-spec": specHash } : {},
		controls: {
			tokens,
			clock,
			respondWith: engine.override,
			requests: engine.requests,
			send: (operationId, message, url) => sendWebhook(spec.api, spec.findValidator, operationId, message, url),
			faults: engine.faults,
			reset() {
				tokens.reset();
				clock.reset();
				engine.reset();
			}
		}
	};
}
export { api as a, createEngine as c, specVersion as i, RequestError as l, tokenOperationOf as n, defaultAccount as o, specHash as r, parseAccounts as s, createMockEngine as t };
