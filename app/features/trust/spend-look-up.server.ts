import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { type RateWindow, rateWindow } from "#app/platform/http/rate-window.ts";
import { spendVerification } from "../certification/spend-verification.server.ts";

const minuteMs = 60_000;

/** Look-ups of one person: more than anybody makes by hand, wherever they sign in. */
export const lookUpLimit = { most: 30, ms: 15 * minuteMs };

/** By database, so that two servers in one process do not count for each other. */
const windows = new WeakMap<Database, RateWindow>();

type LookUp = { db: Database; clock: Clock; personId: string; address: string };

/**
 * Counts a look-up for the person, and for the network together with those of strangers on the public page. Throws
 * `too-many-requests` with the minutes to wait.
 */
export function spendLookUp({ db, clock, personId, address }: LookUp): void {
  spendVerification({ db, clock, address });
  const window = windows.get(db) ?? rateWindow(lookUpLimit);
  windows.set(db, window);
  const seconds = window.count(personId, clock.now());
  if (seconds === null) return;
  throw new AppError("too-many-requests", "Too many certificates were looked up.", {
    extra: { minutes: Math.ceil((seconds * 1000) / minuteMs), context: "certificates" },
  });
}
