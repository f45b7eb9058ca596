import { and, eq, gt, like } from "drizzle-orm";
import { notices } from "#app/platform/db.server.ts";
import type { Message, MessageChecks, Verdict } from "../messages/message-checks.ts";
import type { MailKind } from "./compose-mails.ts";
import { findBelow } from "./find-below.server.ts";
import { keepHours } from "./keep-hours.server.ts";
import { dayText, localClock, weekOf } from "./local-clock.ts";
import type { NoticePerson } from "./notice-person.ts";
import { readDigest } from "./read-digest.server.ts";
import { readJudged } from "./read-notice-people.server.ts";
import { whyNotDue } from "./still-due.ts";
import { whileOn } from "./while-on.server.ts";
import { type Asked, type Told, writeAnew } from "./write-anew.server.ts";
import { writeNudgeAnew } from "./write-nudge-anew.server.ts";

/**
 * Asked right before a message goes out, at each try, by its reason: whether it is still needed, in which words, and
 * whether it is day for its reader; what is of the ladder is held back while reminders are off. A mail about a team is needed as long as one of those it is about is still overdue.
 */
export const noticeChecks = {
  reminder: whileOn(
    keepHours(async (message, asked) => {
      const [line] = await readLines(message, asked);
      if (!line) return null;
      const [why] = await whyNotAbout([line], asked);
      return why ?? (await whyReplaced(line, asked)) ?? whenLate(line, message, asked);
    }),
  ),
  escalation: whileOn(
    keepHours(async (message, asked) => {
      const lines = await readLines(message, asked);
      const reader = await readReader(message, asked);
      const { still, why } = await stillInTeam(lines, reader, asked);
      if (still.length === 0) return why;
      if (!reader?.reachable) return notReachable;
      return still.length < lines.length ? writeAnew({ kind: "escalation", lines: still }, asked) : null;
    }),
  ),
  digest: whileOn(
    keepHours(async (message, asked) => {
      const reader = await readReader(message, asked);
      if (!reader?.reachable) return notReachable;
      const lines = await readLines(message, asked);
      const own = lines.find(({ step }) => step === "digest");
      if (!own) return null;
      const week = dayText(weekOf(localClock(asked.now, reader.timeZone).day));
      if (own.occasion !== week) return "Its week is over.";
      // It may have waited: its figures and names are those of now.
      const late = lines.filter((line) => line !== own);
      const { still } = await stillInTeam(late, reader, asked);
      const digest = await readDigest(asked.handle, { manager: reader, now: asked.now });
      if (!digest && still.length === 0) return "Nobody is left to be told about.";
      return writeAnew({ kind: "digest", lines: [own, ...still], digest }, asked);
    }),
  ),
  nudge: keepHours(writeNudgeAnew),
} satisfies Record<MailKind | "nudge", MessageChecks[string]>;

const notReachable = "The manager has left, is on leave or has no address.";

function readLines({ onceKey }: Message, { handle }: Asked): Promise<Told[]> {
  return handle.select().from(notices).where(eq(notices.messageKey, onceKey));
}

/** For each line why it need not be said any more; null where it should. */
async function whyNotAbout(lines: readonly Told[], { handle, now }: Asked): Promise<(string | null)[]> {
  const judged = await readJudged(
    handle,
    lines.map(({ personId }) => personId),
    () => now,
  );
  const people = new Map(judged.map(({ person }) => [person.id, person]));
  return lines.map(({ personId, occasion, step }) => {
    const person = people.get(personId);
    return person ? whyNotDue(person, { occasion, step, now }) : "The person is not known any more.";
  });
}

/** Of what a manager is told about people, what still holds of those who are in the team now; and why the first does not. */
async function stillInTeam(lines: readonly Told[], reader: NoticePerson | null, asked: Asked) {
  if (lines.length === 0) return { still: [], why: null };
  const personIds = lines.map(({ personId }) => personId);
  const team = await findBelow(asked.handle, { personIds, managerEmployeeId: reader?.employeeId ?? "" });
  const reasons = (await whyNotAbout(lines, asked)).map(
    (why, n) => why ?? (team.has(personIds[n] ?? "") ? null : "The person is not in this team any more."),
  );
  return { still: lines.filter((_, n) => reasons[n] === null), why: reasons[0] ?? null };
}

/** Of several reminders that waited long the latest is enough. */
async function whyReplaced({ personId, occasion, at }: Told, { handle }: Asked): Promise<string | null> {
  const newer = await handle
    .select({ step: notices.step })
    .from(notices)
    .where(
      and(
        ...[eq(notices.personId, personId), eq(notices.occasion, occasion)],
        ...[like(notices.step, "before-%"), gt(notices.at, at)],
      ),
    )
    .limit(1);
  return newer.length > 0 ? "A newer reminder takes its place." : null;
}

/** One that goes out on another day than it was written for names the days that are left then. */
async function whenLate(line: Told, message: Message, asked: Asked): Promise<Verdict> {
  const reader = await readReader(message, asked);
  const today = reader && dayText(localClock(asked.now, reader.timeZone).day);
  return today === line.day ? null : writeAnew({ kind: "reminder", lines: [line] }, asked);
}

async function readReader({ personId }: Message, { handle, now }: Asked) {
  const [reader] = await readJudged(handle, [personId ?? ""], () => now);
  return reader?.person ?? null;
}
