import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { type RateWindow, rateWindow } from "#app/platform/http/rate-window.ts";

const minuteMs = 60_000;

/** More than anybody needs to name a few people, and too few to read the directory by. */
export const employeeSearchLimit = { most: 40, ms: 60 * minuteMs };

/** By database, so that two servers in one process do not count for each other. */
const windows = new WeakMap<Database, RateWindow>();

/** Counts a search for somebody by id or address. Throws `too-many-requests` with the minutes to wait. */
export function spendEmployeeSearch({ db, clock, personId }: { db: Database; clock: Clock; personId: string }): void {
  const window = windows.get(db) ?? rateWindow(employeeSearchLimit);
  windows.set(db, window);
  const seconds = window.count(personId, clock.now());
  if (seconds === null) return;
  const minutes = Math.ceil((seconds * 1000) / minuteMs);
  throw new AppError("too-many-requests", "Too many people were looked up.", { extra: { minutes } });
}
