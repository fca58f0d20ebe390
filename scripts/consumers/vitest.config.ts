import { mergeConfig } from "vitest/config";
import { shared } from "../../vitest.shared.ts";

// Installing waits most of its time.
export default mergeConfig(shared, { test: { maxConcurrency: 4, include: ["*.test.ts"] } });
