import type { MessageContent } from "#app/platform/db.server.ts";
import { localClock } from "./local-clock.ts";
import type { NoticePerson } from "./notice-person.ts";
import { readerWords } from "./reader-words.ts";
import { type StepLeft, writeHelp, writeSteps } from "./write-steps.ts";

/** Why the right ends: what the person has now. */
export type EndOf = "renewal" | "edition" | "grace" | "upcoming" | "override";

type Given = {
  person: NoticePerson;
  endAt: number;
  endOf: EndOf;
  steps: readonly StepLeft[];
  /** The name of somebody who can help; null for nobody known. */
  manager: string | null;
  now: number;
};

/** A reminder of the ladder. It names the days that are really left, also when a step comes late. */
export function writeReminder({ person, endAt, endOf, steps, manager, now }: Given): MessageContent {
  const words = readerWords(person);
  const { t, moment } = words;
  const days = localClock(endAt, person.timeZone).day - localClock(now, person.timeZone).day;
  const when = days <= 0 ? "today" : days === 1 ? "tomorrow" : "days";
  return {
    subject: t(`reminder.${when}`, when === "days" ? { count: days } : {}),
    greeting: t("greeting", { name: person.name }),
    blocks: [
      { kind: "text", text: t(`reminder.${endOf}`, { at: moment(endAt) }) },
      { kind: "text", text: t("reminder.means") },
      ...writeSteps(words, steps),
      writeHelp(words, manager),
    ],
    reasonLine: t("reminder.reason"),
  };
}
