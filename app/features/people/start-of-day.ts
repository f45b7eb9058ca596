import { Temporal } from "temporal-polyfill";

const known = new Map<string, number>();
const mostKnown = 100_000;

/** The instant at which a day (YYYY-MM-DD) starts in a time zone; later than midnight where clocks skip it. */
export function startOfDay(day: string, timeZone: string): number {
  const key = `${day} ${timeZone}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const at = Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds;
  if (known.size >= mostKnown) known.clear();
  known.set(key, at);
  return at;
}

/** The instant at which a day ends in a time zone, which is when the next one starts. */
export function endOfDay(day: string, timeZone: string): number {
  return startOfDay(Temporal.PlainDate.from(day).add({ days: 1 }).toString(), timeZone);
}
