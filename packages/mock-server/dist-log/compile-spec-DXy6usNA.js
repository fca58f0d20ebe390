import { c as isJson, f as createRandom, l as isPlainText, n as describeErrors, o as concreteOf, r as isUnparsed, s as essenceOf, t as put } from "./put-CCStxiRl.js";
import RandExp from "randexp";
import { Ajv2020, _, str } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import { fullFormats } from "ajv-formats/dist/formats.js";
// ../mock-engine/src/compile/assert-openapi.ts
/** @throws TypeError saying what the document is instead. */
function assertOpenApi(document) {
	if (typeof document === "object" && document !== null && "openapi" in document) {
		if (typeof document.openapi === "string" && /^3\.[01](\.|$)/.test(document.openapi)) return;
	}
	throw new TypeError(`The document is not OpenAPI 3.0 or 3.1: ${versionOf(document)}.`);
}
/** What it is instead, in words. */
function versionOf(document) {
	if (typeof document !== "object" || document === null) return "it is no object";
	if ("swagger" in document) return `it is Swagger ${document.swagger}, which has to be converted first`;
	if (!("openapi" in document)) return "it has no `openapi`";
	return `its \`openapi\` is ${JSON.stringify(document.openapi)}, not "3.1.0", for example, in quotes`;
}
// ../mock-engine/src/compile/positions.ts
const KINDS = new Map(Object.entries({
	document: "paths:pathItem{x} webhooks:pathItem{} components:components",
	components: `schemas:schema{} responses:response{} parameters:parameter{} examples:example{} requestBodies:requestBody{}
    headers:parameter{} securitySchemes:securityScheme{} links:link{} callbacks:callback{} pathItems:pathItem{}`,
	pathItem: `get:operation put:operation post:operation delete:operation options:operation head:operation
    patch:operation trace:operation parameters:parameter[]`,
	operation: "parameters:parameter[] requestBody:requestBody responses:response{x} callbacks:callback{}",
	parameter: "schema:schema examples:example{} content:mediaType{}",
	requestBody: "content:mediaType{}",
	response: "headers:parameter{} content:mediaType{} links:link{}",
	mediaType: "schema:schema examples:example{} encoding:encoding{}",
	encoding: "headers:parameter{}",
	callback: "*:pathItem",
	example: "",
	link: "",
	securityScheme: "",
	schema: `allOf:schema[] anyOf:schema[] oneOf:schema[] not:schema if:schema then:schema else:schema
    dependentSchemas:schema{} properties:schema{} patternProperties:schema{} additionalProperties:schema
    propertyNames:schema unevaluatedProperties:schema items:schema prefixItems:schema[] contains:schema
    unevaluatedItems:schema $defs:schema{} definitions:schema{}`
}).map(([kind, keys]) => [kind, new Map([...keys.matchAll(/(\S+):(\w+)(\S*)/g)].map(([, key = "", kind, many = ""]) => [key, {
	kind,
	many
}]))]));
/** What may stand under each key of an object of a kind. */
function positionsOf(kind) {
	return KINDS.get(kind) ?? /* @__PURE__ */ new Map();
}
/** The objects below another, of whatever kinds, as far as they are there. */
function childrenOf(node, kind) {
	const positions = positionsOf(kind);
	const children = [];
	for (const key of Object.keys(node)) {
		const position = positions.get(key) ?? (key.startsWith("x-") ? void 0 : positions.get("*"));
		const value = position && Reflect.get(node, key);
		if (!position || !isObject(value)) continue;
		const { kind, many } = position;
		if (many === "" && !Array.isArray(value)) children.push({
			keys: [key],
			value,
			kind
		});
		else for (const [name, item] of Object.entries(value)) if (isObject(item) && !(many === "{x}" && name.startsWith("x-"))) children.push({
			keys: [key, name],
			value: item,
			kind
		});
	}
	return children;
}
/** The node with its children changed; itself, if none changes. */
function mapChildren(node, kind, change) {
	const changes = /* @__PURE__ */ new Map();
	const inner = /* @__PURE__ */ new Map();
	for (const child of childrenOf(node, kind)) {
		const changed = change(child);
		const [key = "", name] = child.keys;
		if (changed === child.value) continue;
		if (name === void 0) changes.set(key, changed);
		else inner.set(key, inner.get(key) ?? []).get(key)?.push([name, changed]);
	}
	for (const [key, entries] of inner) {
		const holder = Reflect.get(node, key);
		if (isObject(holder)) changes.set(key, withEntries(holder, entries));
	}
	return changes.size > 0 ? withEntries(node, [...changes]) : node;
}
/** What YAML leaves empty is null: in a map it stands for an empty object, and elsewhere it is as good as not there. */
function withoutNulls(node, kind) {
	const isEmpty = (value) => value === null || value === void 0;
	if (!Object.values(node).some((value) => isEmpty(value) || isObject(value) && Object.values(value).includes(null))) return node;
	const entries = Object.entries(node).flatMap(([key, value]) => {
		const position = positionsOf(kind).get(key);
		if (isEmpty(value)) return position || kind === "callback" || kind === "schema" && !DATA.has(key) ? [] : [[key, value]];
		if (!position?.many || !Object.values(value).includes(null)) return [[key, value]];
		if (Array.isArray(value)) return [[key, value.filter((item) => item !== null)]];
		return [[key, Object.fromEntries(Object.entries(value).map(([name, item]) => [name, item ?? {}]))]];
	});
	return Object.fromEntries(entries);
}
/** Keywords of a schema that may well be null. */
const DATA = /* @__PURE__ */ new Set([
	"const",
	"default",
	"example"
]);
function withEntries(holder, entries) {
	if (Array.isArray(holder)) return Object.assign([...holder], Object.fromEntries(entries));
	return Object.fromEntries([...Object.entries(holder), ...entries]);
}
function isObject(value) {
	return typeof value === "object" && value !== null;
}
/** A JSON Pointer (RFC 6901). */
function pointerOf(keys) {
	return keys.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
/** A `$ref` to a place in the document. */
function referenceTo(pointer) {
	return `#${encodeURI(pointer).replaceAll("#", "%23")}`;
}
function keysOf(pointer) {
	return pointer.split("/").slice(1).map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}
/** The pointer in a `$ref` to somewhere in the document, undefined for any other. */
function pointerIn(reference) {
	if (!/^#(\/|$)/.test(reference)) return void 0;
	try {
		return decodeURIComponent(reference.slice(1));
	} catch {
		return reference.slice(1);
	}
}
/** @throws Error if nothing is there. */
function lookUp(document, reference) {
	const pointer = pointerIn(reference);
	if (pointer === void 0) throw new Error(`${reference} is not inside the document: bundle it first.`);
	let target = document;
	for (const key of keysOf(pointer)) {
		if (!isObject(target) || !Object.hasOwn(target, key)) throw new Error(`${reference} leads nowhere.`);
		target = Reflect.get(target, key);
	}
	return target;
}
// ../mock-engine/src/compile/openapi-document.ts
const METHODS = [
	"get",
	"put",
	"post",
	"delete",
	"options",
	"head",
	"patch",
	"trace"
];
/** In 3.1 a schema may be just true or false: not such a one. */
function isSchema(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** Follows internal references until there is none. */
function resolve(document, value) {
	let current = value;
	for (let hops = 0; isReference(current); hops++) {
		if (hops > 100) throw new Error(`${current.$ref} refers to itself.`);
		current = lookUp(document, current.$ref);
	}
	return current;
}
/** Where references lead in the end; undefined if nowhere. */
function endOf(document, value) {
	try {
		return resolve(document, value);
	} catch {
		return;
	}
}
/** What stands beside `$ref` is passed over, as OpenAPI has it for all but schemas. */
function isReference(value) {
	return typeof value === "object" && "$ref" in value && typeof value.$ref === "string";
}
/**
* What a schema refers to, one step on: what stands beside a schema's `$ref` counts.
*
* @throws Error if that leads nowhere, or to itself.
*/
function targetOf$1(document, { $ref }) {
	if ($ref === void 0) return void 0;
	resolve(document, { $ref });
	return lookUp(document, $ref);
}
/** A schema and all that it applies to the same value: through references, `allOf`, `anyOf`, `oneOf` and conditions. */
function partsOf(document, schema) {
	const parts = /* @__PURE__ */ new Set();
	const visit = (part) => {
		if (typeof part !== "object" || parts.has(part)) return;
		parts.add(part);
		const { allOf = [], anyOf = [], oneOf = [] } = part;
		for (const inner of [
			targetOf$1(document, part),
			...allOf,
			...anyOf,
			...oneOf,
			part.then,
			part.else
		]) visit(inner);
	};
	visit(schema);
	return parts;
}
/** A schema and all that a value has to meet with it, whatever is chosen: through references and `allOf`, each once. */
function conjunctionOf(document, schema) {
	const parts = /* @__PURE__ */ new Set([schema]);
	for (const part of parts) {
		if (typeof part !== "object") continue;
		const target = targetOf$1(document, part);
		for (const inner of [...target === void 0 ? [] : [target], ...part.allOf ?? []]) parts.add(inner);
	}
	return parts;
}
// ../mock-engine/src/compile/flatten.ts
/** Ways beyond this number are not tried. */
const MOST_WAYS$1 = 24;
const flattens = /* @__PURE__ */ new WeakMap();
/** Finds the ways to meet a document's schemas, the likeliest first: once for each, since answers share most of theirs. */
function flattenOf(document) {
	const flatten = flattens.get(document) ?? createFlatten(document);
	flattens.set(document, flatten);
	return flatten;
}
function createFlatten(document) {
	const known = /* @__PURE__ */ new Map();
	function flatten(schema) {
		const earlier = known.get(schema);
		if (earlier) return earlier;
		const parts = conjunctionOf(document, schema);
		const schemas = [...parts].filter((part) => typeof part === "object");
		const choices = schemas.flatMap((part) => [
			part.anyOf,
			part.oneOf,
			conditionsOf(part),
			negationsOf(document, part)
		]).filter((alternatives) => alternatives !== void 0).map((alternatives) => alternatives.flatMap(flatten));
		const ways = [schemas.map((part) => [own$1(part)]), choices].flat().reduce((ways, others) => ways.flatMap((way) => others.map((other) => both$1(way, other))).filter(isPossible).slice(0, MOST_WAYS$1), parts.has(false) ? [] : [own$1({})]);
		const sorted = [...ways.filter((way) => !isNull(way)), ...ways.filter(isNull)];
		known.set(schema, sorted);
		return sorted;
	}
	return flatten;
}
function isNull({ types }) {
	return types?.length === 1 && types[0] === "null";
}
function isPossible({ types, values }) {
	return types?.length !== 0 && values?.length !== 0;
}
/** `if` and `then`, or `else`. */
function conditionsOf({ if: condition, then: yes = {}, else: no = {} }) {
	return condition === void 0 ? void 0 : [{ allOf: [condition, yes] }, no];
}
/** Whatever else is said, and then what the opposite of each keyword leaves. */
function negationsOf(document, { not }) {
	if (typeof not !== "object" || not === null) return void 0;
	return [{}, ...[...conjunctionOf(document, not)].filter((part) => typeof part === "object").flatMap(oppositesOf)];
}
const TYPES$2 = [
	"string",
	"number",
	"boolean",
	"object",
	"array",
	"null"
];
function oppositesOf(schema) {
	const bounds = Object.entries(OPPOSITES).flatMap(([keyword, [opposite, change]]) => {
		const bound = schema[keyword];
		return typeof bound === "number" ? [{ [opposite]: bound + change }] : [];
	});
	const denied = schema.type === void 0 ? TYPES$2 : [schema.type].flat();
	const type = TYPES$2.filter((type) => !denied.includes(type));
	return type.length > 0 ? [...bounds, { type }] : bounds;
}
const OPPOSITES = {
	minimum: ["exclusiveMaximum", 0],
	exclusiveMinimum: ["maximum", 0],
	maximum: ["exclusiveMinimum", 0],
	exclusiveMaximum: ["minimum", 0],
	minLength: ["maxLength", -1],
	maxLength: ["minLength", 1],
	minItems: ["maxItems", -1],
	maxItems: ["minItems", 1]
};
const LEAST = [
	"minimum",
	"exclusiveMinimum",
	"minLength",
	"minItems",
	"minProperties"
];
const MOST$1 = [
	"maximum",
	"exclusiveMaximum",
	"maxLength",
	"maxItems",
	"maxProperties"
];
const UNSURE = [..."oneOf not if contains propertyNames dependentSchemas patternProperties unevaluatedProperties unevaluatedItems".split(" "), ..."maxContains uniqueItems pattern".split(" ")];
function own$1(schema) {
	const read = (key) => schema[key];
	const numbers = (keys) => Object.fromEntries(keys.flatMap((key) => typeof schema[key] === "number" ? [[key, schema[key]]] : []));
	const { type, items, properties = {}, examples } = schema;
	const dependents = [...Object.entries(read("dependentRequired") ?? {}), ...Object.entries(read("dependentSchemas") ?? {})];
	const hasList = items !== void 0 || "prefixItems" in schema;
	const contains = read("contains");
	return {
		types: type === void 0 ? void 0 : [type].flat(),
		values: "const" in schema ? [schema.const] : read("enum"),
		examples: [...Array.isArray(examples) ? examples : [], ...["example", "default"].flatMap((key) => key in schema ? [schema[key]] : [])],
		least: numbers(LEAST),
		most: numbers(MOST$1),
		steps: typeof schema.multipleOf === "number" ? [schema.multipleOf] : [],
		patterns: typeof schema.pattern === "string" ? [schema.pattern] : [],
		formats: schema.format === void 0 ? [] : [schema.format],
		isUnique: schema.uniqueItems === true,
		required: read("required") ?? [],
		objects: Object.keys(properties).length > 0 || "additionalProperties" in schema || "patternProperties" in schema ? [{
			properties,
			patternProperties: Object.entries(read("patternProperties") ?? {}),
			additionalProperties: read("additionalProperties") ?? true
		}] : [],
		propertyNames: "propertyNames" in schema ? [schema.propertyNames] : [],
		dependents,
		lists: hasList ? [{
			prefixItems: read("prefixItems") ?? [],
			items: items ?? true
		}] : [],
		contains: contains === void 0 ? [] : [[contains, read("minContains") ?? 1]],
		isUnsure: UNSURE.some((key) => key in schema),
		known: /* @__PURE__ */ new Map()
	};
}
function both$1(one, other) {
	return {
		types: one.types && other.types ? intersection(one.types, other.types) : one.types ?? other.types,
		values: one.values && other.values ? common(one.values, other.values) : one.values ?? other.values,
		examples: [...one.examples, ...other.examples],
		least: tighter(one.least, other.least, Math.max),
		most: tighter(one.most, other.most, Math.min),
		steps: [...one.steps, ...other.steps],
		patterns: [...one.patterns, ...other.patterns],
		formats: [...one.formats, ...other.formats],
		isUnique: one.isUnique || other.isUnique,
		required: [...one.required, ...other.required],
		objects: [...one.objects, ...other.objects],
		propertyNames: [...one.propertyNames, ...other.propertyNames],
		dependents: [...one.dependents, ...other.dependents],
		lists: [...one.lists, ...other.lists],
		contains: [...one.contains, ...other.contains],
		isUnsure: one.isUnsure || other.isUnsure,
		known: /* @__PURE__ */ new Map()
	};
}
function intersection(one, other) {
	return [...one.filter((type) => other.includes(type) || type === "integer" && other.includes("number")), ...one.includes("number") && !one.includes("integer") && !other.includes("number") ? other.filter((type) => type === "integer") : []];
}
function common(one, other) {
	const texts = new Set(other.map((value) => JSON.stringify(value)));
	return one.filter((value) => texts.has(JSON.stringify(value)));
}
function tighter(one, other, choose) {
	const keys = /* @__PURE__ */ new Set([...Object.keys(one), ...Object.keys(other)]);
	const choiceOf = (key) => choose(...[one[key], other[key]].filter((value) => value !== void 0));
	return Object.fromEntries([...keys].map((key) => [key, choiceOf(key)]));
}
// ../mock-engine/src/compile/readings.ts
/** The simplest first: what may be several things is read so. */
const TYPES$1 = [
	"number",
	"boolean",
	"null",
	"string",
	"array",
	"object"
];
/** Ways beyond this number are not told apart. */
const MOST_WAYS = 32;
/** What is nested further is taken as it is written, as is a schema in itself. */
const MOST_READINGS = 5e3;
/** How a schema's values are read from text. A schema that may be read in several ways is registered, to tell which fits. */
function readingOf(document, schemas, name, schema, unsent) {
	const known = /* @__PURE__ */ new Map();
	let made = 0;
	function reading(schema, stack) {
		made++;
		const ways = waysOf(document, schema, known);
		const parts = conjunctionOf(document, schema);
		const isDeep = made > MOST_READINGS || stack.some((outer) => parts.has(outer));
		const readings = ways.flatMap((way) => {
			if (!way.isTyped && way.types.size === TYPES$1.length) return ["any"];
			const types = TYPES$1.filter((type) => way.types.has(type));
			return (types.length > 1 || ways.length > 1 ? types.filter((type) => type !== "null") : types).map((type) => typed(type, way, isDeep, [...stack, ...parts]));
		});
		const choices = [...new Map(readings.map((reading) => [JSON.stringify(reading), reading])).values()].sort((one, other) => simplicity(one) - simplicity(other));
		const [only = "any", second] = choices;
		return second === void 0 ? only : {
			choices,
			schema: schemas.add(`${name}.reading`, schema, unsent)
		};
	}
	function typed(type, way, isDeep, stack) {
		const inner = (parts) => {
			const [only = {}, second] = parts;
			return isDeep ? "any" : reading(second === void 0 ? only : { allOf: [...parts] }, stack);
		};
		if (type === "array") {
			const at = (index) => inner(way.lists.flatMap(({ prefixItems, items }) => prefixItems[index] ?? items));
			const places = Math.max(0, ...way.lists.map(({ prefixItems }) => prefixItems.length));
			const prefix = Array.from({ length: isDeep ? 0 : places }, (_, index) => at(index));
			return {
				items: at(places),
				...prefix.length > 0 && { prefix }
			};
		}
		if (type !== "object") return type;
		const names = isDeep ? [] : [...way.properties];
		return {
			properties: Object.fromEntries(names.map(([name, parts]) => [name, inner(parts)])),
			...way.isOpen && { additional: way.additional.length === 0 ? "any" : inner(way.additional) }
		};
	}
	return reading(schema, []);
}
function simplicity(reading) {
	if (typeof reading === "string") return reading === "any" ? TYPES$1.length : TYPES$1.indexOf(reading);
	return "items" in reading ? TYPES$1.indexOf("array") : TYPES$1.indexOf("object");
}
function waysOf(document, schema, known) {
	const earlier = known.get(schema);
	if (earlier) return earlier;
	const schemas = [...conjunctionOf(document, schema)].filter((part) => typeof part === "object");
	const choices = schemas.flatMap((part) => [
		part.anyOf,
		part.oneOf,
		conditionsOf(part),
		...dependentsOf(part)
	]).filter((alternatives) => alternatives !== void 0).map((alternatives) => alternatives.flatMap((alternative) => waysOf(document, alternative, known)));
	const ways = [...schemas.map((part) => [own(part)]), ...choices].reduce((ways, others) => ways.flatMap((way) => others.map((other) => both(way, other))).filter(({ types }) => types.size > 0).slice(0, MOST_WAYS), [own({})]);
	known.set(schema, ways);
	return ways;
}
function both(one, other) {
	const properties = new Map(one.properties);
	for (const [name, parts] of other.properties) properties.set(name, [...properties.get(name) ?? [], ...parts]);
	return {
		types: new Set([...one.types].filter((type) => other.types.has(type))),
		isTyped: one.isTyped || other.isTyped,
		lists: [...one.lists, ...other.lists],
		properties,
		additional: [...one.additional, ...other.additional],
		isOpen: one.isOpen || other.isOpen
	};
}
/** What a schema says where some property is there, or nothing. */
function dependentsOf({ dependentSchemas }) {
	return Object.values(dependentSchemas ?? {}).map((schema) => [schema, {}]);
}
/** Keywords that tell the type of a schema that does not. */
const HINTS = [
	["object", [
		"properties",
		"patternProperties",
		"additionalProperties",
		"required",
		"minProperties",
		"maxProperties"
	]],
	["array", [
		"items",
		"prefixItems",
		"contains",
		"minItems",
		"maxItems",
		"uniqueItems"
	]],
	["number", [
		"minimum",
		"maximum",
		"exclusiveMinimum",
		"exclusiveMaximum",
		"multipleOf"
	]],
	["string", [
		"pattern",
		"minLength",
		"maxLength"
	]]
];
function own(schema) {
	const { type, items, prefixItems, properties = {}, additionalProperties, patternProperties } = schema;
	const hasList = items !== void 0 || prefixItems !== void 0;
	const values = "const" in schema ? [schema.const] : Array.isArray(schema.enum) ? schema.enum : void 0;
	const hinted = HINTS.filter(([, keywords]) => keywords.some((keyword) => keyword in schema)).map(([type]) => type);
	const named = type === void 0 ? values?.map(typeOf) ?? hinted : [type].flat().map(shorten);
	const entries = Object.entries(properties);
	const patterned = Object.values(patternProperties ?? {});
	return {
		types: new Set(named.length > 0 ? named : TYPES$1),
		isTyped: named.length > 0,
		lists: hasList ? [{
			prefixItems: prefixItems ?? [],
			items: items === void 0 ? [] : [items]
		}] : [],
		properties: new Map(entries.map(([name, property]) => [name, [property]])),
		additional: isSchema(additionalProperties) ? [additionalProperties] : patterned,
		isOpen: patterned.length > 0 || (additionalProperties === void 0 ? named.includes("object") && entries.length === 0 : additionalProperties !== false)
	};
}
function typeOf(value) {
	if (value === null) return "null";
	if (Array.isArray(value)) return "array";
	const type = typeof value;
	return type === "object" || type === "number" || type === "boolean" ? type : "string";
}
function shorten(type) {
	return TYPES$1.find((known) => known === type) ?? (type === "integer" ? "number" : "string");
}
// ../mock-engine/src/compile/with-proto-property.ts
/** The one name that Ajv passes over among `properties`, put among the patterns. */
function withProtoProperty(schema) {
	const properties = "properties" in schema ? schema.properties : void 0;
	if (typeof properties !== "object" || properties === null || !Object.hasOwn(properties, NAME)) return schema;
	const others = Object.entries(properties).filter(([name]) => name !== NAME);
	const patterns = "patternProperties" in schema ? Object(schema.patternProperties) : {};
	const pattern = Object.getOwnPropertyDescriptor(properties, NAME)?.value;
	return {
		...schema,
		properties: Object.fromEntries(others),
		patternProperties: {
			...patterns,
			[`^${NAME}$`]: pattern
		}
	};
}
const NAME = "__proto__";
// ../mock-engine/src/compile/describe-parameters.ts
/** Headers that are no parameters, whatever a document says (OpenAPI 3.1, Parameter Object). */
const DESCRIBED_ELSEWHERE = /* @__PURE__ */ new Set([
	"accept",
	"authorization",
	"content-type"
]);
const LOCATIONS = /* @__PURE__ */ new Set([
	"path",
	"query",
	"header",
	"cookie"
]);
/** An operation's parameters, which replace those of its path item by name and place. */
function mergeParameters(document, pathItem, operation) {
	const merged = /* @__PURE__ */ new Map();
	for (const referable of [...pathItem.parameters ?? [], ...operation.parameters ?? []]) {
		const parameter = resolve(document, referable);
		if (typeof parameter.name !== "string" || !LOCATIONS.has(parameter.in)) continue;
		if (parameter.in === "header" && DESCRIBED_ELSEWHERE.has(parameter.name.toLowerCase())) continue;
		merged.set(`${parameter.in} ${parameter.name}`, parameter);
	}
	return [...merged.values()];
}
/** How a parameter is written. */
function describeParameter(document, schemas, place, parameter) {
	const { name, in: location, schema = {}, content } = parameter;
	const isForm = location === "query" || location === "cookie";
	const style = content ? "json" : parameter.style ?? (isForm ? "form" : "simple");
	const explode = parameter.explode ?? style === "form";
	return {
		name,
		in: location,
		reading: content ? "any" : readingOf(document, schemas, `${place}.${name}`, schema, "readOnly"),
		style,
		explode
	};
}
/** One schema for all parameters, so that a single validation checks them. */
function parametersSchema(parameters) {
	const locations = [...new Set(parameters.map((parameter) => parameter.in))];
	const groupOf = (location) => {
		const named = parameters.filter((parameter) => parameter.in === location).map((parameter) => ({
			...parameter,
			name: location === "header" ? parameter.name.toLowerCase() : parameter.name
		}));
		return withProtoProperty({
			type: "object",
			required: named.filter(({ required }) => required).map(({ name }) => name),
			properties: Object.fromEntries(named.map(({ name, schema, content }) => [name, schema ?? Object.values(content ?? {})[0]?.schema ?? {}]))
		});
	};
	return { properties: Object.fromEntries(locations.map((location) => [location, groupOf(location)])) };
}
// ../mock-engine/src/compile/place-problems.ts
/** What stands in an object's places without being what belongs there, and what belongs nowhere. */
function* placeProblems(node, kind) {
	for (const [key, { kind: inner, many }] of positionsOf(kind)) {
		const value = Reflect.get(node, key);
		const [one, several] = inner === "schema" ? ["a schema", "schemas"] : ["an object", "objects"];
		const isOne = (item) => isMap(item) || inner === "schema" && typeof item === "boolean";
		if (value === void 0 || value === null || many === "" && isOne(value)) continue;
		if (!(many === "[]" ? Array.isArray(value) : many !== "" && isMap(value))) {
			const wanted = many === "" ? one : `a ${many === "[]" ? "list" : "map"} of ${several}`;
			yield [[key], `\`${key}\` is ${wanted}, not ${shown(value)}.`];
			continue;
		}
		for (const [name, item] of Object.entries(value)) {
			if (item === null || isOne(item) || many === "{x}" && name.startsWith("x-")) continue;
			yield [[key, name], `\`${name}\` of \`${key}\` is ${one}, not ${shown(item)}.`];
		}
	}
	if (kind === "requestBody" && [void 0, null].includes(Reflect.get(node, "content"))) yield [["content"], BODY_LACKS_CONTENT];
	const responses = kind === "operation" ? Reflect.get(node, "responses") : void 0;
	for (const key of isObject(responses) ? Object.keys(responses) : []) {
		if (/^([1-5]\d\d|[1-5]XX|default)$|^x-/.test(key)) continue;
		yield [["responses", key], `\`${key}\` is no status from 100 to 599, nor 1XX to 5XX, nor \`default\`.`];
	}
	for (const key of kind === "pathItem" ? Object.keys(node) : []) {
		if (OF_PATHS.has(key) || key.startsWith("x-")) continue;
		yield [[key], `\`${key}\` is no method: there are ${METHODS.join(", ")}.`];
	}
}
/** What is said of a request body that describes none. */
const BODY_LACKS_CONTENT = "The request body lacks `content`.";
const OF_PATHS = /* @__PURE__ */ new Set([...METHODS, ..."$ref summary description servers parameters".split(" ")]);
function isMap(value) {
	return isObject(value) && !Array.isArray(value);
}
/** As it is written, or the beginning of that. */
function shown(value) {
	return JSON.stringify(value)?.slice(0, 60);
}
// ../mock-engine/src/compile/describe-request-body.ts
/** Describes a request body, whose forms are read by the fields that its schemas have. */
function describeRequestBody(document, schemas, operationId, { required = false, content }) {
	if (content === void 0) throw new Error(BODY_LACKS_CONTENT);
	return {
		required,
		content: Object.fromEntries(Object.entries(content).map(([mediaType, { schema = {}, encoding = {} }]) => {
			const place = `${operationId}.request.${mediaType}`;
			return [mediaType, {
				schema: schemas.add(place, schema, "readOnly"),
				.../form/.test(essenceOf(mediaType)) && formOf(mediaType, place, schema, encoding)
			}];
		}))
	};
	function formOf(mediaType, place, schema, encoding) {
		const styled = essenceOf(mediaType).endsWith("urlencoded") ? Object.entries(encoding) : [];
		return {
			form: readingOf(document, schemas, place, {
				type: "object",
				allOf: [schema]
			}, "readOnly"),
			styled: styled.flatMap(([name, { style = "form", explode }]) => style === "form" && explode === void 0 ? [] : [{
				name,
				style,
				explode: explode ?? style === "form"
			}])
		};
	}
}
// ../mock-engine/src/compile/describe-refusal.ts
/**
* Finds where an answer says in words what went wrong: marked `x-refusal-reason: true`, else the text that a person would read.
*
* @param bodies What to write the words into, the best first.
* @param fits Whether a body fits the schema.
* @returns undefined if the answer has no place for words.
*/
function describeRefusal(document, schema, mediaType, bodies, fits) {
	if (!isJson(mediaType)) return isPlainText(mediaType) && fits(PROBE) ? {
		body: "\"\"",
		place: []
	} : void 0;
	const places = textsIn(document, schema);
	for (const body of bodies) {
		const found = places.find(({ place }) => {
			const filled = put(structuredClone(body), place, PROBE);
			return filled !== void 0 && fits(filled);
		});
		if (found) return {
			body: JSON.stringify(body),
			place: found.place
		};
	}
}
const PROBE = "Parameters: /query/limit must be integer.";
/** The likeliest first. */
const NAMES = [
	/message$|^msg$/i,
	/detail/i,
	/description$|reason$/i,
	/title$|summary$|text$/i,
	/^errors?$/i
];
/** For programs. */
const TECHNICAL = /code|type|status|instance|id$|path|url|uri|time|date|version/i;
const MAX_DEPTH$1 = 4;
/** What a schema that is large or in itself has further down is passed over. */
const MOST_PLACES = 1e4;
function textsIn(document, root) {
	const texts = [];
	const waiting = [[root, []]];
	/** @param seen What is said of the same place: a schema may be a part of its own parts. */
	const visit = (found, place, seen) => {
		if (!isSchema(found) || seen.has(found)) return;
		seen.add(found);
		for (const part of [
			targetOf$1(document, found),
			found.allOf,
			found.anyOf,
			found.oneOf
		].flat()) visit(part, place, seen);
		if (place.length < MAX_DEPTH$1 && waiting.length < MOST_PLACES) {
			for (const [name, property] of Object.entries(found.properties ?? {})) waiting.push([property, [...place, name]]);
			if (found.items) waiting.push([found.items, [...place, 0]]);
		}
		if ([found.type].flat().includes("string")) texts.push({
			place,
			rank: rankOf(found, place)
		});
	};
	for (const [schema, place] of waiting) visit(schema, place, /* @__PURE__ */ new Set());
	return texts.sort((one, other) => one.rank - other.rank || one.place.length - other.place.length);
}
function rankOf(schema, place) {
	if (schema["x-refusal-reason"] === true) return -1;
	const name = place.findLast((step) => typeof step === "string") ?? "";
	const rank = NAMES.findIndex((pattern) => pattern.test(name));
	if (rank >= 0) return rank;
	return NAMES.length + (TECHNICAL.test(name) ? 1 : 0);
}
// ../mock-engine/src/compile/relax.ts
/**
* A schema's `required` is taken to mean the sent properties only (OpenAPI 3.0, Schema Object: "the required will take
* effect on the response only"), wherever it and the property stand among the parts that apply to the same value.
*/
function createRelax(document, unsent) {
	if (!mentions(document, unsent)) return (schema) => schema;
	const known = /* @__PURE__ */ new Map();
	function relax(node, kind = "schema") {
		const earlier = known.get(node);
		if (earlier) return earlier;
		known.set(node, node);
		const result = mapChildren(kind === "schema" && isSchema(node) ? without(node, unsentNames(node)) : node, kind, (child) => relax(child.value, child.kind));
		known.set(node, result);
		return result;
	}
	function unsentNames(schema) {
		const names = [...partsOf(document, schema)].flatMap(({ properties = {} }) => Object.entries(properties).flatMap(([name, property]) => isUnsent(document, property, unsent) ? [name] : []));
		return new Set(names);
	}
	function without(schema, names) {
		if (!isObject(schema)) return schema;
		const inner = (part) => without(part, names);
		const { required } = schema;
		const found = targetOf$1(document, schema);
		const target = isSchema(found) ? found : void 0;
		const changes = {};
		if (Array.isArray(required) && required.some((name) => names.has(name))) changes.required = required.filter((name) => !names.has(name));
		for (const key of [
			"allOf",
			"anyOf",
			"oneOf"
		]) {
			const parts = schema[key];
			const changed = parts?.map(inner);
			if (changed?.some((part, index) => part !== parts?.[index])) changes[key] = changed;
		}
		const changed = target && inner(target);
		if (changed !== target) changes.allOf = [...changes.allOf ?? schema.allOf ?? [], changed];
		if (Object.keys(changes).length === 0) return schema;
		const { $ref: _, ...others } = schema;
		return {
			...changed === target ? schema : others,
			...changes
		};
	}
	return relax;
}
/** Whether any schema of the document has such properties: most have none. */
function mentions(document, unsent) {
	const seen = /* @__PURE__ */ new Set();
	const visit = (node, kind) => {
		if (seen.has(node)) return false;
		seen.add(node);
		if (kind === "schema" && Reflect.get(node, unsent) === true) return true;
		return childrenOf(node, kind).some((child) => visit(child.value, child.kind));
	};
	return visit(document, "document");
}
/** Whether a property is not sent, by any part of its schema. */
function isUnsent(document, schema, unsent) {
	return [...partsOf(document, schema)].some((part) => part[unsent] === true);
}
// ../mock-engine/src/compile/sample-maker.ts
/** Stands for a value that there is not. */
const NONE = Symbol("no value");
/** What is made of several parts: of the likeliest value of each, then with one of them varied. */
function* variations(parts, { one, many }, make) {
	const known = /* @__PURE__ */ new Map();
	const entries = [];
	for (const [key, schema] of parts) {
		if (!known.has(schema)) known.set(schema, one(schema));
		const value = known.get(schema);
		if (value === NONE) return;
		entries.push([key, value]);
	}
	yield make(entries);
	const sources = parts.map(([, schema]) => many(schema)[Symbol.iterator]());
	for (;;) {
		let isOver = true;
		for (const [index, source] of sources.entries()) {
			const { value, done } = source.next();
			if (done) continue;
			isOver = false;
			yield make(entries.map(([key, own], at) => [key, at === index ? value : own]));
		}
		if (isOver) return;
	}
}
// ../mock-engine/src/compile/read-pattern.ts
/** A pattern as JavaScript reads it; one that JavaScript cannot read, which is not JSON Schema's fault, matches all. */
const readPattern = Object.assign((pattern, flags) => compiled(pattern, flags) ?? /(?:)/, { code: "new RegExp" });
/** Whether JavaScript can read a pattern, with Unicode's rules or without. */
function canRead(pattern) {
	return compiled(pattern, "u") !== void 0;
}
function compiled(pattern, flags) {
	for (const attempt of [flags, ""]) try {
		return new RegExp(pattern, attempt);
	} catch {}
}
// ../mock-engine/src/compile/sample-object.ts
/** Objects of a schema: with all that is welcome, then with other values, then with what is required only. */
function* objectsOf(flat, maker) {
	for (const isWelcome of [maker.isWelcome, () => false]) yield* variations(fieldsOf(flat, maker, isWelcome), maker, (entries) => Object.fromEntries(entries));
}
/** Names and schemas of an object's properties. */
function fieldsOf(given, maker, isWelcome) {
	const { flat, names } = needed(given, maker);
	const { minProperties = 0 } = flat.least;
	const { maxProperties = Number.POSITIVE_INFINITY } = flat.most;
	const declared = flat.objects.flatMap(({ properties }) => Object.keys(properties));
	const hasMore = (name) => flat.dependents.some(([other]) => other === name);
	for (const name of declared) if (names.size < maxProperties && !hasMore(name) && isWelcome(schemaOf(flat, name)) && isNamed(flat, maker, name)) names.add(name);
	for (const name of moreNames(flat, maker, declared)) {
		if (names.size >= minProperties) break;
		if (schemaOf(flat, name) !== false && isNamed(flat, maker, name)) names.add(name);
	}
	return [.../* @__PURE__ */ new Set([...declared, ...names])].filter((name) => names.has(name)).map((name) => [name, schemaOf(flat, name)]).filter(([, schema]) => !maker.isUnsent(schema));
}
/** The names that have to be there, and what they bring with them. */
function needed(given, { flatten }) {
	let flat = given;
	const names = new Set(flat.required);
	for (const name of names) for (const [, more] of flat.dependents.filter(([other]) => other === name)) {
		if (Array.isArray(more)) for (const other of more) names.add(other);
		else flat = both$1(flat, flatten(more)[0] ?? flat);
		for (const other of flat.required) names.add(other);
	}
	return {
		flat,
		names
	};
}
function isNamed({ propertyNames }, { fits }, name) {
	return propertyNames.every((schema) => fits(schema, name));
}
/** Names for properties that only have to be several. */
function* moreNames(flat, { many }, declared) {
	yield* declared;
	const patterns = flat.objects.flatMap(({ patternProperties }) => patternProperties.map(([pattern]) => pattern));
	const schemas = [...flat.propertyNames, ...patterns.map((pattern) => ({
		type: "string",
		pattern
	}))];
	for (const schema of schemas) for (const name of many(schema)) if (typeof name === "string") yield name;
	for (let count = 1; count < MOST_NAMES; count++) yield `property${count}`;
}
const MOST_NAMES = 1e3;
/** What is said of a property; false if it may not be there. The same object for the same name. */
function schemaOf({ objects, known }, name) {
	const earlier = known.get(name);
	if (earlier !== void 0) return earlier;
	const schema = allOf(objects.flatMap(({ properties, patternProperties, additionalProperties }) => {
		const own = Object.hasOwn(properties, name) ? properties[name] : void 0;
		const matching = patternProperties.filter(([pattern]) => readPattern(pattern, "u").test(name));
		const named = [...own === void 0 ? [] : [own], ...matching.map(([, schema]) => schema)];
		return named.length > 0 ? named : [additionalProperties];
	}));
	known.set(name, schema);
	return schema;
}
/** All of several schemas. */
function allOf(parts) {
	if (parts.includes(false)) return false;
	const schemas = parts.filter((part) => typeof part === "object");
	const [only = true, second] = schemas;
	return second === void 0 ? only : { allOf: schemas };
}
// ../mock-engine/src/compile/sample-list.ts
/** Lists of a schema: as long as is welcome, with other values, then as short and as long as they may be. */
function* listsOf(flat, maker) {
	const { minItems = 0 } = flat.least;
	const { maxItems = Number.POSITIVE_INFINITY } = flat.most;
	const held = flat.contains.reduce((sum, [, count]) => sum + count, 0);
	const least = Math.max(minItems, held);
	const declared = Math.max(0, ...flat.lists.map(({ prefixItems }) => prefixItems.length));
	const isWelcome = flat.lists.length > 0 && maker.isWelcome(itemOf(flat, 0));
	const wanted = Math.max(least, isWelcome ? Math.max(declared, 1) : 0);
	for (const length of /* @__PURE__ */ new Set([
		Math.min(wanted, maxItems),
		least,
		least + 1
	])) {
		if (length > maxItems || length > MOST_ITEMS) continue;
		const schemas = Array.from({ length }, (_, index) => itemOf(flat, index));
		let at = Math.max(0, Math.min(declared, length - held));
		for (const [schema, count] of flat.contains) {
			const items = /* @__PURE__ */ new Map();
			for (let index = 0; index < count; index++, at++) {
				const item = itemOf(flat, at);
				const both = items.get(item) ?? allOf([schema, item]);
				items.set(item, both);
				schemas[at] = both;
			}
		}
		if (flat.isUnique) {
			const list = unlike(schemas, maker);
			if (list) yield list;
		} else yield* variations(schemas.map((schema, index) => [String(index), schema]), maker, (entries) => entries.map(([, value]) => value));
	}
}
const MOST_ITEMS = 2e4;
function itemOf({ lists, known }, index) {
	const parts = lists.map(({ prefixItems, items }) => prefixItems[index] ?? items);
	const key = lists.some(({ prefixItems }) => index < prefixItems.length) ? `[${index}]` : "[]";
	const schema = known.get(key) ?? allOf(parts);
	known.set(key, schema);
	return schema;
}
/** One value for each, no two the same; undefined if there are not enough. */
function unlike(schemas, { many }) {
	const sources = /* @__PURE__ */ new Map();
	const seen = /* @__PURE__ */ new Set();
	const list = [];
	for (const schema of schemas) {
		const source = sources.get(schema) ?? many(schema)[Symbol.iterator]();
		sources.set(schema, source);
		for (;;) {
			const { value, done } = source.next();
			if (done) return void 0;
			const text = JSON.stringify(value);
			if (seen.has(text)) continue;
			seen.add(text);
			list.push(value);
			break;
		}
	}
	return list;
}
// ../mock-engine/src/compile/sample-number.ts
/** Numbers between a schema's bounds, each a multiple of its steps: the least from 0 up, then upwards, then downwards. */
function* numbersOf({ least, most, steps }, isInteger) {
	const { minimum = -Infinity, exclusiveMinimum = -Infinity } = least;
	const { maximum = Infinity, exclusiveMaximum = Infinity } = most;
	const fits = (value) => value >= minimum && value > exclusiveMinimum && value <= maximum && value < exclusiveMaximum;
	const low = Math.max(minimum, exclusiveMinimum);
	const high = Math.min(maximum, exclusiveMaximum);
	const start = low > -Infinity ? low : Math.min(high, 0);
	const all = isInteger ? [...steps, 1] : steps;
	const step = all.length === 0 ? void 0 : commonMultiple(all);
	const span = high - low;
	if (step === void 0 && span < Infinity) {
		for (const share of [
			0,
			1 / 2,
			1,
			1 / 4,
			3 / 4,
			1 / 8
		]) if (fits(low + share * span)) yield low + share * span;
		return;
	}
	const { value: width, decimals } = step ?? {
		value: 1,
		decimals: decimalsOf(start)
	};
	const first = step ? Math.ceil(start / width) * width : start;
	for (const direction of [1, -1]) for (let index = direction > 0 ? 0 : 1; index < MOST; index++) {
		const value = Number((first + direction * index * width).toFixed(Math.min(decimals, 100)));
		if (fits(value)) yield value;
		if (step === void 0 && index === 3 && fits(start + .5)) yield start + .5;
	}
}
/** More are not asked for, not even by lists of unlike items. */
const MOST = 2e3;
/** The least number that is a multiple of all, in decimal. */
function commonMultiple(steps) {
	const decimals = Math.max(...steps.map(decimalsOf));
	const scale = 10 ** Math.min(decimals, 15);
	return {
		value: steps.map((step) => Math.round(step * scale)).reduce((one, other) => one / divisor(one, other) * other) / scale,
		decimals
	};
}
function divisor(one, other) {
	return other === 0 ? one || 1 : divisor(other, one % other);
}
function decimalsOf(value) {
	const [mantissa = "", exponent = "0"] = String(value).split("e");
	return Math.max(0, (mantissa.split(".")[1]?.length ?? 0) - Number(exponent));
}
// ../mock-engine/src/compile/sample-string.ts
/** Strings of a schema's formats, patterns and lengths, made by each and held against all; the likeliest first. */
function* stringsOf({ patterns, formats, least, most, isUnsure }) {
	const { minLength = 0 } = least;
	const { maxLength = Number.POSITIVE_INFINITY } = most;
	const expressions = patterns.map((pattern) => readPattern(pattern, "u"));
	const fits = (text) => {
		const { length } = [...text];
		return length >= minLength && length <= maxLength && expressions.every((expression) => expression.test(text));
	};
	if (minLength > MOST_LENGTH) return;
	const seen = /* @__PURE__ */ new Set();
	for (const text of candidates()) {
		if (text.length > MOST_LENGTH) continue;
		for (const attempt of [
			text,
			text.padEnd(minLength, "x"),
			text.slice(0, Math.min(maxLength, MOST_LENGTH))
		]) {
			if (seen.has(attempt) || !fits(attempt)) continue;
			seen.add(attempt);
			yield attempt;
		}
	}
	function* candidates() {
		const { value: make = plainText } = formats.map((format) => FORMATS.get(format)).values().next();
		const isFormatted = formats.some((format) => FORMATS.has(format));
		const count = patterns.length === 0 ? MOST_TEXTS : isFormatted ? 1 : 0;
		const many = isUnsure ? Math.min(count, MANY_TEXTS) : count;
		for (let index = 0; index < many; index++) yield make(index);
		const generators = patterns.map((pattern) => matching(pattern, minLength));
		for (let tries = 0; tries < MOST_TRIES$1; tries++) {
			const texts = generators.flatMap((generator) => {
				const { value, done } = generator.next();
				return done ? [] : [value];
			});
			if (texts.length === 0) break;
			yield* texts;
			yield* texts.flatMap((text) => [`${text}${tries}`, `${tries}${text}`]);
			yield* [0, minLength].map((length) => joined(patterns, texts, length));
		}
		for (const make of FORMATS.values()) yield make(0);
		yield* ["", ..."string a A 0 1 -1 aA1! aaaa1111 AAAA1111 aaAA11!! +441632960000".split(" ")];
		for (let index = many; index < count; index++) yield make(index);
	}
}
/** Texts in a row that their patterns' anchors allow, with what makes them long enough before the last. */
function joined(patterns, texts, minLength) {
	const rankOf = (pattern) => pattern.startsWith("^") ? -1 : pattern.endsWith("$") ? 1 : 0;
	const row = texts.map((text, index) => ({
		text,
		rank: rankOf(patterns[index] ?? "")
	})).sort((one, other) => one.rank - other.rank).map(({ text }) => text);
	const last = row.pop() ?? "";
	return row.join("").padEnd(minLength - last.length, "x") + last;
}
/** Before others are tried, where there is more to fit. */
const MANY_TEXTS = 50;
const MOST_TEXTS = 2e3;
const MOST_TRIES$1 = 300;
const MOST_LENGTH = 1e6;
/** Texts that a pattern may match, first with repetitions as few as will do, then by chance. Looking ahead is by chance alone. */
function* matching(pattern, minLength) {
	let generator;
	try {
		generator = new RandExp(simplified(pattern));
	} catch {
		return;
	}
	if (/[^\0-\x7f]|\\u/.test(pattern)) generator.defaultRange.add(160, 65535);
	const random = createRandom(1);
	for (const more of [.../* @__PURE__ */ new Set([
		0,
		minLength,
		...Array(32).keys()
	])]) {
		generator.max = more;
		generator.randInt = (from, to) => Math.min(from + more, to);
		yield generator.gen();
	}
	generator.max = Math.max(16, minLength);
	generator.randInt = (from, to) => from + Math.floor(random() * (to - from + 1));
	for (;;) yield generator.gen();
}
/** In the grammar that the generator knows: codes in capitals, no names of groups, no looking behind, no classes of Unicode. */
function simplified(pattern) {
	const names = [...pattern.matchAll(/\((?!\?)|\(\?<([^=!>]+)>/g)].map(([, name]) => name);
	let isInClass = false;
	return pattern.replace(/\\(u[0-9a-f]{4}|x[0-9a-f]{2})/gi, (_, code) => `\\${code.charAt(0)}${code.slice(1).toUpperCase()}`).replace(/\(\?<[=!](?:[^()\\]|\\.)*\)/g, "").replace(/\(\?<[^=!>]+>/g, "(").replace(/\\k<([^>]+)>/g, (_, name) => `\\${names.indexOf(name) + 1}`).replace(/\\p\{[^}]+\}|\\.|[[\]]/gi, (token) => {
		if (!/^\\p\{/i.test(token)) {
			if (/^[[\]]$/.test(token)) isInClass = token === "[";
			return token;
		}
		const written = LATIN.filter((character) => readPattern(token, "u").test(character)).map((character) => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`).join("");
		return isInClass ? written : `[${written}]`;
	});
}
/** What stands for all that Unicode has of a class. */
const LATIN = Array.from({ length: 351 }, (_, index) => String.fromCharCode(32 + index)).filter((character) => !/[\x7f-\xa0]/.test(character));
function plainText(index) {
	return index === 0 ? "string" : `string${index}`;
}
const two = (index) => String(index % 60).padStart(2, "0");
const uri = (index) => index === 0 ? "https://example.com" : `https://example.com/${index}`;
const path = (index) => index === 0 ? "/path" : `/path${index}`;
const email = (index) => `user${index || ""}@example.com`;
const host = (index) => index === 0 ? "example.com" : `host${index}.example.com`;
const day = (index) => new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10);
/** Values of each format that JSON Schema and OpenAPI name, by number. */
const FORMATS = /* @__PURE__ */ new Map([
	["date-time", (index) => `${day(index)}T00:00:00Z`],
	["date", day],
	["time", (index) => `00:${two(Math.floor(index / 60))}:${two(index)}Z`],
	["duration", (index) => `PT${index + 1}M`],
	["email", email],
	["idn-email", email],
	["hostname", host],
	["idn-hostname", host],
	["ipv4", (index) => `192.0.${2 + Math.floor(index / 254)}.${1 + index % 254}`],
	["ipv6", (index) => `2001:db8::${(index + 1).toString(16)}`],
	["uri", uri],
	["url", uri],
	["iri", uri],
	["uri-reference", path],
	["iri-reference", path],
	["uri-template", (index) => `${path(index)}/{name}`],
	["uuid", (index) => `123e4567-e89b-42d3-a456-${(73006191165440 + index).toString(16)}`],
	["json-pointer", path],
	["relative-json-pointer", (index) => `${index + 1}/path`],
	["regex", (index) => `^.{${index},}$`],
	["byte", (index) => Buffer.from(plainText(index)).toString("base64")]
]);
// ../mock-engine/src/compile/size-of.ts
/** How many values a value is made of, each counted as often as it stands there. */
function sizeOf(value, known = /* @__PURE__ */ new Map()) {
	if (typeof value !== "object" || value === null) return 1;
	const earlier = known.get(value);
	if (earlier !== void 0) return earlier;
	const size = Object.values(value).reduce((sum, inner) => sum + sizeOf(inner, known), 1);
	known.set(value, size);
	return size;
}
// ../mock-engine/src/compile/sample.ts
/**
* Makes values from a schema, the likeliest to please first: with all properties and the schema's own examples, then with
* those that fit and every part tried until it does, then with what is required only. Always the same for the same schema,
* and never large. A value need not fit: each is to be validated.
*/
function* samples(document, schema, { unsent = "writeOnly", fits } = {}) {
	const modes = [
		{
			trustsExamples: true,
			isBare: false
		},
		...fits ? [{
			trustsExamples: true,
			isBare: false,
			fits
		}] : [],
		{
			trustsExamples: false,
			isBare: false
		},
		...fits ? [{
			trustsExamples: false,
			isBare: true,
			fits
		}] : [],
		{
			trustsExamples: false,
			isBare: true
		}
	];
	for (const mode of modes) {
		const value = createSampler(document, unsent, mode)(schema);
		if (value !== NONE && sizeOf(value) < MOST_VALUES$1) yield value;
	}
}
/** How deep optional properties and items are followed. */
const MAX_DEPTH = 5;
/** Once so many values are made, the others are as bare as can be. */
const MANY_VALUES = 1500;
/** Samples of more values are given up. */
const MOST_VALUES$1 = 2e5;
/** How deep the barest value may nest. */
const MOST_FUEL = 24;
/** How often a part is tried until it fits. */
const MOST_TRIES = 100;
const TOP = {
	depth: 0,
	stack: []
};
function createSampler(document, unsent, { trustsExamples, isBare, fits }) {
	const flatten = flattenOf(document);
	const known = /* @__PURE__ */ new Map();
	const bareValues = /* @__PURE__ */ new Map();
	let made = 0;
	function partsIn(schema) {
		const parts = known.get(schema) ?? (typeof schema === "object" ? partsOf(document, schema) : /* @__PURE__ */ new Set());
		known.set(schema, parts);
		return parts;
	}
	/** Whether a schema stands far down, or in itself: there are others to try, but not without end. */
	function isDeep(schema, { depth, stack, fuel }) {
		return fuel === void 0 && (depth >= MAX_DEPTH || stack.some((outer) => partsIn(schema).has(outer)));
	}
	/** Whether there is room for what need not be there. */
	function hasRoom(schema, place) {
		return place.fuel === void 0 && made < MANY_VALUES && !isDeep(schema, place);
	}
	function sample(schema, place) {
		if (place.fuel !== void 0) return bareAt(schema, place.fuel);
		const value = hasRoom(schema, place) ? first(valuesOf(schema, place)) : NONE;
		return value === NONE ? bare(schema) : value;
	}
	/** The value that nests least. */
	function bare(schema) {
		for (let fuel = 0; fuel <= MOST_FUEL; fuel++) {
			const value = bareAt(schema, fuel);
			if (value !== NONE) return value;
		}
		return NONE;
	}
	/** Found once for each schema and depth, so that schemas that need each other take no more than linear time. */
	function bareAt(schema, fuel) {
		if (fuel < 0) return NONE;
		const values = bareValues.get(schema) ?? [];
		bareValues.set(schema, values);
		if (!(fuel in values)) {
			values[fuel] = NONE;
			values[fuel] = first(valuesOf(schema, {
				...TOP,
				fuel
			}));
		}
		return values[fuel];
	}
	/** Values that fit, as far as that is looked at, the likeliest first. */
	function* valuesOf(schema, place) {
		for (const flat of flatten(schema)) {
			let tries = 0;
			for (const [value, isGiven] of candidates(schema, flat, place)) {
				made++;
				if (!(isGiven || flat.isUnsure) || doesFit(schema, value)) yield value;
				else if (++tries > MOST_TRIES) break;
			}
		}
	}
	function doesFit(schema, value) {
		if (!fits || typeof schema === "boolean") return schema !== false;
		return sizeOf(value) < MOST_VALUES$1 && fits(schema, value, unsent);
	}
	function* candidates(schema, flat, place) {
		if (trustsExamples) for (const example of flat.examples) yield [example, true];
		if (flat.values) for (const value of flat.values) yield [value, true];
		else for (const type of typesOf(flat)) for (const value of typed(type, flat, makerIn(schema, place))) yield [value, false];
	}
	function makerIn(schema, { depth, stack, fuel }) {
		const inner = fuel === void 0 ? {
			depth: depth + 1,
			stack: [...stack, ...partsIn(schema)]
		} : {
			...TOP,
			fuel: fuel - 1
		};
		return {
			flatten,
			one: (schema) => sample(schema, inner),
			many: (schema) => fuel === 0 ? [] : isDeep(schema, inner) ? some(bare(schema)) : valuesOf(schema, inner),
			isWelcome: (schema) => schema !== false && hasRoom(schema, inner),
			isUnsent: (schema) => typeof schema === "object" && isUnsent(document, schema, unsent),
			fits: doesFit
		};
	}
	return (schema) => isBare ? bare(schema) : sample(schema, TOP);
}
function typed(type, flat, maker) {
	if (type === "object") return objectsOf(flat, maker);
	if (type === "array") return listsOf(flat, maker);
	if (type === "string") return stringsOf(flat);
	if (type === "boolean") return [true, false];
	return type === "null" ? [null] : numbersOf(flat, type === "integer");
}
const ALL_TYPES = [
	"string",
	"number",
	"boolean",
	"object",
	"array",
	"null"
];
/** What a value may be, first what the schema's keywords speak of. */
function typesOf({ types, objects, required, lists, contains, least, most, steps }) {
	if (types) return [...types.filter((type) => type !== "null"), ...types.filter((type) => type === "null")];
	const bounds = Object.keys({
		...least,
		...most
	});
	const isOf = (pattern) => bounds.some((bound) => pattern.test(bound));
	const hinted = [];
	if (objects.length > 0 || required.length > 0 || isOf(/Properties$/)) hinted.push("object");
	if (lists.length > 0 || contains.length > 0 || isOf(/Items$/)) hinted.push("array");
	if (steps.length > 0 || isOf(/imum$/)) hinted.push("number");
	return hinted.length > 0 ? hinted : ALL_TYPES;
}
function some(value) {
	return value === NONE ? [] : [value];
}
function first(values) {
	for (const value of values) return value;
	return NONE;
}
// ../mock-engine/src/compile/describe-response.ts
/** Describes a response and makes the replies that it implies: its examples, or a sample where it has none that fit. */
function describeResponse(document, schemas, onProblem, place, { headers = {}, content = {} }, isError) {
	const values = (examples, schema, key, place, mediaType) => {
		const fits = ([name, value]) => {
			const problem = sizeOf(value) > MOST_VALUES ? "it is too large" : schemas.problem(key, value);
			if (problem === void 0) return true;
			if (mediaType !== void 0 && schemas.isUnparsed(key, value, mediaType)) return true;
			onProblem(`${place}: the example "${name}" does not fit its schema: ${problem}.`);
			return false;
		};
		const given = namedExamples(document, examples).filter(fits);
		if (given.length > 0) return { given };
		const canWrite = (value) => mediaType === void 0 || typeof value !== "object" || value === null || isJson(mediaType);
		let reason = "none of a reasonable size fits the schema";
		for (const value of samples(document, schema, { fits: schemas.fits })) {
			const problem = schemas.problem(key, value);
			if (problem === void 0 && canWrite(value)) return { given: [["sample", value]] };
			reason = problem === void 0 ? "it is no JSON" : `none fits the schema: ${problem}`;
		}
		const problem = `${place}: no sample could be made, since ${reason}. Give an example.`;
		onProblem(problem);
		return {
			given: [],
			problem
		};
	};
	return {
		headers: Object.fromEntries(Object.entries(headers).map(([name, referable]) => {
			const { required = false, content, explode = false, ...header } = resolve(document, referable);
			const [inner = header] = Object.values(content ?? {});
			const { schema = {}, ...examples } = {
				...inner,
				...header
			};
			const headerPlace = `${place}.header.${name}`;
			const key = schemas.add(headerPlace, schema, "writeOnly");
			const style = content ? "json" : "simple";
			const reading = content ? "any" : readingOf(document, schemas, headerPlace, schema, "writeOnly");
			const [first] = required || namedExamples(document, examples).length > 0 ? values(examples, schema, key, headerPlace).given : [];
			const example = first && (content !== void 0 || first[1] !== null) && { example: content ? JSON.stringify(first[1]) : simpleText(first[1], explode) };
			return [name.toLowerCase(), {
				required,
				reading,
				style,
				explode,
				schema: key,
				...example
			}];
		})),
		content: Object.fromEntries(Object.entries(content).map(([range, { schema = {}, ...examples }]) => {
			const mediaType = concreteOf(range);
			const mediaTypePlace = `${place}.${range}`;
			const key = schemas.add(mediaTypePlace, schema, "writeOnly");
			const serialise = (value) => typeof value === "string" && !isJson(mediaType) ? value : JSON.stringify(value);
			const { given, problem } = values(examples, schema, key, mediaTypePlace, mediaType);
			const bodies = given.map(([name, value]) => [name, serialise(value)]);
			const refusal = isError ? describeRefusal(document, schema, mediaType, [...given.map(([, value]) => value), samples(document, schema).next().value], (value) => schemas.problem(key, value) === void 0) : void 0;
			return [range, {
				schema: key,
				examples: Object.fromEntries(bodies),
				...problem && { problem },
				...refusal && { refusal }
			}];
		}))
	};
}
/** As a header has it: OpenAPI's style `simple`. */
function simpleText(value, explode) {
	if (typeof value !== "object") return String(value);
	if (Array.isArray(value)) return value.join(",");
	return Object.entries(Object(value)).map(([name, item]) => `${name}${explode ? "=" : ","}${item}`).join(",");
}
/** Examples of more values, as YAML's aliases of aliases make them, are passed over. */
const MOST_VALUES = 1e6;
function namedExamples(document, { example, examples = {} }) {
	const named = Object.entries(examples).map(([name, referable]) => [name, resolve(document, referable).value]).filter(([, value]) => value !== void 0);
	return example === void 0 ? named : [["example", example], ...named];
}
// ../mock-engine/src/compile/describe-secrets.ts
/**
* Finds what a request's schemas say is secret (`format: password`), wherever it stands in them.
*
* @returns A graph whose first node is the request, `{ path, query, header, cookie, body }`; empty if nothing is secret.
*/
function describeSecrets(document, parameters, requestBody) {
	const places = {};
	for (const { in: location, name, schema, content = {} } of parameters) {
		const [described = schema ?? {}] = Object.values(content).map((mediaType) => mediaType.schema ?? {});
		const key = location === "header" ? name.toLowerCase() : name;
		places[location] = { properties: {
			...places[location]?.properties,
			[key]: described
		} };
	}
	const bodies = Object.values(requestBody?.content ?? {}).map(({ schema = {} }) => schema);
	return prune(graphOf(document, { properties: {
		...places,
		body: { anyOf: bodies }
	} }));
}
function graphOf(document, root) {
	const nodes = [];
	const indices = /* @__PURE__ */ new Map();
	const waiting = [];
	const indexOf = (schema) => {
		if (typeof schema !== "object" || schema === null) return [];
		const found = schema;
		const index = indices.get(found) ?? waiting.push(found) - 1;
		indices.set(found, index);
		return [index];
	};
	const listOf = (value) => Array.isArray(value) ? value.flatMap(indexOf) : [];
	const valuesOf = (value) => Object.values(Object(value)).flatMap(indexOf);
	indexOf(root);
	for (const schema of waiting) {
		const target = indexOf(targetOf$1(document, schema));
		const named = Object.entries(schema.properties ?? {});
		nodes.push({
			isSecret: schema.format === "password",
			properties: new Map(named.flatMap(([name, property]) => indexOf(property).map((index) => [name, index]))),
			items: [...indexOf(schema.items), ...listOf(schema.prefixItems)],
			others: [...indexOf(schema.additionalProperties), ...valuesOf(schema.patternProperties)],
			also: [
				...target,
				...[
					schema.allOf,
					schema.anyOf,
					schema.oneOf
				].flatMap(listOf),
				...[
					schema.if,
					schema.then,
					schema.else
				].flatMap(indexOf),
				...valuesOf(schema.dependentSchemas)
			]
		});
	}
	return nodes;
}
/** Index of no node: a property by this name is none of the others. */
const NOTHING = -1;
/** Without what leads to nothing secret. */
function prune(nodes) {
	const sources = /* @__PURE__ */ new Map();
	nodes.forEach(({ properties, items, others, also }, index) => {
		for (const target of [
			...properties.values(),
			...items,
			...others,
			...also
		]) sources.set(target, [...sources.get(target) ?? [], index]);
	});
	const leading = new Set(nodes.flatMap(({ isSecret }, index) => isSecret ? [index] : []));
	for (const index of leading) for (const source of sources.get(index) ?? []) leading.add(source);
	const kept = new Map([...leading].sort((one, other) => one - other).map((index, position) => [index, position]));
	const known = (indices) => indices.flatMap((index) => kept.get(index) ?? []);
	return nodes.flatMap((node, index) => {
		if (!kept.has(index)) return [];
		const [items, others, also] = [
			known(node.items),
			known(node.others),
			known(node.also)
		];
		const properties = [...node.properties].flatMap(([name, target]) => {
			const to = kept.get(target) ?? (others.length > 0 ? NOTHING : void 0);
			return to === void 0 ? [] : [[name, to]];
		});
		return [{
			...node.isSecret && { isSecret: true },
			...properties.length > 0 && { properties: Object.fromEntries(properties) },
			...items.length > 0 && { items },
			...others.length > 0 && { others },
			...also.length > 0 && { also }
		}];
	});
}
// ../mock-engine/src/compile/keyword-problems.ts
const isNumber = (value) => typeof value === "number";
const isCount = (value) => Number.isInteger(value) && Number(value) >= 0;
const isListOf = (isItem) => (value) => Array.isArray(value) && value.every(isItem);
const TYPES = [
	"array",
	"boolean",
	"integer",
	"null",
	"number",
	"object",
	"string"
];
const isType = (value) => TYPES.some((type) => type === value);
function isPattern(value) {
	return typeof value === "string" && canRead(value);
}
const CHECKS = [
	[
		"type",
		(value) => isType(value) || isListOf(isType)(value),
		`one or several of ${TYPES.join(", ")}`
	],
	[
		"minimum maximum",
		isNumber,
		"a number"
	],
	[
		"exclusiveMinimum exclusiveMaximum",
		(value) => isNumber(value) || typeof value === "boolean",
		"a number"
	],
	[
		"multipleOf",
		(value) => isNumber(value) && Number(value) > 0,
		"a number above 0"
	],
	[
		"minLength maxLength minItems maxItems minProperties maxProperties minContains maxContains",
		isCount,
		"a whole number from 0 up"
	],
	[
		"format",
		(value) => typeof value === "string",
		"a string"
	],
	[
		"pattern",
		isPattern,
		"a regular expression that JavaScript can read, or else all is taken"
	],
	[
		"enum",
		Array.isArray,
		"a list"
	],
	[
		"required",
		(value) => typeof value === "boolean" || isListOf((name) => typeof name === "string")(value),
		"a list of names"
	]
];
const BY_KEYWORD = new Map(CHECKS.flatMap(([keywords, ...check]) => keywords.split(" ").map((keyword) => [keyword, check])));
/** What is wrong with the keywords of a schema. */
function* keywordProblems(schema) {
	for (const [key, value] of Object.entries(schema)) {
		const [isRight, want] = BY_KEYWORD.get(key) ?? [];
		if (isRight && value !== null && !isRight(value)) yield [key, `\`${key}\` is ${want}, not ${shown(value)}.`];
	}
}
// ../mock-engine/src/compile/parameter-problems.ts
const STYLES = /* @__PURE__ */ new Map([
	["path", [
		"simple",
		"label",
		"matrix"
	]],
	["query", [
		"form",
		"spaceDelimited",
		"pipeDelimited",
		"deepObject"
	]],
	["header", ["simple"]],
	["cookie", ["form"]]
]);
/** What is wrong with a parameter; under no keys, what it lacks. */
function* parameterProblems(parameter) {
	for (const key of ["name", "in"]) {
		if (typeof Reflect.get(parameter, key) === "string") continue;
		yield [[], `The parameter lacks \`${key}\`.`];
		return;
	}
	if (!("schema" in parameter || "content" in parameter)) yield [[], "The parameter lacks `schema`, or `content`."];
	const location = Reflect.get(parameter, "in");
	const styles = STYLES.get(location);
	if (!styles) yield [["in"], `\`in\` is one of ${[...STYLES.keys()].join(", ")}, not ${JSON.stringify(location)}.`];
	const style = Reflect.get(parameter, "style") ?? styles?.[0];
	if (styles && !styles.includes(style)) yield [["style"], `The style in a ${location} is one of ${styles.join(", ")}, not ${JSON.stringify(style)}.`];
}
// ../mock-engine/src/compile/path-problems.ts
/** What is wrong with the paths of a document: their form, and the parameters that stand in them. */
function* pathProblems(document) {
	const paths = Reflect.get(document, "paths");
	const known = /* @__PURE__ */ new Map();
	for (const [path, item] of Object.entries(Object(paths))) {
		if (path.startsWith("x-")) continue;
		const place = ["paths", path];
		if (!path.startsWith("/")) yield [place, "A path begins with a slash."];
		const shape = path.replace(/\{?\?.*/s, "").replace(/\{[^}]*\}/g, "{}");
		const found = followed(document, item);
		for (const method of METHODS) {
			const operation = found?.[method];
			if (!isObject(operation)) continue;
			const requests = `${method} ${shape}`;
			const other = known.get(requests);
			if (other !== void 0) yield [[...place, method], `${other} takes the same requests: no server can tell them apart.`];
			known.set(requests, path);
			const described = new Set([found?.parameters, Reflect.get(operation, "parameters")].flatMap((list) => namesIn$1(document, list)));
			const written = new Set([...path.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name));
			for (const name of written) if (!described.has(name)) yield [[...place, method], `The path has {${name}}, but no parameter describes it.`];
			for (const name of described) if (!written.has(name)) yield [[...place, method], `The parameter ${name} is in the path, which has no {${name}}.`];
		}
	}
}
/** What a reference leads to; undefined for nothing. */
function followed(document, value) {
	try {
		return isObject(value) ? {
			...resolve(document, value),
			...value
		} : void 0;
	} catch {
		return;
	}
}
function namesIn$1(document, parameters) {
	if (!Array.isArray(parameters)) return [];
	return parameters.flatMap((referable) => {
		const parameter = followed(document, referable);
		return parameter?.in === "path" && typeof parameter.name === "string" ? [parameter.name] : [];
	});
}
// ../mock-engine/src/compile/security-problems.ts
/** What is wrong with a security scheme, or with where schemes are asked for. */
function* securityProblems(document, node, kind) {
	if (kind === "securityScheme") {
		const problem = problemOfScheme(node);
		if (problem !== void 0) yield [[], `The security scheme ${problem}.`];
	}
	if (kind !== "document" && kind !== "operation") return;
	const security = Reflect.get(node, "security") ?? [];
	if (!isListOfRequirements(security)) {
		yield [["security"], SECURITY_IS_A_LIST];
		return;
	}
	const components = Reflect.get(document, "components");
	const schemes = isObject(components) ? Reflect.get(components, "securitySchemes") : void 0;
	for (const name of new Set(security.flatMap((requirement) => Object.keys(requirement)))) if (!isObject(schemes) || !Object.hasOwn(schemes, name)) yield [["security"], unknownScheme(name)];
}
/** Whether a `security` is one: what is no map has no schemes. */
function isListOfRequirements(security) {
	return Array.isArray(security) && security.every((item) => isObject(item) && !Array.isArray(item));
}
/** What is said of a `security` that is none. */
const SECURITY_IS_A_LIST = "`security` is a list of alternatives, each a map of schemes.";
/** What is said of a security scheme that is used but not described. */
function unknownScheme(name) {
	return `The security scheme ${name} is used, but components.securitySchemes lacks it.`;
}
const NEEDED = /* @__PURE__ */ new Map([
	["http", ["scheme"]],
	["apiKey", ["in", "name"]],
	["oauth2", []],
	["openIdConnect", []],
	["mutualTLS", []]
]);
/** What is wrong with a security scheme, in words; undefined if nothing is. */
function problemOfScheme(scheme) {
	const type = Reflect.get(scheme, "type");
	const needed = NEEDED.get(type);
	if (!needed) return `has a \`type\` of ${[...NEEDED.keys()].join(", ")}, not ${JSON.stringify(type)}`;
	const missing = needed.find((key) => typeof Reflect.get(scheme, key) !== "string");
	if (missing !== void 0) return `lacks \`${missing}\``;
	const location = Reflect.get(scheme, "in");
	if (type !== "apiKey" || [
		"query",
		"header",
		"cookie"
	].some((known) => known === location)) return void 0;
	return `is in a query, header or cookie, not ${JSON.stringify(location)}`;
}
// ../mock-engine/src/compile/find-problems.ts
/**
* Finds what keeps parts of an OpenAPI document from being served: references that lead nowhere, unknown security schemes,
* whatever is not what it has to be in its place. Each is told once, in the document's order; what is wrong with paths, last.
*/
function findProblems(document) {
	const problems = [];
	const visited = /* @__PURE__ */ new Map();
	const operationIds = /* @__PURE__ */ new Map();
	function visit(node, kind, pointer) {
		const seen = visited.get(kind) ?? /* @__PURE__ */ new Set();
		visited.set(kind, seen.add(node));
		const add = (message, ...keys) => problems.push({
			pointer: pointer + pointerOf(keys),
			message
		});
		if ("$ref" in node) {
			const problem = problemOfReference(document, node.$ref);
			if (problem) add(problem, "$ref");
			if (kind !== "schema" && kind !== "pathItem") return;
		}
		for (const [keys, message] of placeProblems(node, kind)) add(message, ...keys);
		for (const [keys, message] of securityProblems(document, node, kind)) add(message, ...keys);
		if (kind === "operation" && "operationId" in node && node.operationId !== null) {
			const id = String(node.operationId);
			const other = operationIds.get(id);
			if (other !== void 0) add(`The operation #${other} is called ${id} too: give each a name of its own.`, "operationId");
			operationIds.set(id, pointer);
		}
		if (kind === "parameter" && !pointer.includes("/headers/")) for (const [keys, message] of parameterProblems(node)) add(message, ...keys);
		if (kind === "schema") for (const [key, message] of keywordProblems(node)) add(message, key);
		for (const child of childrenOf(node, kind)) if (!visited.get(child.kind)?.has(child.value)) visit(child.value, child.kind, pointer + pointerOf(child.keys));
	}
	visit(document, "document", "");
	for (const [keys, message] of pathProblems(document)) problems.push({
		pointer: pointerOf(keys),
		message
	});
	return problems;
}
function problemOfReference(document, reference) {
	const seen = /* @__PURE__ */ new Set();
	for (let current = reference;;) {
		if (typeof current !== "string") return "A $ref is a string.";
		if (seen.has(current)) return `${current} refers to itself.`;
		seen.add(current);
		try {
			const target = lookUp(document, current);
			if (!isObject(target) || !("$ref" in target) || Object.keys(target).length > 1) return void 0;
			current = target.$ref;
		} catch (error) {
			return error instanceof Error ? error.message : void 0;
		}
	}
}
// ../mock-engine/src/compile/webhooks-of.ts
/**
* What an API itself sends, by name: its webhooks, and the callbacks of its operations, wherever their expressions lead. Each
* operation has an operationId, its own or the name.
*/
function webhooksOf(document) {
	const named = [...Object.values(document.paths ?? {}).flatMap((referable) => {
		const pathItem = resolve(document, referable);
		return METHODS.flatMap((method) => Object.entries(pathItem[method]?.callbacks ?? {}));
	}).flatMap(([name, callback]) => Object.values(resolve(document, callback)).map((pathItem) => [name, pathItem])), ...Object.entries(document.webhooks ?? {})];
	return Object.fromEntries(named.map(([name, referable]) => {
		const pathItem = resolve(document, referable);
		const operations = METHODS.flatMap((method) => {
			const operation = pathItem[method];
			return operation ? [[method, {
				operationId: name,
				...operation
			}]] : [];
		});
		return [name, {
			...pathItem,
			...Object.fromEntries(operations)
		}];
	}));
}
// ../mock-engine/src/compile/describe-api.ts
/**
* Turns a bundled OpenAPI document into what the engine runs on. An operation is described, and its schemas registered with
* `schemas`, when more of it is read than its name, method, path and security.
*
* @param onProblem Called with the place and the fault of an example that does not fit its schema, or of a schema that no
* sample could be made for.
*/
function describeApi(document, schemas, onProblem) {
	const describePaths = (key, paths = {}) => Object.entries(paths).flatMap(([path, referable]) => describePath(path, {
		...resolve(document, referable),
		...referable
	}, pointerOf([key, path])));
	function describePath(path, pathItem, pointer) {
		return METHODS.flatMap((method) => {
			const operation = pathItem[method];
			if (!operation) return [];
			const operationId = operation.operationId ?? `${method} ${path}`;
			const describe = () => {
				try {
					return describeOperation(document, schemas, onProblem, operationId, pathItem, operation);
				} catch (error) {
					const faults = faultsOf(document, [`${pointer}/${method}`, `${pointer}/parameters`]);
					throw faults === "" ? error : new Error(faults);
				}
			};
			const security = () => describeSecurity(document, operation.security ?? document.security ?? []);
			const secrets = () => describeRequestSecrets(document, pathItem, operation);
			return [lazily({
				operationId,
				method: method.toUpperCase(),
				path
			}, security, secrets, describe)];
		});
	}
	return {
		baseUrl: serverUrl(document.servers?.[0]),
		operations: describePaths("paths", document.paths),
		webhooks: describePaths("webhooks", webhooksOf(document))
	};
}
/** What the start says of some places of a document. */
function faultsOf(document, places) {
	return findProblems(document).filter(({ pointer }) => places.some((place) => `${pointer}/`.startsWith(`${place}/`))).map(({ pointer, message }) => `#${pointer}: ${message}`).join(" ");
}
function serverUrl(server) {
	const { url, variables } = server ?? {};
	const whole = String(url ?? "/").replace(/\{([^}]+)\}/g, (template, name) => variables?.[name]?.default ?? template);
	if (URL.canParse(whole)) return whole;
	return new URL(URL.canParse(whole, NOWHERE) ? whole : "/", NOWHERE).href;
}
const NOWHERE = "https://api.invalid";
function lazily(label, describeSecurity, describeSecrets, describe) {
	let security;
	let secrets;
	let details;
	const known = () => {
		details ??= describe();
		return details;
	};
	return {
		...label,
		get security() {
			security ??= describeSecurity();
			return security;
		},
		get secrets() {
			secrets ??= describeSecrets();
			return secrets;
		},
		get parameters() {
			return known().parameters;
		},
		get parametersSchema() {
			return known().parametersSchema;
		},
		get requestBody() {
			return known().requestBody;
		},
		get responses() {
			return known().responses;
		}
	};
}
function describeOperation(document, schemas, onProblem, operationId, pathItem, operation) {
	const parameters = mergeParameters(document, pathItem, operation);
	const requestBody = operation.requestBody && resolve(document, operation.requestBody);
	return {
		parameters: parameters.map((parameter) => describeParameter(document, schemas, operationId, parameter)),
		...parameters.length > 0 && { parametersSchema: schemas.add(`${operationId}.parameters`, parametersSchema(parameters), "readOnly") },
		...requestBody && { requestBody: describeRequestBody(document, schemas, operationId, requestBody) },
		responses: Object.fromEntries(Object.entries(operation.responses ?? ANY_SUCCESS).map(([status, response]) => [status, describeResponse(document, schemas, onProblem, `${operationId}.${status}`, resolve(document, response), !/^[123]/.test(status))]))
	};
}
/** Responses may be left out since OpenAPI 3.1. */
const ANY_SUCCESS = { "2XX": {} };
function describeRequestSecrets(document, pathItem, operation) {
	const body = operation.requestBody && resolve(document, operation.requestBody);
	return describeSecrets(document, mergeParameters(document, pathItem, operation), body);
}
function describeSecurity(document, requirements) {
	if (!isListOfRequirements(requirements)) throw new Error(SECURITY_IS_A_LIST);
	return requirements.map((requirement) => Object.keys(requirement).map((name) => {
		const referable = document.components?.securitySchemes?.[name];
		if (!referable) throw new Error(unknownScheme(name));
		const scheme = resolve(document, referable);
		const problem = problemOfScheme(scheme);
		if (problem !== void 0) throw new Error(`The security scheme ${name} ${problem}.`);
		if (scheme.type === "http") return {
			kind: "http",
			scheme: scheme.scheme
		};
		if (scheme.type === "apiKey") return {
			kind: "apiKey",
			in: scheme.in,
			name: scheme.name
		};
		return scheme.type === "mutualTLS" ? { kind: "other" } : {
			kind: "http",
			scheme: "bearer"
		};
	}));
}
// ../mock-engine/src/compile/formats.ts
/** The formats of JSON Schema and OpenAPI, with integers of 64 bits held to their range. */
const formats = {
	...fullFormats,
	int64: {
		type: "number",
		validate: (value) => Number.isInteger(value) && value >= -(2 ** 63) && value <= 2 ** 63
	}
};
// ../mock-engine/src/compile/is-multiple-of.ts
/** Whether a number is a multiple of a step, both as they are written in decimal: 19.99 is one of 0.01. */
function isMultipleOf(value, step) {
	const [one, other] = [decimalOf(value), decimalOf(step)];
	const digits = Math.max(one.decimals, other.decimals);
	const scaled = ({ digits: integer, decimals }) => integer * 10n ** BigInt(digits - decimals);
	return scaled(one) % scaled(other) === 0n;
}
function decimalOf(value) {
	const [mantissa = "", exponent = "0"] = String(value).split("e");
	const [whole = "", fraction = ""] = mantissa.split(".");
	return {
		digits: BigInt(whole + fraction),
		decimals: fraction.length - Number(exponent)
	};
}
// ../mock-engine/src/compile/schema-compiler.ts
const SPEC_ID = "spec";
/** Ajv takes whatever stands under the usual `$id` for an identifier, in examples and property names too. */
const ID_KEYWORD = "x-schema-id";
const ADDED = "x-added-schemas";
/** Where compiled code finds the formats: bundled with it by whoever writes that code down. */
const FORMATS_MODULE = _`require("./formats.ts").formats`;
const IS_MULTIPLE_OF = _`require("./is-multiple-of.ts").isMultipleOf`;
const OPTIONS = {
	strict: false,
	validateSchema: false,
	validateFormats: true,
	allErrors: true,
	inlineRefs: false,
	schemaId: ID_KEYWORD,
	meta: false,
	logger: false,
	ownProperties: true
};
/**
* Schemas keep their place in the document, so that every `$ref` resolves as it stands; those written in line are
* registered beside them.
*/
function createSchemaCompiler(document, { isWritten = true } = {}) {
	const names = /* @__PURE__ */ new Set();
	const uses = /* @__PURE__ */ new Map();
	const known = /* @__PURE__ */ new Map();
	const probes = /* @__PURE__ */ new Map();
	function useOf(unsent) {
		const use = known.get(unsent) ?? createUse(document, unsent, isWritten);
		known.set(unsent, use);
		return use;
	}
	function put(name, schema, unsent) {
		let readable = name.replace(/[^\w.-]/g, "_");
		while (names.has(readable)) readable += "_";
		names.add(readable);
		const { added, relax } = useOf(unsent);
		added[readable] = relax(schema);
		return `/${ADDED}/${readable}`;
	}
	function locate(key) {
		const unsent = uses.get(key);
		if (unsent === void 0) throw new Error(`There is no schema ${key}.`);
		return {
			ajv: useOf(unsent).ajv,
			reference: `${SPEC_ID}#${key}`
		};
	}
	function compile(ajv, reference) {
		const validate = ajv.getSchema(reference);
		if (!validate) throw new Error(`There is no schema ${reference}.`);
		return validate;
	}
	function find(key) {
		const { ajv, reference } = locate(key);
		return compile(ajv, reference);
	}
	return {
		add(name, schema, unsent) {
			resolve(document, schema);
			const key = Object.keys(schema).length === 1 && schema.$ref !== void 0 && unsent === "writeOnly" ? schema.$ref.slice(1) : put(name, schema, unsent);
			uses.set(key, unsent);
			return key;
		},
		problem(key, value) {
			const validate = find(key);
			return validate(value) ? void 0 : describeErrors(validate);
		},
		isUnparsed(key, value, mediaType) {
			const validate = find(key);
			return !validate(value) && isUnparsed(mediaType, value, validate);
		},
		fits(schema, value, unsent) {
			const validate = probes.get(schema) ?? compile(useOf(unsent).ajv, `${SPEC_ID}#${put("probe", schema, unsent)}`);
			probes.set(schema, validate);
			return validate(value);
		},
		find,
		get keys() {
			return [...uses.keys()];
		},
		locate
	};
}
function createUse(document, unsent, isWritten) {
	const added = {};
	const relax = createRelax(document, unsent);
	const root = { [ID_KEYWORD]: SPEC_ID };
	for (const [key, value] of [...Object.entries(relax(document, "document")), [ADDED, added]]) Object.defineProperty(root, key, { value });
	const ajv = new Ajv2020({
		...OPTIONS,
		code: {
			source: isWritten,
			esm: true,
			formats: FORMATS_MODULE,
			regExp: readPattern
		}
	});
	ajvFormats.default(ajv);
	for (const [name, format] of Object.entries(formats)) ajv.addFormat(name, format);
	ajv.removeKeyword("multipleOf").addKeyword({
		keyword: "multipleOf",
		type: "number",
		schemaType: "number",
		error: {
			message: ({ schemaCode }) => str`must be multiple of ${schemaCode}`,
			params: ({ schemaCode }) => _`{multipleOf: ${schemaCode}}`
		},
		code(context) {
			const isMultiple = context.gen.scopeValue("func", {
				ref: isMultipleOf,
				code: IS_MULTIPLE_OF
			});
			context.fail$data(_`!${isMultiple}(${context.data}, ${context.schemaCode})`);
		}
	});
	ajv.addSchema(root);
	return {
		ajv,
		relax,
		added
	};
}
// ../mock-engine/src/compile/unfold.ts
/** Keywords whose schemas are held against the same value as the schema that has them. */
const SAME_PLACE = new Set("allOf anyOf oneOf not if then else dependentSchemas".split(" "));
/** What more schemas than these would ask for, written out in one, is not asked. */
const MOST_PARTS = 1e3;
/**
* Ends what would be evaluated for ever (JSON Schema 2020-12, Core, 9.4.1): schemas that are each other's parts, as a parent
* is one of its children, and each child all of its parent. While a schema is evaluated, a reference back to it asks for
* nothing more, and a choice of which it is one is made: a parent is one of its children by what they add to it, and a child
* is the parent, whichever else that may be. Such schemas are written out so in copies, to which all references lead.
*
* @param references Those of the document that lead to schemas.
*/
function unfold(document, references) {
	const cycles = /* @__PURE__ */ new Map();
	for (const reference of references) {
		const target = partOf(document, { $ref: reference });
		if (!target) continue;
		const parts = partsFrom(document, target, SAME_PLACE);
		if (parts.has(target)) cycles.set(target, {
			parts,
			name: reference,
			names: namesIn(document, target)
		});
	}
	if (cycles.size === 0) return document;
	const known = /* @__PURE__ */ new Map();
	const copied = /* @__PURE__ */ new Set();
	const counts = /* @__PURE__ */ new Map();
	function unfolded(node, kind, outer) {
		const earlier = outer.length === 0 ? known.get(node) : void 0;
		if (earlier) return earlier;
		if (outer.length === 0) known.set(node, node);
		const within = [...outer, node];
		const inner = mapChildren(kind === "schema" ? withoutMade(node, within) : node, kind, (child) => unfolded(child.value, child.kind, SAME_PLACE.has(child.keys[0] ?? "") ? within : []));
		const result = kind === "schema" && isSchema(inner) ? withoutReturn(inner, within) : inner;
		if (outer.length === 0) known.set(node, result);
		return result;
	}
	function withoutMade(schema, within) {
		const isMade = (part) => within.includes(endOf(document, part));
		const isOpen = ([key, value]) => !(["anyOf", "oneOf"].includes(key) && Array.isArray(value) && value.some(isMade));
		return Object.fromEntries(Object.entries(schema).filter(isOpen));
	}
	function withoutReturn(schema, within) {
		const target = partOf(document, schema);
		const cycle = target && cycles.get(target);
		if (!cycle) return schema;
		const { $ref, ...others } = schema;
		return {
			...others,
			allOf: [...others.allOf ?? [], ownOf(target, cycle, within)]
		};
	}
	function ownOf(target, { parts, name, names }, within) {
		if (within.includes(target)) return names;
		if (within.some((outer) => parts.has(outer))) {
			const count = counts.get(within[0]) ?? 0;
			counts.set(within[0], count + 1);
			return count < MOST_PARTS ? unfolded(target, "schema", within) : {};
		}
		copied.add(target);
		return { $ref: referenceTo(`/components/schemas${pointerOf([name])}`) };
	}
	const { components = {}, ...others } = unfolded(document, "document", []);
	const schemas = new Map(Object.entries(components.schemas ?? {}));
	for (const target of copied) schemas.set(cycles.get(target)?.name ?? "", unfolded(target, "schema", []));
	return {
		...others,
		components: {
			...components,
			schemas: Object.fromEntries(schemas)
		}
	};
}
function partsFrom(document, schema, keywords) {
	const nextTo = (part) => [...childrenOf(part, "schema").flatMap(({ keys: [key = ""], value }) => keywords.has(key) ? [value] : []), ...[partOf(document, part) ?? []].flat()];
	const found = new Set(nextTo(schema));
	for (const part of found) for (const next of nextTo(part)) found.add(next);
	return found;
}
/** What a schema refers to; undefined for nothing, and for what no value can be held against. */
function partOf(document, schema) {
	if (!isSchema(schema) || !endOf(document, schema)) return void 0;
	const target = targetOf$1(document, schema);
	return isSchema(target) ? target : void 0;
}
function namesIn(document, schema) {
	const names = [schema, ...partsFrom(document, schema, /* @__PURE__ */ new Set(["allOf"]))].flatMap((part) => Object.keys(Object(Reflect.get(part, "properties"))));
	return names.length > 0 ? { properties: Object.fromEntries(names.map((name) => [name, {}])) } : {};
}
// ../mock-engine/src/compile/with-discriminator.ts
/**
* Says in JSON Schema's words what `discriminator` does: a property tells by name of which schema a value is (OpenAPI 3.1,
* Discriminator Object). A choice asks for the names of those that it is made from, and a child for those that its parent's
* mapping gives it. Frameworks that write no mapping have other names than the schemas': a child has its own as an example
* only, and where its like are to choose from, several may do.
*/
function withDiscriminator(document, schema, pointer) {
	try {
		const changes = {
			...asChoice(document, schema),
			...asChild(document, schema, pointer)
		};
		return Object.keys(changes).length > 0 ? {
			...schema,
			...changes
		} : schema;
	} catch {
		return schema;
	}
}
function asChoice(document, schema) {
	const { oneOf, anyOf, allOf = [] } = schema;
	const own = discriminatorOf(schema);
	if (own) {
		const ask = (branch) => asking(document, branch, own);
		return {
			...oneOf && { oneOf: oneOf.map(ask) },
			...anyOf && { anyOf: anyOf.map(ask) }
		};
	}
	const [parent, ...others] = new Set(oneOf?.map((branch) => parentOf(document, branch)));
	if (!oneOf || !parent || others.length > 0 || discriminatorOf(parent)?.mapping) return {};
	return {
		oneOf: void 0,
		allOf: [...allOf, { anyOf: oneOf }]
	};
}
/** One of a choice, its names asked for beside the reference. */
function asking(document, branch, { propertyName, mapping }) {
	if (branch.$ref === void 0) return branch;
	const target = endOf(document, branch);
	const given = namesOf(document, mapping, (schema) => schema === target);
	const properties = propertyOf(document, branch, propertyName, given.length > 0 ? given : keysOf(branch.$ref).slice(-1), "enum");
	return {
		...branch,
		...properties
	};
}
/** The property of a named schema one of whose parents has a discriminator. */
function asChild(document, schema, pointer) {
	const [, own] = /^\/components\/schemas\/([^/]+)$/.exec(pointer) ?? [];
	const { allOf } = schema;
	if (own === void 0 || !allOf || "additionalProperties" in schema) return {};
	const parent = parentOf(document, { allOf });
	const discriminator = parent && discriminatorOf(parent);
	if (!discriminator) return {};
	const { propertyName, mapping } = discriminator;
	const given = namesOf(document, mapping, (other) => conjunctionOf(document, other).has(schema));
	return propertyOf(document, schema, propertyName, given.length > 0 ? given : keysOf(pointer).slice(-1), given.length > 0 ? "enum" : "examples");
}
/** What is said of a property once it has one of these names, as far as it may. */
function propertyOf(document, schema, propertyName, names, keyword) {
	const values = [...conjunctionOf(document, schema)].filter(isSchema).flatMap(({ properties = {} }) => [...conjunctionOf(document, properties[propertyName] ?? {})]).filter(isSchema).flatMap((part) => "const" in part ? [[part.const]] : Array.isArray(part.enum) ? [part.enum] : []);
	const possible = names.filter((name) => values.every((values) => values.includes(name)));
	const { [propertyName]: property = {}, ...others } = schema.properties ?? {};
	return possible.length > 0 ? { properties: {
		...others,
		[propertyName]: {
			...property,
			[keyword]: possible
		}
	} } : {};
}
function namesOf(document, mapping = {}, isIt) {
	const { schemas = {} } = document.components ?? {};
	return Object.entries(mapping).flatMap(([name, place]) => {
		const target = Object.hasOwn(schemas, place) ? schemas[place] : endOf(document, { $ref: place });
		return isSchema(target) && isIt(target) ? [name] : [];
	});
}
function parentOf(document, schema) {
	return [...conjunctionOf(document, schema)].filter(isSchema).find((part) => discriminatorOf(part));
}
function discriminatorOf({ discriminator }) {
	return isSchema(discriminator) && typeof discriminator.propertyName === "string" ? discriminator : void 0;
}
// ../mock-engine/src/compile/upgrade.ts
/**
* Returns the document with what is left of OpenAPI 3.0 in its schemas put in the words of 3.1: `nullable` becomes the type
* `null`, and exclusive bounds become numbers. Documents that call themselves 3.1 have such remains too. A schema that
* stands in several places, as YAML's aliases make it, stands in the first alone: the others refer to it.
*/
function upgrade(document) {
	const places = /* @__PURE__ */ new Map();
	const known = /* @__PURE__ */ new Map();
	const references = /* @__PURE__ */ new Map();
	function upgraded(node, kind, pointer) {
		const done = known.get(kind) ?? /* @__PURE__ */ new Map();
		known.set(kind, done);
		if (kind === "schema") {
			const place = places.get(node);
			if (place !== void 0 && place !== pointer) {
				const $ref = referenceTo(place);
				references.set($ref, kind);
				return { $ref };
			}
			places.set(node, pointer);
		}
		const earlier = done.get(node);
		if (earlier) return earlier;
		done.set(node, node);
		if ("$ref" in node && typeof node.$ref === "string") references.set(node.$ref, kind);
		const inner = kind === "schema" && isWrapped(node) ? `${pointer}/anyOf/0` : pointer;
		const sound = withoutNulls(kind === "schema" && isSchema(node) ? withDiscriminator(document, node, pointer) : node, kind);
		const result = mapChildren(kind === "schema" ? withoutTwins(sound) : sound, kind, ({ keys, value, kind }) => upgraded(value, kind, inner + pointerOf(keys)));
		const own = kind === "schema" ? withProtoProperty(upgradeSchema(result)) : result;
		done.set(node, own);
		return own;
	}
	let result = upgraded(document, "document", "");
	for (const [reference, kind] of references) {
		const pointer = pointerIn(reference) ?? "";
		const target = targetOf(document, reference);
		if (!isObject(target) || known.get(kind)?.has(target)) continue;
		result = withValueAt(result, keysOf(pointer), upgraded(target, kind, pointer));
	}
	return unfold(result, [...references].flatMap(([reference, kind]) => kind === "schema" ? [reference] : []));
}
/** The same schema once more asks for nothing more: nine times nine times nine is what aliases make of it. */
function withoutTwins(schema) {
	const changes = ["allOf", "anyOf"].flatMap((key) => {
		const parts = Reflect.get(schema, key);
		const unlike = Array.isArray(parts) ? [...new Set(parts)] : [];
		return Array.isArray(parts) && unlike.length < parts.length ? [[key, unlike]] : [];
	});
	const oneOf = Reflect.get(schema, "oneOf");
	if (Array.isArray(oneOf) && new Set(oneOf).size < oneOf.length) changes.push(["oneOf", [exactlyOne(oneOf)]]);
	return changes.length > 0 ? withEntries(schema, changes) : schema;
}
/** What fits one of two that are the same fits the other, too. */
function exactlyOne(parts) {
	const isTwin = (part) => parts.indexOf(part) !== parts.lastIndexOf(part);
	const single = parts.filter((part) => !isTwin(part));
	return single.length > 0 ? {
		oneOf: single,
		not: { anyOf: [...new Set(parts.filter(isTwin))] }
	} : { not: {} };
}
function targetOf(document, reference) {
	try {
		return lookUp(document, reference);
	} catch {
		return;
	}
}
function withValueAt(holder, [key = "", ...others], value) {
	const inner = Reflect.get(holder, key);
	return withEntries(holder, [[key, others.length > 0 && isObject(inner) ? withValueAt(inner, others, value) : value]]);
}
/** By the letter of 3.0 `nullable` means nothing beside `$ref` or without a type; what its authors mean is clear all the same. */
function isWrapped(schema) {
	return "nullable" in schema && schema.nullable === true && !("type" in schema && typeof schema.type === "string");
}
const OFTEN_BOOLEAN = [
	"exclusiveMinimum",
	"exclusiveMaximum",
	"required"
];
function upgradeSchema(given) {
	const hasNoValue = "enum" in given && Array.isArray(given.enum) && given.enum.length === 0;
	if (!(hasNoValue || "nullable" in given || OFTEN_BOOLEAN.some((key) => typeof Reflect.get(given, key) === "boolean"))) return given;
	const { nullable, ...schema } = { ...given };
	for (const [bound, exclusive] of [["minimum", "exclusiveMinimum"], ["maximum", "exclusiveMaximum"]]) {
		if (typeof schema[exclusive] !== "boolean") continue;
		const isExclusive = schema[exclusive];
		delete schema[exclusive];
		if (!isExclusive || schema[bound] === void 0) continue;
		schema[exclusive] = schema[bound];
		delete schema[bound];
	}
	if (typeof schema.required === "boolean") delete schema.required;
	if (hasNoValue) {
		delete schema.enum;
		schema.not = {};
	}
	if (isWrapped(given)) return { anyOf: [schema, { type: "null" }] };
	if (nullable === true) {
		schema.type = [schema.type, "null"];
		if (Array.isArray(schema.enum) && !schema.enum.includes(null)) schema.enum = [...schema.enum, null];
	}
	return schema;
}
// ../mock-engine/src/compile/compile-spec.ts
/**
* Makes what `createMockApi({ spec })` serves from any OpenAPI 3.0 or 3.1 document: parsed, and without references to other
* files. An operation is compiled when it is first called. Examples that do not fit their schemas are passed over.
*
* @throws TypeError if it is no such document.
*/
function compileSpec(document) {
	assertOpenApi(document);
	const upgraded = upgrade(document);
	const schemas = createSchemaCompiler(upgraded, { isWritten: false });
	return {
		api: describeApi(upgraded, schemas, () => {}),
		findValidator: schemas.find
	};
}
export { findProblems as n, keysOf as r, compileSpec as t };
