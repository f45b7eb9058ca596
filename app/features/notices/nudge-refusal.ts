import type { NoticePerson } from "./notice-person.ts";

/** How many nudges a person gets in so many days is a rule of the program office. */
export const nudgeWindowDays = 7;

/**
 * Why somebody is not nudged; the words are in the catalogue. `recent` is for whoever has had the nudges of these days,
 * `unwritten` for whose mail could not be written.
 */
export type NudgeRefusal = UselessNudge | "recent" | "unwritten";
type UselessNudge = "not-counted" | "on-leave" | "no-address" | "done";

/** Whether a nudge is of any use to a person, whoever asks and whoever asked before. */
export function nudgeRefusal(
  { counted, onLeave, reachable }: Pick<NoticePerson, "counted" | "onLeave" | "reachable">,
  { stepsLeft }: { stepsLeft: number },
): UselessNudge | null {
  if (!counted) return "not-counted";
  if (onLeave) return "on-leave";
  if (!reachable) return "no-address";
  return stepsLeft === 0 ? "done" : null;
}
