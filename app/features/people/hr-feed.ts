import { checkManagers } from "./check-managers.ts";
import { type FeedColumn, type FeedRecord, feedColumns } from "./feed-columns.ts";
import type { ShapedRow } from "./feed-shape.ts";
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
  oneOf,
} from "./field-rules.ts";
import { leavingInstant } from "./leaving-instant.ts";
import type { PeopleFeed } from "./people-feed.ts";
import { personOfRow } from "./person-of-row.ts";
import { finding } from "./refusal.ts";
import { wholeNumber } from "./whole-number.ts";

const employmentStatuses = ["Active", "On Leave", "Terminated"] as const;
const workerTypes = ["Employee", "Contractor"] as const;

export type FeedRow = ShapedRow<FeedColumn>;

/** What HR tells of the reps. */
export const hrFeed: PeopleFeed<FeedColumn> = {
  name: "HR feed",
  holds: "people",
  columns: feedColumns,
  id: { column: "employee_id", name: "employee id" },
  rules: {
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
  },
  checkTogether: checkDateOrder,
  kind: "rep",
  movesTo: "manager",
  saysLeft: (values) => values.employment_status === "Terminated",
  emailOf: (values) => values.email,
  leaving: leavingInstant,
  person: personOfRow,
  checkAmong: ({ rows, idsInFile, known }) => {
    const managers = new Map([...known].map(([id, person]) => [id, person.managerEmployeeId]));
    return checkManagers({ rows, idsInFile, known: managers });
  },
  somebodyElse: {
    fields: ["emailKey", "hiredOn"],
    message: (count) =>
      `Known people with another name, e-mail address and hire date all at once: ${wholeNumber(count)}. Make sure that no employee id was given to somebody else.`,
  },
  warn: ({ waiting }) => [
    {
      code: "MANAGER_REFUSED",
      count: waiting,
      message: `People whose manager's own row was refused: ${wholeNumber(waiting)}. They are linked once that row is corrected.`,
      grave: false,
    },
  ],
};

/**
 * An active person whose termination lies before the hiring is most likely back with the old date left standing; taking
 * the date at its word would end the person's rights.
 */
function checkDateOrder({ hire_date, termination_date, employment_status }: FeedRecord) {
  const back = employment_status !== "Terminated" && termination_date !== "" && termination_date < hire_date;
  const column = "termination_date" as const;
  return back
    ? [{ column, ...finding("DATE_ORDER", `The termination date lies before the hire date, ${hire_date}.`) }]
    : [];
}
