export type Count = { answers: number; right: number };

export const shareOf = ({ answers, right }: Count): number => (answers > 0 ? right / answers : 0);

/**
 * The z of two proportions with their variance pooled: how many standard errors `a` lies above `b`. Zero when nothing
 * varies.
 */
export function twoProportionZ(a: Count, b: Count): number {
  const pooled = (a.right + b.right) / (a.answers + b.answers);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.answers + 1 / b.answers));
  return error > 0 ? (shareOf(a) - shareOf(b)) / error : 0;
}

/** The chance that a standard normal value lies above `z`: Marsaglia's series, exact to about 1e-15 for |z| < 7. */
export function upperTail(z: number): number {
  if (z > 7) return 0;
  if (z < -7) return 1;
  let term = z;
  let series = z;
  for (let n = 3; Math.abs(term) > 1e-17; n += 2) {
    term *= (z * z) / n;
    series += term;
  }
  return Math.min(1, Math.max(0, 0.5 - (series * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI)));
}
