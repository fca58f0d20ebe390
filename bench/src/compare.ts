/** What one way of doing a thing took: the median and the least of its rounds. */
export interface Row {
  readonly name: string;
  readonly median: number;
  readonly least: number;
}

/**
 * Measures several ways of doing a thing in turn, round by round, so that a machine whose speed drifts treats all alike.
 * The first rounds warm up and are not counted.
 */
export async function compare(
  ways: Record<string, () => Promise<number> | number>,
  rounds: number,
  warmUps = 1,
): Promise<Row[]> {
  const measured = new Map(Object.keys(ways).map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds + warmUps; round++) {
    for (const [name, measure] of Object.entries(ways)) {
      const figure = await measure();
      if (round >= warmUps) measured.get(name)?.push(figure);
    }
  }
  return [...measured].map(([name, figures]) => {
    const sorted = figures.toSorted((a, b) => a - b);
    return { name, median: sorted[sorted.length >> 1] ?? Number.NaN, least: sorted[0] ?? Number.NaN };
  });
}

/** Prints rows with their ratio to the first. */
export function print(title: string, unit: string, rows: readonly Row[]): void {
  const floor = rows[0]?.median ?? Number.NaN;
  console.log(`\n${title} (${unit}; ratio to the first row)`);
  for (const { name, median, least } of rows) {
    console.log(
      `  ${name.padEnd(44)} median ${median.toFixed(2).padStart(9)}  least ${least.toFixed(2).padStart(9)}  × ${(median / floor).toFixed(3)}`,
    );
  }
}
