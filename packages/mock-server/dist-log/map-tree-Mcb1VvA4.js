// src/map-tree.ts
/**
* A copy of a JSON value with some of its parts changed.
*
* @param change Given each part and its JSON Pointer, what takes its place; the same, to look into it.
*/
function mapTree(value, change, pointer = "") {
	const changed = change(value, pointer);
	if (changed !== value || typeof value !== "object" || value === null) return changed;
	const inner = (name, part) => mapTree(part, change, `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`);
	if (Array.isArray(value)) return value.map((part, index) => inner(String(index), part));
	return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inner(name, part)]));
}
export { mapTree as t };
