import type { Database, NoticePolicy } from "#app/platform/db.server.ts";
import { nextTurn } from "#app/platform/next-turn.ts";
import { composeMails, type PlannedMail } from "./compose-mails.ts";
import { dueLines } from "./due-lines.ts";
import { findTold } from "./find-told.server.ts";
import type { Moment } from "./moment.ts";
import type { NoticePerson } from "./notice-person.ts";
import { readNoticePeople } from "./read-notice-people.server.ts";

export type NoticePlan = {
  mails: PlannedMail[];
  /** Everybody to whom mail may go. */
  population: number;
  /** Reps who would be told, but have no address. */
  withoutAddress: number;
};

type Planning = { moment: Moment; policy: NoticePolicy };

/** What would be sent at the moment: the same for a run and a preview. */
export async function planNotices(db: Database, { moment, policy }: Planning): Promise<NoticePlan> {
  return planFor(db, await readNoticePeople(db, moment), { moment, policy });
}

/** The same for people who were read already, as of that moment. */
export async function planFor(
  db: Database,
  people: readonly NoticePerson[],
  { moment, policy }: Planning,
): Promise<NoticePlan> {
  const due = dueLines({ people, moment, policy });
  await nextTurn();
  const told = await findTold(db.read, due.lines);
  await nextTurn();
  const mails = composeMails(due, told);
  return {
    mails,
    population: people.filter(({ reachable }) => reachable).length,
    withoutAddress: people.filter((one) => one.counted && one.dueAt !== null && !one.onLeave && !one.reachable).length,
  };
}
