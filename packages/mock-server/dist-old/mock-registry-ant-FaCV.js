import { t as createMockEngine } from "./mock-engine-4KSNdbtH.js";
// src/mock-registry.ts
/** The id of the mock that there is from the start. */
const DEFAULT_MOCK = "default";
function createMockRegistry(defaults) {
	const mocks = /* @__PURE__ */ new Map();
	let current = defaults;
	let count = 0;
	function register(id, options) {
		const replies = /* @__PURE__ */ new Map();
		const faults = /* @__PURE__ */ new Map();
		const mock = {
			id,
			options,
			engine: createMockEngine({
				...current,
				...options
			}),
			replies,
			faults,
			reset() {
				replies.clear();
				faults.clear();
				mock.engine.controls.reset();
			}
		};
		mocks.set(id, mock);
		return mock;
	}
	function get(id) {
		const mock = mocks.get(id);
		if (!mock) throw new RangeError(`There is no mock "${id}": it was never created, or it was dropped.`);
		return mock;
	}
	register(DEFAULT_MOCK, {});
	return {
		create: (options = {}) => register(String(++count), options),
		get,
		find: (id) => mocks.get(id),
		drop(id) {
			if (id === "default") throw new RangeError(`The mock "${id}" cannot be dropped, only reset.`);
			get(id).reset();
			mocks.delete(id);
		},
		reload(spec) {
			const engines = [...mocks].map(([id, { options }]) => [id, createMockEngine({
				...defaults,
				...options,
				spec
			})]);
			current = {
				...defaults,
				spec
			};
			for (const [id, engine] of engines) {
				const mock = mocks.get(id);
				if (!mock) continue;
				mock.reset();
				mock.engine = engine;
			}
		}
	};
}
export { createMockRegistry as n, DEFAULT_MOCK as t };
