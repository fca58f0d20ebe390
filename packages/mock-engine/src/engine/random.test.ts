import { expect, test } from "vitest";
import { createRandom } from "./random.ts";

test.each([1, 2 ** 40 + 1])("gives the numbers of the seed %d, the same from release to release", (seed) => {
  const random = createRandom(seed);
  expect([random(), random(), random()]).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522]);
});
