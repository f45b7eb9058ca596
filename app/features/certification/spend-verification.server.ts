import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { callerOf, type RateWindow, rateWindow } from "#app/platform/http/rate-window.ts";

const minuteMs = 60_000;

/** Look-ups from one address: far more than people make, far fewer than guessing one number of 60 bits takes. */
export const verificationLimit = { most: 120, ms: 5 * minuteMs };

/** By database, so that two servers in one process do not count for each other. */
const windows = new WeakMap<Database, RateWindow>();

/** Counts a look-up by a stranger. Throws `too-many-requests` with the minutes to wait. */
export function spendVerification({ db, clock, address }: { db: Database; clock: Clock; address: string }): void {
  const window = windows.get(db) ?? rateWindow(verificationLimit);
  windows.set(db, window);
  const seconds = window.count(callerOf(address), clock.now());
  if (seconds === null) return;
  const minutes = Math.ceil((seconds * 1000) / minuteMs);
  throw new AppError("too-many-requests", "Too many certificates were looked up.", {
    extra: { minutes, context: "certificates" },
  });
}
