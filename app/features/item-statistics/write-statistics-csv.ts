import { stringify } from "csv-stringify/sync";
import { csvText } from "../people/csv-text.ts";
import type { ItemReport } from "./item-report.ts";

const columns = [
  "item",
  "clause",
  "must_pass",
  "difficulty",
  "answers",
  "left_open",
  "facility",
  "standard_deviation",
  "discrimination_index",
  "discriminative_efficiency",
  "random_guess",
  "intended_weight",
  "effective_weight",
  "alarms",
] as const;

/** One line an item. Shares are 0 to 1 with four decimals; a figure of which too little is known is empty. */
export function writeStatisticsCsv(items: readonly ItemReport[]): string {
  return stringify(items.map(lineOf), { header: true, columns: columns.map((key) => ({ key })) });
}

function lineOf({ item, answers, figures, intendedWeight, effectiveWeight, alarms }: ItemReport) {
  return {
    item: csvText(item.id),
    clause: csvText(item.clause),
    must_pass: item.mustPass ? "yes" : "no",
    difficulty: item.difficulty,
    answers,
    left_open: decimal(figures?.leftOpen),
    facility: decimal(figures?.facility),
    standard_deviation: decimal(figures?.standardDeviation),
    discrimination_index: decimal(figures?.discrimination),
    discriminative_efficiency: decimal(figures?.efficiency),
    random_guess: decimal(figures?.guess),
    intended_weight: decimal(intendedWeight),
    effective_weight: decimal(effectiveWeight),
    alarms: csvText([...new Set(alarms.map(({ kind }) => kind))].join(" ")),
  };
}

function decimal(value: number | null | undefined): string {
  return value === null || value === undefined ? "" : value.toFixed(4);
}
