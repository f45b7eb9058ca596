import { expect, test } from "vitest";
import type { FeedRecord } from "./feed-columns.ts";
import { feedRow } from "./feed-for-tests.ts";

const problems = (given: Partial<FeedRecord>) =>
  feedRow(given).problems.map(({ column, reason }) => `${column} ${reason}`);

test("a good row has no problems and keeps leading zeros", () => {
  const row = feedRow({ employee_id: "00000007", preferred_name: " Ana " });
  expect(row.problems).toEqual([]);
  expect(row.values).toMatchObject({ employee_id: "00000007", preferred_name: "Ana" });
});

test("every problem of a row is listed, with the value and the line", () => {
  const row = feedRow({ first_name: "=<x>", country: "UK", region: " ", worker_type: "Intern" }, 17);
  expect(row.problems.map(({ line, column, value, reason }) => [line, column, value, reason])).toEqual([
    [17, "first_name", "=<x>", "FORMULA"],
    [17, "first_name", "=<x>", "MARKUP"],
    [17, "country", "UK", "COUNTRY"],
    [17, "region", "", "REQUIRED"],
    [17, "worker_type", "Intern", "WORKER_TYPE"],
  ]);
});

test.each<[Partial<FeedRecord>, string[]]>([
  [{ employment_status: "On Leave" }, []],
  [{ employment_status: "Activ" }, ["employment_status EMPLOYMENT_STATUS"]],
  [{ employment_status: "active" }, ["employment_status EMPLOYMENT_STATUS"]],
  [{ employment_status: "" }, ["employment_status EMPLOYMENT_STATUS"]],
  [{ termination_date: "2005-03-01" }, []],
  [{ termination_date: "2005-02-28" }, ["termination_date DATE_ORDER"]],
  [{ termination_date: "2005-02-28", hire_date: "" }, []],
  [{ termination_date: "2005-02-28", employment_status: "Terminated" }, []],
  [{ termination_date: "28.2.2005" }, ["termination_date DATE"]],
  [{ hire_date: "2028-01-01" }, ["hire_date DATE_RANGE"]],
  [{ manager_employee_id: "?" }, ["manager_employee_id EMPLOYEE_ID"]],
])("%j: %j", (given, expected) => {
  expect(problems(given)).toEqual(expected);
});
