import type { Database, NoticePolicy } from "#app/platform/db.server.ts";
import { composeMails, type PlannedMail } from "./compose-mails.ts";
import { dueLines } from "./due-lines.ts";
import { findTold } from "./find-told.server.ts";
import type { Moment } from "./moment.ts";
import { readNoticePeople } from "./read-notice-people.server.ts";

export type NoticePlan = {
  mails: PlannedMail[];
  /** Everybody to whom mail may go. */
  population: number;
  /** Reps who would be told, but have no address. */
  withoutAddress: number;
};

/** What would be sent at the moment: the same for a run and a preview. */
export async function planNotices(
  db: Database,
  { moment, policy }: { moment: Moment; policy: NoticePolicy },
): Promise<NoticePlan> {
  const people = await readNoticePeople(db, moment);
  const due = dueLines({ people, moment, policy });
  const mails = composeMails(due, await findTold(db.read, due.lines));
  return {
    mails,
    population: people.filter(({ reachable }) => reachable).length,
    withoutAddress: people.filter((one) => one.counted && one.dueAt !== null && !one.onLeave && !one.reachable).length,
  };
}
