import { and, eq, inArray } from "drizzle-orm";
import { type Handle, notices } from "#app/platform/db.server.ts";
import { nextTurn } from "#app/platform/next-turn.ts";
import type { Told } from "./compose-mails.ts";
import { dayText } from "./local-clock.ts";
import { type NoticeLine, occasionOf, tellingOf } from "./notice-line.ts";
import { type ToldSteps, toldSteps } from "./told-steps.ts";

const chunk = 500;

/** What was told before of these lines, and who of their readers got a mail today. */
export async function findTold(handle: Handle, lines: readonly NoticeLine[]): Promise<Told> {
  const steps = toldSteps();
  const mailed = new Set<string>();
  for (let first = 0; first < lines.length; first += chunk) {
    if (first > 0) await nextTurn();
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
    for (const telling of about) steps.add(telling);
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
    has: (line) => steps.has(tellingOf(line)),
    mailedOn: (personId, day) => mailed.has(`${personId} ${dayText(day)}`),
  };
}

/** What was told about one end of a person; nothing where none is known. */
export async function findToldSteps(
  handle: Handle,
  { personId, endAt }: { personId: string; endAt: number | null },
): Promise<ToldSteps> {
  if (endAt === null) return toldSteps();
  const rows = await handle
    .select({ personId: notices.personId, occasion: notices.occasion, step: notices.step })
    .from(notices)
    .where(and(eq(notices.personId, personId), eq(notices.occasion, occasionOf(endAt))));
  return toldSteps(rows);
}
