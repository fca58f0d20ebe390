import { defineConfig, mergeConfig, type ViteUserConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { shared } from "../../vitest.shared.ts";

/** What failed for the mutant before goes first, then what is quick: the first failure ends a run. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const cost = (file: TestSpecification) => {
      const known = this.ctx.cache.getTestSpecificationResult(file);
      return known && !known.failed ? known.duration : 0;
    };
    return files.toSorted((one, other) => cost(one) - cost(other));
  }
}

/** A package's tests, as they are run for each mutant: without types, and without those that are left out. */
const config: ViteUserConfig = mergeConfig(
  shared,
  defineConfig({
    test: {
      typecheck: { enabled: false },
      sequence: { sequencer: QuickFirst },
      ...JSON.parse(process.env.MUTANTS_TESTS ?? "{}"),
    },
  }),
);

export default config;
