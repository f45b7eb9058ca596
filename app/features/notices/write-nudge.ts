import type { MessageBlock, MessageContent } from "#app/platform/db.server.ts";
import type { NoticePerson } from "./notice-person.ts";
import { nudgeWindowDays } from "./nudge-refusal.ts";
import { readerWords } from "./reader-words.ts";
import { type StepLeft, writeSteps } from "./write-steps.ts";

type Given = {
  person: NoticePerson;
  steps: readonly StepLeft[];
  /** The name of who sends it. */
  by: string;
  /** What they added; null for nothing. */
  words: string | null;
  /** How many such mails a person gets in seven days. */
  mostAWeek: number;
  now: number;
};

/** A nudge: where the person stands, what the sender says, and the next step. */
export function writeNudge({ person, steps, by, words, mostAWeek, now }: Given): MessageContent {
  const reader = readerWords(person);
  const { t, moment } = reader;
  const { dueAt } = person;
  const stands =
    dueAt === null ? t("nudge.open") : t(dueAt <= now ? "nudge.blocked" : "nudge.until", { at: moment(dueAt) });
  const quote: MessageBlock[] = words === null ? [] : [{ kind: "quote", by, text: words }];
  return {
    subject: t("nudge.subject", { by }),
    greeting: t("greeting", { name: person.name }),
    blocks: [{ kind: "text", text: stands }, ...quote, ...writeSteps(reader, steps)],
    reasonLine: t("nudge.reason", { by, count: mostAWeek, days: nudgeWindowDays }),
  };
}
