import type { Flat } from "./flatten.ts";

/** Numbers between a schema's bounds, each a multiple of its steps: the least from 0 up, then upwards, then downwards. */
export function* numbersOf({ least, most, steps }: Flat, isInteger: boolean): Generator<number> {
  const { minimum = -Infinity, exclusiveMinimum = -Infinity } = least;
  const { maximum = Infinity, exclusiveMaximum = Infinity } = most;
  const fits = (value: number) =>
    value >= minimum && value > exclusiveMinimum && value <= maximum && value < exclusiveMaximum;
  const low = Math.max(minimum, exclusiveMinimum);
  const high = Math.min(maximum, exclusiveMaximum);
  const start = low > -Infinity ? low : Math.min(high, 0);
  const all = isInteger ? [...steps, 1] : steps;
  const step = all.length === 0 ? undefined : commonMultiple(all);
  const span = high - low;
  if (step === undefined && span < Infinity) {
    for (const share of [0, 1 / 2, 1, 1 / 4, 3 / 4, 1 / 8]) if (fits(low + share * span)) yield low + share * span;
    return;
  }
  const { value: width, decimals } = step ?? { value: 1, decimals: decimalsOf(start) };
  const first = step ? Math.ceil(start / width) * width : start;
  for (const direction of [1, -1]) {
    for (let index = direction > 0 ? 0 : 1; index < MOST; index++) {
      // In decimal, as the step is written: 57 steps of 0.01 are 0.57.
      const value = Number((first + direction * index * width).toFixed(Math.min(decimals, 100)));
      if (fits(value)) yield value;
      // After some: what may be no whole number is tried as none, too.
      if (step === undefined && index === 3 && fits(start + 0.5)) yield start + 0.5;
    }
  }
}

/** More are not asked for, not even by lists of unlike items. */
const MOST = 2_000;

/** The least number that is a multiple of all, in decimal. */
function commonMultiple(steps: readonly number[]): { readonly value: number; readonly decimals: number } {
  const decimals = Math.max(...steps.map(decimalsOf));
  const scale = 10 ** Math.min(decimals, 15);
  const value = steps
    .map((step) => Math.round(step * scale))
    .reduce((one, other) => (one / divisor(one, other)) * other);
  return { value: value / scale, decimals };
}

function divisor(one: number, other: number): number {
  return other === 0 ? one || 1 : divisor(other, one % other);
}

function decimalsOf(value: number): number {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  return Math.max(0, (mantissa.split(".")[1]?.length ?? 0) - Number(exponent));
}
