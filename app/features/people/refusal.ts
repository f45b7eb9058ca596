import type { FeedColumn } from "./feed-columns.ts";

export type RefusalReason =
  | "UNREADABLE_ROW"
  | "ROW_LENGTH"
  | "REQUIRED"
  | "TOO_LONG"
  | "CONTROL_CHARACTER"
  | "BIDI_CONTROL"
  | "INVISIBLE_CHARACTER"
  | "FORMULA"
  | "MARKUP"
  | "EMPLOYEE_ID"
  | "DUPLICATE_ID"
  | "EMAIL"
  | "COUNTRY"
  | "DATE"
  | "DATE_RANGE"
  | "DATE_ORDER"
  | "EMPLOYMENT_STATUS"
  | "WORKER_TYPE"
  | "LANGUAGE"
  | "TIME_ZONE"
  | "UNKNOWN_MANAGER"
  | "MANAGER_LOOP";

/** What is wrong with a value, in a code for machines and a sentence for people. */
export type Finding = { reason: RefusalReason; explanation: string };

/** One thing that is wrong with one row of a file. `line` is the line of the file on which the row starts, from 1. */
export type Refusal = Finding & { line: number; column: FeedColumn | ""; value: string };

export function finding(reason: RefusalReason, explanation: string): Finding {
  return { reason, explanation };
}
