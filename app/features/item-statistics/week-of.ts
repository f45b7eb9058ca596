const dayMs = 86_400_000;
/** 1970-01-01 was a Thursday: three days after the Monday of week 0. */
const daysBefore = 3;

/** Weeks from Monday to Sunday in UTC, counted from the one of 1970-01-01. */
export function weekOf(at: number): number {
  return Math.floor((at / dayMs + daysBefore) / 7);
}

/** The instant at which a week begins. */
export function startOfWeek(week: number): number {
  return (week * 7 - daysBefore) * dayMs;
}
