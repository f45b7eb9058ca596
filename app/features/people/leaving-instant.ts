import type { FeedRecord } from "./feed-columns.ts";
import { endOfDay } from "./start-of-day.ts";

type Leaving = Pick<FeedRecord, "employment_status" | "termination_date" | "time_zone">;

/**
 * From when on the person of a row is no longer employed: the end of the termination date in the person's time zone.
 * "at-import" where HR says that the person has left but gives no day, or one still to come. Null: not leaving.
 */
export function leavingInstant(row: Leaving, now: number): number | "at-import" | null {
  const end = row.termination_date === "" ? null : endOfDay(row.termination_date, row.time_zone);
  if (row.employment_status !== "Terminated") return end;
  return end !== null && end <= now ? end : "at-import";
}
