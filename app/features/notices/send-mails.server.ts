import { and, inArray } from "drizzle-orm";
import { type Database, type Handle, messages, notices } from "#app/platform/db.server.ts";
import { nextTurn } from "#app/platform/next-turn.ts";
import { queueMessage } from "../messages/queue-message.server.ts";
import type { PlannedMail } from "./compose-mails.ts";
import { dayText } from "./local-clock.ts";
import { tellingOf } from "./notice-line.ts";
import { getNoticeSettings } from "./notice-settings.server.ts";
import { type ToldSteps, toldSteps } from "./told-steps.ts";
import { type UnwrittenMail, type WrittenMail, writeMails } from "./write-mails.server.ts";

const chunk = 100;

/** Who or what these messages come from, as the outbox names it. */
export const noticesName = "notices";

/**
 * Puts mails into the outbox, in chunks between which others get their turn, and records what they tell in the same
 * write. Whatever was told meanwhile, or goes to somebody who got a mail today, is left out; turned off, it ends. Returns
 * how many were queued, and those that could not be written: nothing is recorded as told of them.
 */
export async function sendMails(given: {
  db: Database;
  runId: string;
  mails: readonly PlannedMail[];
  now: number;
}): Promise<{ sent: number; unwritten: UnwrittenMail[] }> {
  const { db, runId, mails, now } = given;
  let sent = 0;
  const failed: UnwrittenMail[] = [];
  for (let first = 0; first < mails.length; first += chunk) {
    const some = mails.slice(first, first + chunk);
    const { written, unwritten } = await writeMails(db.read, { mails: some, moment: () => now });
    failed.push(...unwritten);
    const queued = await db.write((tx) => queueAll(tx, { written, runId, now }));
    if (queued === "off") break;
    sent += queued;
    await nextTurn();
  }
  return { sent, unwritten: failed };
}

type Queue = { written: readonly WrittenMail[]; runId: string; now: number };

async function queueAll(tx: Handle, { written, runId, now }: Queue): Promise<number | "off"> {
  if (!(await getNoticeSettings(tx)).enabled) return "off";
  const { keys, told } = await findTaken(tx, written);
  let queued = 0;
  for (const { mail, toAddress, content } of written) {
    const messageKey = keyOf(mail);
    if (keys.has(messageKey) || mail.lines.some((line) => told.has(tellingOf(line)))) continue;
    for (const line of mail.lines) told.add(tellingOf(line));
    await tx.insert(notices).values(
      mail.lines.map(({ about, to, occasion, step, endAt, day }) => ({
        ...{
          personId: about.id,
          toPersonId: to.id,
          occasion,
          step,
          endAt,
          day: dayText(day),
          runId,
          messageKey,
          at: now,
        },
      })),
    );
    const { to, kind, lines } = mail;
    await queueMessage(
      tx,
      {
        ...{ personId: to.id, toName: to.name, toAddress, language: to.language, content },
        ...{ reason: kind, step: kind === "reminder" ? (lines[0]?.step ?? kind) : kind, onceKey: messageKey },
        ...{ optional: kind === "digest", causedBy: noticesName, dueAt: now },
      },
      now,
    );
    queued += 1;
  }
  return queued;
}

/** One mail a person and day, whatever it is about. */
function keyOf({ to, day }: PlannedMail): string {
  return `notice/${to.id}/${dayText(day)}`;
}

/**
 * Which of these messages are there already, and what was told. Writes that would add the same ones at once are made to
 * repeat.
 */
async function findTaken(tx: Handle, written: readonly WrittenMail[]): Promise<{ keys: Set<string>; told: ToldSteps }> {
  const lines = written.flatMap(({ mail }) => mail.lines);
  if (lines.length === 0) return { keys: new Set(), told: toldSteps() };
  const [wanted, ids, occasions] = [
    written.map(({ mail }) => keyOf(mail)),
    [...new Set(lines.map(({ about }) => about.id))],
    [...new Set(lines.map(({ occasion }) => occasion))],
  ];
  const queued = await tx.select({ key: messages.onceKey }).from(messages).where(inArray(messages.onceKey, wanted));
  const told = await tx
    .select({ personId: notices.personId, occasion: notices.occasion, step: notices.step })
    .from(notices)
    .where(and(inArray(notices.personId, ids), inArray(notices.occasion, occasions)));
  return { keys: new Set(queued.map(({ key }) => key)), told: toldSteps(told) };
}
