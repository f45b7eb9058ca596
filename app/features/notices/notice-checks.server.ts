import { eq } from "drizzle-orm";
import { type Handle, type messages, notices } from "#app/platform/db.server.ts";
import type { MailKind } from "./compose-mails.ts";
import { nudgeRefusal } from "./nudge-refusal.ts";
import { readJudged } from "./read-notice-people.server.ts";
import { readStepsLeft } from "./read-steps-left.server.ts";
import { whyNotDue } from "./still-due.ts";

type Message = typeof messages.$inferSelect;
type Asked = { handle: Handle; now: number };
type Check = (message: Message, asked: Asked) => Promise<string | null>;

/**
 * Asked right before a message goes out, by its reason: null when it is wanted, or in plain words why nobody needs it any
 * more. A mail about a team is wanted as long as one of those it is about is still overdue.
 */
export const noticeChecks: Record<MailKind | "nudge", Check> = {
  reminder: async (message, asked) => (await whyNotAbout(message, asked))[0] ?? null,
  escalation: async (message, asked) => {
    const reasons = await whyNotAbout(message, asked);
    if (reasons.includes(null)) return (await whyNotReader(message, asked)) ?? null;
    return reasons[0] ?? null;
  },
  digest: async (message, asked) => whyNotReader(message, asked),
  nudge: async ({ personId }, { handle, now }) => {
    const [judged] = await readJudged(handle, [personId ?? ""], () => now);
    if (!judged) return "The person is not known any more.";
    const steps = await readStepsLeft(handle, { asked: [judged], now });
    const why = nudgeRefusal(judged.person, { stepsLeft: steps.get(judged.person.id)?.length ?? 0 });
    return why && `Not needed any more: ${why}.`;
  },
};

/** For each person that a message is about, why it need not be said any more. */
async function whyNotAbout({ onceKey }: Message, { handle, now }: Asked): Promise<(string | null)[]> {
  const lines = await handle.select().from(notices).where(eq(notices.messageKey, onceKey));
  const about = lines.filter(({ step }) => step !== "digest");
  const judged = await readJudged(
    handle,
    about.map(({ personId }) => personId),
    () => now,
  );
  const people = new Map(judged.map(({ person }) => [person.id, person]));
  return about.map(({ personId, occasion, step }) => {
    const person = people.get(personId);
    return person ? whyNotDue(person, { occasion, step, now }) : "The person is not known any more.";
  });
}

async function whyNotReader({ personId }: Message, { handle, now }: Asked): Promise<string | null> {
  const [reader] = await readJudged(handle, [personId ?? ""], () => now);
  return reader?.person.reachable ? null : "The manager has left, is on leave or has no address.";
}
