import type { MeasuredItem } from "./answer-sheets.ts";
import type { ChoiceShare } from "./choice-shares.ts";
import type { Count } from "./compare-shares.ts";
import type { InternalConsistency } from "./internal-consistency.ts";
import type { ItemFigures } from "./item-figures.ts";

export type AlarmKind = "mis-keyed" | "translation-gap" | "leak-drift" | "no-information" | "dead-distractor";

export type Alarm = {
  kind: AlarmKind;
  /** Which of the rules of this kind it was. */
  why: string;
  /** What the explanation names: shares are 0 to 1. */
  values: Record<string, string | number>;
};

export type GroupCount = Count & { name: string };
export type WindowCount = Count & { medianSeconds: number | null };

export type ItemReport = {
  item: MeasuredItem;
  answers: number;
  /** Null where there are too few answers. */
  figures: ItemFigures | null;
  /** What the item should weigh in a form, and what it does: shares of the form's spread. */
  intendedWeight: number;
  effectiveWeight: number | null;
  /** Left open first, then the choices in the order of the bank. Empty where there are too few answers. */
  choices: ChoiceShare[];
  languages: GroupCount[];
  regions: GroupCount[];
  weeks: (Count & { startsAt: number })[];
  early: WindowCount | null;
  late: WindowCount | null;
  alarms: Alarm[];
};

export type StatisticsReport = {
  attempts: number;
  /** Null where there are too few attempts; `items` is empty then. */
  consistency: InternalConsistency | null;
  /** Days that are compared at the beginning and at the end; null where all attempts lie close together. */
  windowDays: number | null;
  items: ItemReport[];
};
