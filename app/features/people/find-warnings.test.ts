import { expect, test } from "vitest";
import { checkFeed } from "./check-feed.ts";
import { comparePeople } from "./compare-people.ts";
import type { FeedRecord } from "./feed-columns.ts";
import { feedRecord, feedRow } from "./feed-for-tests.ts";
import { findWarnings } from "./find-warnings.ts";
import { hrFeed } from "./hr-feed.ts";
import type { KnownPerson } from "./person-fields.ts";
import { personOfRow } from "./person-of-row.ts";

const now = Date.parse("2026-06-15T12:00:00Z");
const ids = Array.from({ length: 10 }, (_, n) => `p${n}`);

/** Ten people p0 to p9 are known; the file holds the given rows. */
function warningsOf(rows: Partial<FeedRecord>[], changes: Record<string, Partial<KnownPerson>> = {}) {
  const known = new Map(
    ids.map((id) => [id, { ...personOfRow(feedRecord({ employee_id: id }), null), id, ...changes[id] }]),
  );
  const checked = checkFeed({
    feed: hrFeed,
    rows: rows.map((row, n) => feedRow(row, n + 2)),
    broken: [],
    known: new Map(),
  });
  const comparison = comparePeople({ feed: hrFeed, rows: checked.accepted, known, now });
  const { warnings, missing } = findWarnings({ feed: hrFeed, checked, comparison, known, now });
  return { missing, found: warnings.map(({ code, count, grave }) => `${code} ${count}${grave ? " grave" : ""}`) };
}

const all = (change: (id: string, index: number) => Partial<FeedRecord>) =>
  ids.map((id, index) => ({ employee_id: id, ...change(id, index) }));

test("a complete file without changes raises nothing", () => {
  expect(warningsOf(all(() => ({})))).toEqual({ missing: 0, found: [] });
});

test.each([
  [2, "NOT_IN_FILE 2"],
  [3, "MANY_MISSING 3 grave"],
])("%d of ten people missing", (missing, warning) => {
  expect(warningsOf(all(() => ({})).slice(missing))).toEqual({ missing, found: [warning] });
});

test.each([
  [2, []],
  [3, ["MANY_LEAVE 3 grave"]],
])("%d of ten people leaving", (leaving, warnings) => {
  const rows = all((_, index) => (index < leaving ? { employment_status: "Terminated" } : {}));
  expect(warningsOf(rows).found).toEqual(warnings);
});

test("large counts are written as in the rest of a report", () => {
  const known = new Map(
    Array.from({ length: 39_583 }, (_, n) => {
      const id = `p${n}`;
      return [id, { ...personOfRow(feedRecord({ employee_id: id }), null), id }] as const;
    }),
  );
  const checked = checkFeed({ feed: hrFeed, rows: [], broken: [], known });
  const comparison = comparePeople({ feed: hrFeed, rows: [], known, now });
  const [warning] = findWarnings({ feed: hrFeed, checked, comparison, known, now }).warnings;
  expect(warning?.message).toContain("does not name 39,583 of the 39,583 active people");
});

test("people who have left, and staff, are not missed", () => {
  const { missing } = warningsOf(all(() => ({})).slice(2), { p0: { leftAt: now - 1 }, p1: { kind: "staff" } });
  expect(missing).toBe(0);
});

test("a person of a refused row is not missed, and one said to have left keeps their rights", () => {
  const rows = all((_, index) => (index < 2 ? { employment_status: "Terminated", language: "?" } : {}));
  expect(warningsOf(rows, { p1: { leftAt: now - 1 } })).toEqual({ missing: 0, found: ["REFUSED_LEAVER 1 grave"] });
});

test("an id that seems to have passed on to somebody else", () => {
  const rows = all((_, index) =>
    index === 0 ? { last_name: "Other", email: "o@x.com", hire_date: "2020-01-01" } : {},
  );
  expect(warningsOf(rows).found).toEqual(["OTHER_PERSON 1 grave"]);
  expect(warningsOf(all((_, index) => (index === 0 ? { last_name: "Married", email: "m@x.com" } : {}))).found).toEqual(
    [],
  );
});

test("addresses shared within the file and with people outside it, in any letter case, but not with those who left", () => {
  const rows = [
    { employee_id: "p0", email: "A@x.com" },
    { employee_id: "p1", email: "a@X.com" },
    { employee_id: "p2", email: "p3@reps.example.com" },
    { employee_id: "p4", email: "a@x.com", employment_status: "Terminated" },
    { employee_id: "p5", email: "p9@reps.example.com" },
    { employee_id: "p6", email: "" },
    { employee_id: "p7", email: "" },
  ];
  expect(warningsOf(rows, { p9: { leftAt: now - 1 } }).found).toContain("SHARED_EMAIL 4");
});

test("repeated rows and people whose manager's row was refused", () => {
  const rows = all((_, index) => (index === 0 ? { language: "?" } : { manager_employee_id: "p0" }));
  expect(warningsOf([...rows, { employee_id: "p1", manager_employee_id: "p0" }]).found).toEqual([
    "MANAGER_REFUSED 9",
    "REPEATED_ROW 1",
  ]);
});
