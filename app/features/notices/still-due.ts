import { occasionOf } from "./notice-line.ts";
import { type NoticePerson, overdueSince } from "./notice-person.ts";

/** Why a mail about an end that waits in the outbox need not go out any more, in plain words; null when it should. */
export function whyNotDue(
  person: Pick<NoticePerson, "counted" | "onLeave" | "dueAt" | "knownFrom">,
  { occasion, step, now }: { occasion: string; step: string; now: number },
): string | null {
  if (!person.counted) return "The person is not employed as a rep any more.";
  if (person.onLeave) return "The person is on leave.";
  if (person.dueAt === null) return "Nothing is due for the person any more.";
  const after = !step.startsWith("before-");
  const endAt = after ? (overdueSince(person) ?? person.dueAt) : person.dueAt;
  if (occasionOf(endAt) !== occasion) return "The person has done what it is about, or the date has moved.";
  if (!after && person.dueAt <= now) return "The date has passed.";
  return null;
}
