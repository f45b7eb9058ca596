const minute = 60_000;
const longest = 4 * 60 * minute;
/** With the delays below the last try comes some 20 hours after the first. */
export const mostTries = 12;

/**
 * How long to wait after a number of tries in vain, in milliseconds: a minute, then twice as long each time up to four
 * hours, a fifth more or less so that what failed together does not come back together. `random` lies in [0, 1).
 */
export function retryDelay(tries: number, random: number): number {
  const step = Math.min(longest, minute * 2 ** Math.max(0, tries - 1));
  return Math.round(step * (0.8 + 0.4 * random));
}
