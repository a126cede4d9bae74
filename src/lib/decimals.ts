/** Sums of decimal numbers without the dust of binary fractions, the same in any order. Four decimals are kept. */
export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + Math.round(number * 1e4), 0) / 1e4;
}

/** Rounded half up, as a clerk does it: 92.35 → 92.4 with one decimal. */
export function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(Number((value * factor).toPrecision(12))) / factor;
}

/** Part of a whole in per cent with one decimal; undefined without a whole. */
export function percentage(part: number, whole: number): number | undefined {
  return whole > 0 ? rounded((part / whole) * 100, 1) : undefined;
}
