import type { Line } from "./bench.ts";

export const rounds = 3;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] =
    sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : [sorted[middle - 1], sorted[middle]];
  return (low + high) / 2;
}

/** The least value that at least `share` of all are not above (nearest rank). Sorts the values in place. */
export function percentile(values: Float64Array, share: number): number {
  values.sort();
  return values[Math.max(0, Math.ceil(share * values.length) - 1)] ?? Number.NaN;
}

/** One line from the rounds of a measurement and, where there are any, the rounds of its baseline beside them. */
export function lineOf(name: string, unit: string, values: number[], baseline: number[] = []): Line {
  const ratios = values.flatMap((value, round) => {
    const other = baseline[round];
    return other === undefined ? [] : [value / other];
  });
  return {
    name,
    value: rounded(median(values)),
    unit,
    baseline: baseline.length === 0 ? null : rounded(median(baseline)),
    ratio: ratios.length === 0 ? null : rounded(median(ratios)),
    spread: values.length < 2 ? null : rounded((Math.max(...values) - Math.min(...values)) / median(values)),
  };
}

/** Four digits say more than such a measurement knows. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
