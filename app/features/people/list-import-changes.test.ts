import { expect, test } from "vitest";
import { comparePeople } from "./compare-people.ts";
import { feedRecord } from "./feed-for-tests.ts";
import { hrFeed } from "./hr-feed.ts";
import { describeChange, listImportChanges } from "./list-import-changes.ts";
import type { KnownPerson } from "./person-fields.ts";
import { personOfRow } from "./person-of-row.ts";

const known = (given: Parameters<typeof feedRecord>[0]): KnownPerson => {
  const record = feedRecord(given);
  return { ...personOfRow(record, null), id: `id-${record.employee_id}`, employeeId: record.employee_id };
};

test("every field that changes is a line, a new person is one, and who leaves now says so and no instant", () => {
  const people = new Map([
    ["2", known({ employee_id: "2", job_title: "Before" })],
    ["3", known({ employee_id: "3" })],
  ]);
  const rows = [
    feedRecord({ employee_id: "1" }),
    feedRecord({ employee_id: "2", job_title: "After", manager_employee_id: "1" }),
    feedRecord({ employee_id: "3", employment_status: "Terminated" }),
  ];
  const list = (now: number) => [...listImportChanges(comparePeople({ feed: hrFeed, rows, known: people, now }))];
  const changes = list(5_000_000_000_000);
  expect(changes).toEqual(list(5_000_000_000_001));
  expect(changes.map(({ kind, employeeId, field, before, after }) => [kind, employeeId, field, before, after])).toEqual(
    [
      ["added", "1", "", "", ""],
      ["moved", "2", "jobTitle", "Before", "After"],
      ["moved", "2", "managerEmployeeId", "", "1"],
      ["left", "3", "leftAt", "", "when this is applied"],
    ],
  );
  const second = changes.filter(({ employeeId }) => employeeId === "2");
  expect(describeChange(second)).toBe("Other manager: 2 Ada Lovelace: job title Before → After, manager none → 1");
});
