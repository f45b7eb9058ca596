import { expect, test } from "vitest";
import { comparePeople } from "./compare-people.ts";
import type { FeedRecord } from "./feed-columns.ts";
import { feedRecord } from "./feed-for-tests.ts";
import { hrFeed } from "./hr-feed.ts";
import type { KnownPerson } from "./person-fields.ts";
import { personOfRow } from "./person-of-row.ts";

const now = Date.parse("2026-06-15T12:00:00Z");
const before = now - 1000;
const later = now + 1000;

function compare(row: Partial<FeedRecord>, known: Partial<KnownPerson> = {}) {
  const person = { ...personOfRow(feedRecord(), null), id: "id", ...known };
  const { added, changed, moved, left, unchanged } = comparePeople({
    feed: hrFeed,
    rows: [feedRecord(row)],
    known: new Map([["00000001", person]]),
    now,
  });
  const kinds = { added, changed, moved, left };
  const [kind, changes] = Object.entries(kinds).find(([, list]) => list.length > 0) ?? ["unchanged", []];
  expect(added.length + changed.length + moved.length + left.length + unchanged).toBe(1);
  const [change] = changes;
  return { kind, fields: change?.fields ?? [], leftAt: change?.person.leftAt, atImport: change?.leavesAtImport };
}

const terminated = { employment_status: "Terminated" };

test.each<[string, Partial<FeedRecord>, Partial<KnownPerson>, string, string[]]>([
  ["the same", {}, {}, "unchanged", []],
  ["another id", { employee_id: "2", email: "" }, {}, "added", []],
  ["another title", { job_title: "Director" }, {}, "changed", ["jobTitle"]],
  ["an address in other letters", { email: "00000001@REPS.example.com" }, {}, "changed", ["email"]],
  ["a language in other letters", { language: "EN" }, {}, "unchanged", []],
  [
    "another manager and title",
    { manager_employee_id: "9", job_title: "x" },
    {},
    "moved",
    ["jobTitle", "managerEmployeeId"],
  ],
  ["on leave", { employment_status: "On Leave" }, {}, "changed", ["onLeave"]],
  ["staff who stand in the feed", {}, { kind: "staff" }, "changed", ["kind"]],
  ["planning to leave", { termination_date: "2026-12-31" }, {}, "changed", ["leftAt"]],
  [
    "left on a day, and moved",
    { ...terminated, termination_date: "2026-06-01", manager_employee_id: "9" },
    {},
    "left",
    ["managerEmployeeId", "leftAt"],
  ],
  ["left without a day", terminated, {}, "left", ["leftAt"]],
  ["left without a day, planned before", terminated, { leftAt: later }, "left", ["leftAt"]],
  ["left without a day, again", terminated, { leftAt: before }, "unchanged", []],
  [
    "left on a day still to come, again",
    { ...terminated, termination_date: "2026-12-31" },
    { leftAt: before },
    "unchanged",
    [],
  ],
  [
    "left on another day than known",
    { ...terminated, termination_date: "2026-06-01" },
    { leftAt: before },
    "changed",
    ["leftAt"],
  ],
  ["back again", {}, { leftAt: before }, "changed", ["leftAt"]],
])("%s", (_, row, known, kind, fields) => {
  const found = compare(row, known);
  expect([found.kind, found.fields]).toEqual([kind, fields]);
});

test("who leaves without a day leaves at the import; who comes back has not left", () => {
  expect(compare(terminated)).toMatchObject({ leftAt: now, atImport: true });
  expect(compare({}, { leftAt: before })).toMatchObject({ leftAt: null, atImport: false });
  expect(compare({ ...terminated, job_title: "x" }, { leftAt: before })).toMatchObject({
    leftAt: before,
    atImport: false,
  });
});
