import type { DayNumber } from "./local-clock.ts";
import type { NoticeLine } from "./notice-line.ts";
import type { NoticePerson } from "./notice-person.ts";
import type { Digest } from "./team-digests.ts";

export type MailKind = "reminder" | "escalation" | "digest";

/** One mail to one person. Its lines are recorded with it, so that none of them is told again. */
export type PlannedMail = {
  to: NoticePerson;
  kind: MailKind;
  /** Today where the reader is: one mail a person and day, held by the key of the message. */
  day: DayNumber;
  lines: NoticeLine[];
  digest: Digest | null;
};

/** What was told before. */
export type Told = {
  /** Whether a line was told, or one that is further on about the same end. */
  has: (line: NoticeLine) => boolean;
  /** Whether the person got one of these mails on that day already. */
  mailedOn: (personId: string, day: DayNumber) => boolean;
};

/**
 * Folds what is due and was not told yet into mails: at most one a person and day. Somebody's own end goes first; what is
 * to be said of the team waits for the next day, all of it in one mail.
 */
export function composeMails(
  { lines, digests }: { lines: readonly NoticeLine[]; digests: ReadonlyMap<string, Digest> },
  told: Told,
): PlannedMail[] {
  const mails = new Map<string, PlannedMail>();
  const fresh = lines.filter((line) => !told.mailedOn(line.to.id, line.day) && !told.has(line));
  for (const line of fresh) {
    if (line.to === line.about && line.step !== "digest") mails.set(line.to.id, mailOf(line, "reminder", null));
  }
  for (const line of fresh) {
    if (mails.get(line.to.id)?.kind === "reminder") continue;
    const mail = mails.get(line.to.id) ?? mailOf({ ...line }, "escalation", null);
    if (mails.has(line.to.id)) mail.lines.push(line);
    mails.set(line.to.id, mail);
    if (line.step === "digest") Object.assign(mail, { kind: "digest", digest: digests.get(line.to.id) ?? null });
  }
  return [...mails.values()];
}

function mailOf(line: NoticeLine, kind: MailKind, digest: Digest | null): PlannedMail {
  return { to: line.to, kind, day: line.day, lines: [line], digest };
}
