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
  | "MANAGER_LOOP"
  | "UNKNOWN_FIRM"
  | "UNLINKED_PERSON"
  | "TIER"
  | "DOMAIN"
  | "PUBLIC_DOMAIN"
  | "DOMAIN_TAKEN";

/** What is wrong with a value, in a code for machines and a sentence for people. */
export type Finding = { reason: RefusalReason; explanation: string };

/**
 * One thing that is wrong with one row of a file. `line` is the line of the file on which the row starts, from 1;
 * `column` is empty where it is the row as a whole.
 */
export type Refusal = Finding & { line: number; column: string; value: string };

export function finding(reason: RefusalReason, explanation: string): Finding {
  return { reason, explanation };
}
