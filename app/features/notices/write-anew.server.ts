import type { Handle, notices } from "#app/platform/db.server.ts";
import type { Verdict } from "../messages/message-checks.ts";
import type { PlannedMail } from "./compose-mails.ts";
import type { NoticeStep } from "./ladder.ts";
import { localClock } from "./local-clock.ts";
import { readJudged } from "./read-notice-people.server.ts";
import { writeMails } from "./write-mails.server.ts";

export type Asked = { handle: Handle; now: number };
export type Told = typeof notices.$inferSelect;
type Late = { kind: PlannedMail["kind"]; lines: readonly Told[]; digest?: PlannedMail["digest"] };

/** The words of now for a mail that tells these lines to one reader; null when there is nothing to write. */
export async function writeAnew({ kind, lines, digest = null }: Late, { handle, now }: Asked): Promise<Verdict> {
  const moment = () => now;
  const ids = lines.flatMap(({ personId, toPersonId }) => [personId, toPersonId]);
  const judged = await readJudged(handle, [...new Set(ids)], moment);
  const people = new Map(judged.map(({ person }) => [person.id, person]));
  const to = people.get(lines[0]?.toPersonId ?? "");
  if (!to) return null;
  const { day } = localClock(now, to.timeZone);
  const told = lines.flatMap(({ personId, occasion, endAt, step }) => {
    const about = people.get(personId);
    return about ? [{ to, about, occasion, endAt, step: step as NoticeStep, day }] : [];
  });
  const mails = [{ to, kind, day, lines: told, digest }];
  const {
    written: [written],
    unwritten: [unwritten],
  } = await writeMails(handle, { mails, moment });
  if (unwritten) throw new Error(unwritten.said);
  return written ? { content: written.content } : null;
}
