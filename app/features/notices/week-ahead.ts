import type { NoticePolicy } from "#app/platform/db.server.ts";
import { nextTurn } from "#app/platform/next-turn.ts";
import { millisecondsADay } from "../waves/milliseconds-a-day.ts";
import { composeMails, type PlannedMail, type Told } from "./compose-mails.ts";
import { dueLines } from "./due-lines.ts";
import { type DayNumber, opensAt } from "./local-clock.ts";
import type { Moment } from "./moment.ts";
import { tellingOf } from "./notice-line.ts";
import type { NoticePerson } from "./notice-person.ts";
import { toldSteps } from "./told-steps.ts";

const days = 7;

type Week = {
  now: number;
  policy: NoticePolicy;
  /** How everybody stands at moments to come. */
  peopleAt: (moment: Moment) => Promise<readonly NoticePerson[]>;
  /** What was told up to now. */
  toldBefore: (due: ReturnType<typeof dueLines>) => Promise<Told>;
};

export type DayAhead = { day: DayNumber; mails: PlannedMail[] };

/**
 * What is sent on each of the coming days, today first, where the reader is: each day as it opens and, where that is
 * later, at the hour of the digest. What a day tells is told for the days after it.
 */
export async function* weekAhead({ now, policy, peopleAt, toldBefore }: Week): AsyncGenerator<DayAhead> {
  const today = Math.floor(now / millisecondsADay);
  const told = toldSteps();
  const mailed = new Set<string>();
  const hours = [...new Set([policy.open, Math.max(policy.open, policy.digestFrom)])];
  for (let day = today; day < today + days; day++) {
    const mails: PlannedMail[] = [];
    for (const open of hours) {
      const moment = momentOf({ now, day, policy: { ...policy, open } });
      const due = dueLines({ people: await peopleAt(moment), moment, policy });
      await nextTurn();
      const before = await toldBefore(due);
      await nextTurn();
      const some = composeMails(due, {
        has: (line) => told.has(tellingOf(line)) || before.has(line),
        mailedOn: (personId, on) => mailed.has(`${personId} ${on}`) || before.mailedOn(personId, on),
      });
      for (const mail of some) {
        for (const line of mail.lines) told.add(tellingOf(line));
        mailed.add(`${mail.to.id} ${mail.day}`);
      }
      mails.push(...some);
    }
    yield { day, mails };
  }
}

function momentOf({ now, day, policy }: { now: number; day: DayNumber; policy: NoticePolicy }): Moment {
  const known = new Map<string, number>();
  return (timeZone) => {
    const at = known.get(timeZone) ?? Math.max(now, opensAt(day, timeZone, policy));
    known.set(timeZone, at);
    return at;
  };
}
