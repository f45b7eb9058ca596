import type { accommodations } from "#app/platform/db.server.ts";

export type Accommodation = typeof accommodations.$inferSelect;

export type OwnTimeLimit = {
  /** From the start of an attempt; null where there is no limit. */
  minutes: number | null;
  /** What it is without an accommodation. */
  usualMinutes: number | null;
  extraTimePercent: number | null;
};

/** The time limit of one person: that of the assessment, with the extra time rounded up to whole minutes. */
export function ownTimeLimit(
  usualMinutes: number | null,
  accommodation: Pick<Accommodation, "extraTimePercent" | "noTimeLimit"> | null,
): OwnTimeLimit {
  if (usualMinutes === null || accommodation === null)
    return { minutes: usualMinutes, usualMinutes, extraTimePercent: null };
  if (accommodation.noTimeLimit) return { minutes: null, usualMinutes, extraTimePercent: null };
  const extraTimePercent = accommodation.extraTimePercent ?? 0;
  return { minutes: Math.ceil((usualMinutes * (100 + extraTimePercent)) / 100), usualMinutes, extraTimePercent };
}
