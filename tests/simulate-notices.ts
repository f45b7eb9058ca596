import { composeMails, type PlannedMail } from "#app/features/notices/compose-mails.ts";
import { dueLines } from "#app/features/notices/due-lines.ts";
import { tellingOf } from "#app/features/notices/notice-line.ts";
import type { NoticePerson } from "#app/features/notices/notice-person.ts";
import { toldSteps } from "#app/features/notices/told-steps.ts";
import type { NoticePolicy } from "#app/platform/db.server.ts";

type Simulation = {
  from: number;
  until: number;
  everyHours: number;
  policy: NoticePolicy | ((now: number) => NoticePolicy);
  peopleAt: (now: number) => readonly NoticePerson[];
};

/** Everything that is sent by runs at regular instants that remember what they told, without a database. */
export function simulateNotices({ from, until, everyHours, policy, peopleAt }: Simulation) {
  const told = toldSteps();
  const mailed = new Set<string>();
  const policyAt = typeof policy === "function" ? policy : () => policy;
  const sent: { at: number; mail: PlannedMail }[] = [];
  for (let at = from; at < until; at += everyHours * 3_600_000) {
    const mails = composeMails(dueLines({ people: peopleAt(at), moment: () => at, policy: policyAt(at) }), {
      has: (line) => told.has(tellingOf(line)),
      mailedOn: (personId, day) => mailed.has(`${personId} ${day}`),
    });
    for (const mail of mails) {
      for (const line of mail.lines) told.add(tellingOf(line));
      mailed.add(`${mail.to.id} ${mail.day}`);
      sent.push({ at, mail });
    }
  }
  return sent;
}
