import { cleanText } from "./clean-text.ts";
import { type FeedColumn, type FeedRecord, feedColumns } from "./feed-columns.ts";
import {
  checkCountry,
  checkDay,
  checkEmail,
  checkEmployeeId,
  checkHireDate,
  checkLanguage,
  checkManagerId,
  checkName,
  checkPreferredName,
  checkText,
  checkTimeZone,
} from "./field-rules.ts";
import { type Finding, finding, type Refusal } from "./refusal.ts";

const employmentStatuses = ["Active", "On Leave", "Terminated"] as const;
const workerTypes = ["Employee", "Contractor"] as const;

/** A row of the feed with its values cleaned and everything that is wrong with it by itself. */
export type FeedRow = { line: number; values: FeedRecord; problems: readonly Refusal[] };

type Rule = (value: string, importYear: number) => Finding[];

const rules: Record<FeedColumn, Rule> = {
  employee_id: checkEmployeeId,
  first_name: checkName,
  last_name: checkName,
  preferred_name: checkPreferredName,
  email: checkEmail,
  country: checkCountry,
  region: checkText,
  location: checkText,
  job_title: checkText,
  department: checkText,
  manager_employee_id: checkManagerId,
  hire_date: (value, importYear) => checkHireDate(value, importYear + 1),
  termination_date: checkDay,
  employment_status: oneOf("EMPLOYMENT_STATUS", employmentStatuses),
  language: checkLanguage,
  time_zone: checkTimeZone,
  worker_type: oneOf("WORKER_TYPE", workerTypes),
};

type Row = { line: number; valueIn: (column: FeedColumn) => string };

/** One list for all the rows without problems, which are nearly all. */
const noProblems: readonly Refusal[] = [];

/** Applies the rules that a row must meet whatever the other rows say. `importYear` bounds the hire date. */
export function checkFeedRow({ line, valueIn }: Row, importYear: number): FeedRow {
  const values = {} as FeedRecord;
  const problems: Refusal[] = [];
  for (const column of feedColumns) {
    const value = cleanText(valueIn(column));
    values[column] = value;
    for (const found of rules[column](value, importYear)) problems.push({ line, column, value, ...found });
  }
  if (problems.length === 0) {
    for (const found of checkDateOrder(values)) {
      problems.push({ line, column: "termination_date", value: values.termination_date, ...found });
    }
  }
  return { line, values, problems: problems.length > 0 ? problems : noProblems };
}

/**
 * An active person whose termination lies before the hiring is most likely back with the old date left standing; taking
 * the date at its word would end the person's rights.
 */
function checkDateOrder({ hire_date, termination_date, employment_status }: FeedRecord): Finding[] {
  const back = employment_status !== "Terminated" && termination_date !== "" && termination_date < hire_date;
  return back ? [finding("DATE_ORDER", `The termination date lies before the hire date, ${hire_date}.`)] : [];
}

function oneOf(reason: Finding["reason"], allowed: readonly string[]): Rule {
  return (value) =>
    allowed.includes(value) ? [] : [finding(reason, `The value must be one of: ${allowed.join(", ")}.`)];
}
