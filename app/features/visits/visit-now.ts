export type Visit = { currentAt: number; previousAt: number | null };

/** A page loaded later than this after the beginning of a visit begins another. */
const visitLength = 30 * 60_000;

/** The visit that a page loaded at `now` belongs to; the same object when it is the one that is known. */
export function visitNow(known: Visit | null, now: number): Visit {
  if (!known) return { currentAt: now, previousAt: null };
  return now - known.currentAt > visitLength ? { currentAt: now, previousAt: known.currentAt } : known;
}
