import { n as findProblems, r as keysOf, t as compileSpec } from "./compile-spec-DXy6usNA.js";
import { readFile } from "node:fs/promises";
import { bundle } from "@apidevtools/json-schema-ref-parser";
import { LineCounter, isMap, isNode, isScalar, isSeq, parse, parseDocument } from "yaml";
// ../mock-engine/src/compile/read-spec.ts
/** Reads and compiles an OpenAPI document in JSON or YAML, with the files that it refers to. Nothing is fetched. */
async function readSpec(path) {
	const text = (await readFile(path, "utf8")).replace(/^\uFEFF/, "");
	const document = !EXTERNAL_REFERENCE.test(text) ? parseText(text) : await bundle(path, { resolve: { http: false } });
	if (typeof document !== "object" || document === null) throw new TypeError("It is no OpenAPI document.");
	const spec = compileSpec(document);
	const problems = findProblems(document);
	if (problems.length === 0) return {
		...spec,
		problems: []
	};
	const lineOf = createLineFinder(text);
	return {
		...spec,
		problems: problems.map(({ pointer, message }) => `${path}:${lineOf(pointer)} #${pointer}: ${message}`)
	};
}
const EXTERNAL_REFERENCE = /\$ref["']?\s*:\s*["']?[^\s"'#]/;
/** How many aliases YAML has is no matter: each stands for what it names, which is held once. */
function parseText(text) {
	return /^\s*\{/.test(text) ? JSON.parse(text) : parse(text, { maxAliasCount: -1 });
}
/** Finds the line of a place, or of what is left of it in the file. JSON is YAML too. */
function createLineFinder(text) {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines });
	return (pointer) => {
		let node = document.contents;
		let offset = 0;
		for (const key of keysOf(pointer)) {
			const pair = isMap(node) ? node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key) : void 0;
			const item = isSeq(node) ? node.items[Number(key)] : void 0;
			const place = pair?.key ?? item;
			if (!isNode(place)) break;
			offset = place.range?.[0] ?? offset;
			node = pair ? pair.value : item;
		}
		return lines.linePos(offset).line;
	};
}
export { readSpec };
