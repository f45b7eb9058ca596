/** One of the entries, each as likely as its weight says. */
export function drawWeighted<T>(entries: readonly (readonly [T, number])[], random: () => number): T {
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of entries) {
    left -= weight;
    if (left < 0) return value;
  }
  return (entries.at(-1) as readonly [T, number])[0];
}

export function drawOne<T>(values: readonly T[], random: () => number): T {
  return values[Math.floor(random() * values.length)] as T;
}

/** A number from `from` to below `to`. */
export function drawBetween(from: number, to: number, random: () => number): number {
  return from + random() * (to - from);
}
