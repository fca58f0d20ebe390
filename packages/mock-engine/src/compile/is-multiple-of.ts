/** Whether a number is a multiple of a step, both as they are written in decimal: 19.99 is one of 0.01. */
export function isMultipleOf(value: number, step: number): boolean {
  const [one, other] = [decimalOf(value), decimalOf(step)];
  const digits = Math.max(one.decimals, other.decimals);
  const scaled = ({ digits: integer, decimals }: Decimal) => integer * 10n ** BigInt(digits - decimals);
  return scaled(one) % scaled(other) === 0n;
}

interface Decimal {
  readonly digits: bigint;
  /** How many of the digits stand behind the point; below 0, if zeros are left out. */
  readonly decimals: number;
}

function decimalOf(value: number): Decimal {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  return { digits: BigInt(whole + fraction), decimals: fraction.length - Number(exponent) };
}
