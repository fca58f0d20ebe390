// ../mock-engine/src/engine/random.ts
/** Pseudo-random numbers in [0, 1) that a seed decides (mulberry32: good enough for tests, in five lines). */
function createRandom(seed) {
	let state = seed | 0;
	return () => {
		state = state + 1831565813 | 0;
		let mixed = Math.imul(state ^ state >>> 15, state | 1);
		mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
		return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
	};
}
// ../mock-engine/src/engine/media-type.ts
/** Whether a content type is JSON: `application/json`, or any with the suffix `+json` (RFC 6839, section 3.1). */
function isJson(contentType) {
	return /[/+]json\s*(;|$)/i.test(contentType);
}
/** A content type without its parameters, in lower case. */
function essenceOf(contentType) {
	return contentType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
}
/** Of these parameters, what they say is not what the type is. */
const OF_THE_MESSAGE = /* @__PURE__ */ new Set([
	"charset",
	"boundary",
	"q"
]);
/** Parameters by name: they are part of the type (RFC 9110, section 8.3.1). */
function parametersOf(contentType) {
	const pairs = [...contentType.matchAll(/;\s*([^\s;=]+)=("[^"]*"|[^\s;]*)/g)].map(([, name = "", value = ""]) => [name.toLowerCase(), value.replace(/^"(.*)"$/, "$1")]);
	return new Map(pairs.filter(([name]) => !OF_THE_MESSAGE.has(name)));
}
/**
* How closely a media type, or a range of them, describes another: 0 if it does not. Parameters that both have must be the
* same; a type that has them all is described the more closely, and one that has less the more loosely.
*/
function closeness(described, given) {
	const [type, essence] = [essenceOf(described), essenceOf(given)];
	if (type === "*/*") return 1;
	const suffix = /^([^/]+\/)\*(\+.+)$/.exec(type);
	if (suffix) return essence.startsWith(suffix[1] ?? "") && essence.endsWith(suffix[2] ?? "") ? 2.5 : 0;
	if (type.endsWith("/*")) return essence.startsWith(type.slice(0, -1)) ? 2 : 0;
	if (type !== essence) return 0;
	const parameters = parametersOf(given);
	let score = 4;
	for (const [name, value] of parametersOf(described)) {
		const other = parameters.get(name);
		if (other === void 0) return 3;
		if (other !== value) return 0;
		score++;
	}
	return score;
}
/** What is said of the media type, or range, that describes another most closely. */
function closest(given, described) {
	const same = described.find(([mediaType]) => mediaType === given);
	if (same) return same[1];
	let best;
	let most = 0;
	for (const [mediaType, value] of described) {
		const score = closeness(mediaType, given);
		if (score <= most) continue;
		best = value;
		most = score;
	}
	return best;
}
/** Whether a media type is a range of them: `image/*`, or ASP.NET's `application/*+json`. */
function isRange(mediaType) {
	return /^[^;]*\*/.test(mediaType);
}
/** What is sent where a document names only a range of media types. */
const CONCRETE = /* @__PURE__ */ new Map([
	["*/*", "application/json"],
	["application/*", "application/json"],
	["application/*+json", "application/json"],
	["application/*+xml", "application/xml"],
	["text/*", "text/plain"],
	["image/*", "image/png"],
	["audio/*", "audio/mpeg"],
	["video/*", "video/mp4"],
	["font/*", "font/woff2"]
]);
/** A type that can be sent (RFC 9110, section 8.3): of a range, one that is in it. */
function concreteOf(mediaType) {
	return CONCRETE.get(mediaType) ?? (isRange(mediaType) ? "application/octet-stream" : mediaType);
}
/** Whether a content type is text, and not bytes: by its name, and JSON and XML under any. */
function isText(contentType) {
	return /^text\/|json|[/+](xml|yaml|x-yaml|graphql|sql|javascript|jwt)$/.test(essenceOf(contentType));
}
/** Whether a content type is text for people, in no other format. */
function isPlainText(contentType) {
	return essenceOf(contentType) === "text/plain";
}
// ../mock-engine/src/engine/validation.ts
/** What a validator has just found wrong, each with its place as a JSON Pointer. */
function describeErrors(validate) {
	return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || "the value"} ${message ?? "is invalid"}`).join("; ");
}
/**
* Whether a text that a validator has just refused is in a format that nothing here parses, such as XML: the schema speaks of
* what it would be parsed to, and not of the text.
*/
function isUnparsed(contentType, value, { errors }) {
	if (typeof value !== "string" || isJson(contentType) || isPlainText(contentType)) return false;
	return (errors ?? []).some(({ params }) => "type" in params);
}
// ../mock-engine/src/engine/put.ts
/**
* Puts a value in its place in a JSON value, which it changes; objects and lists on the way are made where they are missing.
*
* @param place Names of properties and indices of items.
* @returns the whole; undefined if something else stands on the way.
*/
function put(whole, place, value) {
	const [step, ...rest] = place;
	if (step === void 0) return value;
	const holder = whole ?? (typeof step === "number" ? [] : {});
	if (typeof holder !== "object" || Array.isArray(holder) !== (typeof step === "number")) return void 0;
	const inner = put(Object.getOwnPropertyDescriptor(holder, step)?.value, rest, value);
	if (inner === void 0) return void 0;
	Object.defineProperty(holder, step, {
		value: inner,
		configurable: true,
		enumerable: true,
		writable: true
	});
	return holder;
}
export { closest as a, isJson as c, isText as d, createRandom as f, closeness as i, isPlainText as l, describeErrors as n, concreteOf as o, isUnparsed as r, essenceOf as s, put as t, isRange as u };
