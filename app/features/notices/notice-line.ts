import { millisecondsADay } from "../waves/milliseconds-a-day.ts";
import type { NoticeStep } from "./ladder.ts";
import { type DayNumber, dayText } from "./local-clock.ts";
import type { NoticePerson } from "./notice-person.ts";

/** One thing to tell somebody: a step about an end, or this week's digest. Told once, whoever asks and how often. */
export type NoticeLine = {
  to: NoticePerson;
  about: NoticePerson;
  /** Names the end: its day in UTC, so that nobody's move to another zone makes it another one. For a digest the week. */
  occasion: string;
  /** The end itself; for a digest null. */
  endAt: number | null;
  step: NoticeStep;
  /** Today where the reader is. */
  day: DayNumber;
};

/** As it is written down that it was told. */
export function tellingOf({
  about,
  occasion,
  step,
}: Pick<NoticeLine, "occasion" | "step"> & { about: { id: string } }) {
  return { personId: about.id, occasion, step };
}

/** The key under which it is told once. */
export function lineKey({ about, occasion, step }: Pick<NoticeLine, "occasion" | "step"> & { about: { id: string } }) {
  return `${about.id} ${occasion} ${step}`;
}

/** The name of an end. */
export function occasionOf(endAt: number): string {
  return dayText(Math.floor(endAt / millisecondsADay));
}
