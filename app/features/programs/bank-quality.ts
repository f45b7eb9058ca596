import { contentLimits } from "./content-limits.ts";

export type KeyedChoices = { id: string; choices: { text: string; correct: boolean }[] };

/**
 * Whether the length of a choice gives the answer away. With n items of c choices on average the correct one is the
 * longest by chance in a share of p = 1/c of them, with a standard error of √(p(1−p)/n); more than two of them above p
 * is too often. Returns the items in which it is the longest, most striking first; empty when all is well.
 */
export function findLongestKeys(items: KeyedChoices[]): { share: number; limit: number; items: string[] } {
  const total = items.reduce((sum, item) => sum + item.choices.length, 0);
  if (total === 0) return { share: 0, limit: 1, items: [] };
  const chance = items.length / total;
  const error = Math.sqrt((chance * (1 - chance)) / items.length);
  const limit = chance + contentLimits.bank.longestStandardErrors * error;
  const longest = items
    .map((item) => ({ id: item.id, lead: leadOfKey(item) }))
    .filter(({ lead }) => lead > 0)
    .sort((a, b) => b.lead - a.lead || (a.id < b.id ? -1 : 1));
  const share = longest.length / items.length;
  return { share, limit, items: share > limit ? longest.map(({ id }) => id) : [] };
}

/** By how many characters the correct choice is longer than the longest other; negative when it is shorter. */
function leadOfKey({ choices }: KeyedChoices): number {
  const lengths = (correct: boolean) => choices.filter((one) => one.correct === correct).map(({ text }) => text.length);
  return Math.max(...lengths(true)) - Math.max(...lengths(false));
}

/** Critical values of χ² at 1 %, by degrees of freedom from 1; NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4. */
const chiSquareAtOnePercent = [6.635, 9.21, 11.345, 13.277, 15.086, 16.812, 18.475];

/**
 * Whether the position of a choice gives the answer away: χ² of how often each position holds the correct choice,
 * against an even spread over the positions that each item has. `limit` is the critical value at 1 %.
 */
export function keyPositionBalance(items: KeyedChoices[]): { counts: number[]; chiSquare: number; limit: number } {
  const positions = Math.max(0, ...items.map((item) => item.choices.length));
  const counts = Array.from(
    { length: positions },
    (_, position) => items.filter((item) => item.choices[position]?.correct).length,
  );
  const chiSquare = counts.reduce((sum, count, position) => {
    const expected = items
      .filter((item) => item.choices.length > position)
      .reduce((mean, item) => mean + 1 / item.choices.length, 0);
    return sum + (count - expected) ** 2 / expected;
  }, 0);
  return { counts, chiSquare, limit: chiSquareAtOnePercent[positions - 2] ?? Number.POSITIVE_INFINITY };
}
