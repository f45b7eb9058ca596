import { and, inArray } from "drizzle-orm";
import { type Handle, notices } from "#app/platform/db.server.ts";
import type { Told } from "./compose-mails.ts";
import { dayText } from "./local-clock.ts";
import type { NoticeLine } from "./notice-line.ts";

const chunk = 500;

/** What was told before of these lines, and who of their readers got a mail today. */
export async function findTold(handle: Handle, lines: readonly NoticeLine[]): Promise<Told> {
  const keys = new Set<string>();
  const mailed = new Set<string>();
  for (let first = 0; first < lines.length; first += chunk) {
    const some = lines.slice(first, first + chunk);
    const about = await handle
      .select({ personId: notices.personId, occasion: notices.occasion, step: notices.step })
      .from(notices)
      .where(
        and(
          inArray(notices.personId, [...new Set(some.map((line) => line.about.id))]),
          inArray(notices.occasion, [...new Set(some.map(({ occasion }) => occasion))]),
        ),
      );
    for (const { personId, occasion, step } of about) keys.add(`${personId} ${occasion} ${step}`);
    const today = await handle
      .select({ personId: notices.toPersonId, day: notices.day })
      .from(notices)
      .where(
        and(
          inArray(notices.toPersonId, [...new Set(some.map((line) => line.to.id))]),
          inArray(notices.day, [...new Set(some.map(({ day }) => dayText(day)))]),
        ),
      );
    for (const { personId, day } of today) mailed.add(`${personId} ${day}`);
  }
  return {
    has: (key) => keys.has(key),
    mailedOn: (personId, day) => mailed.has(`${personId} ${dayText(day)}`),
  };
}
