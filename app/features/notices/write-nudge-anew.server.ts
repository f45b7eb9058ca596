import { eq } from "drizzle-orm";
import { nudgeBatches, people } from "#app/platform/db.server.ts";
import type { Message, Verdict } from "../messages/message-checks.ts";
import { fullName } from "../people/full-name.ts";
import { getNoticeSettings } from "./notice-settings.server.ts";
import { nudgeRefusal } from "./nudge-refusal.ts";
import { readJudged } from "./read-notice-people.server.ts";
import { readStepsLeft } from "./read-steps-left.server.ts";
import type { Asked } from "./write-anew.server.ts";
import { writeNudge } from "./write-nudge.ts";

/** A nudge in the words of now, because it may have waited for the morning; or why nobody needs it any more. */
export async function writeNudgeAnew(message: Message, { handle, now }: Asked): Promise<Verdict> {
  const [judged] = await readJudged(handle, [message.personId ?? ""], () => now);
  if (!judged) return "The person is not known any more.";
  const { person } = judged;
  const steps = (await readStepsLeft(handle, { asked: [judged], now })).get(person.id) ?? [];
  const why = nudgeRefusal(person, { stepsLeft: steps.length });
  if (why) return `Not needed any more: ${why}.`;
  const [sender] = await handle
    .select({ person: people, words: nudgeBatches.words })
    .from(nudgeBatches)
    .innerJoin(people, eq(people.id, nudgeBatches.byPersonId))
    .where(eq(nudgeBatches.id, message.onceKey.split("/")[1] ?? ""));
  if (!sender) return null;
  const { nudgesAWeek: mostAWeek } = (await getNoticeSettings(handle)).policy;
  return { content: writeNudge({ person, steps, by: fullName(sender.person), words: sender.words, mostAWeek, now }) };
}
