import type { NoticePolicy } from "#app/platform/db.server.ts";
import { type DayNumber, isOpen, localClock, opensAt } from "./local-clock.ts";

/** Further than a week and a day that a zone skipped: such a policy opens nowhere. */
const furthestDays = 30;

type Reader = { timeZone: string; policy: NoticePolicy; from?: DayNumber };

/**
 * The first instant from `at` on, in milliseconds, at which mail may reach somebody in a zone: `at` itself in their hours,
 * else the opening of their next open day. Not before the day `from`, where that is given. A zone that nobody knows
 * counts as UTC. Throws for a policy that never opens.
 */
export function nextSendingInstant(at: number, { timeZone, policy, from = 0 }: Reader): number {
  const here = localClock(at, timeZone);
  if (here.day >= from && isOpen(here, policy)) return at;
  for (let day = Math.max(here.day, from); day <= here.day + furthestDays; day++) {
    const opening = opensAt(day, timeZone, policy);
    // Where clocks skip the opening it comes later, and may be past the closing.
    if (opening > at && isOpen(localClock(opening, timeZone), policy)) return opening;
  }
  throw new Error("The hours of the reminders never come.");
}
