import { expect, test } from "vitest";
import { comparePeople } from "./compare-people.ts";
import { describeComparison, describeRefusals, describeWarnings } from "./describe-import.ts";
import { feedRecord, feedRow } from "./feed-for-tests.ts";
import { hrFeed } from "./hr-feed.ts";
import { personOfRow } from "./person-of-row.ts";

const now = Date.parse("2026-06-15T12:00:00Z");
const shown = { movesTo: "manager", firstLoad: false } as const;

test("shows the counts and what becomes of each person", () => {
  const known = new Map(
    ["1", "2", "3", "4"].map((id) => [id, { ...personOfRow(feedRecord({ employee_id: id }), null), id }]),
  );
  const rows = [
    { employee_id: "1", job_title: "Director", preferred_name: "Ann" },
    { employee_id: "2", manager_employee_id: "1" },
    { employee_id: "3", employment_status: "Terminated", termination_date: "2026-06-01" },
    { employee_id: "4", employment_status: "Terminated" },
    { employee_id: "5" },
  ].map(feedRecord);
  expect(describeComparison(comparePeople({ feed: hrFeed, rows, known, now }), shown)).toEqual([
    "  1 added",
    "      5 Ada Lovelace",
    "  1 changed",
    '      1 Ann Lovelace: preferred name none → "Ann", job title "Account Executive" → "Director"',
    "  1 moved to another manager",
    '      2 Ada Lovelace: manager none → "1"',
    "  2 left",
    "      3 Ada Lovelace: left at 2026-06-02T04:00:00.000Z",
    "      4 Ada Lovelace: left as of this import",
    "  0 unchanged",
  ]);
});

test("shows ten examples of a kind, and none of a first load", () => {
  const rows = Array.from({ length: 1234 }, (_, n) => feedRecord({ employee_id: `p${n}` }));
  const comparison = comparePeople({ feed: hrFeed, rows, known: new Map(), now });
  const lines = describeComparison(comparison, shown);
  expect(lines.slice(0, 2)).toEqual(["  1,234 added", "      p0 Ada Lovelace"]);
  expect(lines[11]).toBe("      … and 1,224 more");
  expect(describeComparison(comparison, { ...shown, firstLoad: true })).toHaveLength(5);
});

test("counts refusals by reason and shows nothing that a terminal would obey", () => {
  const { problems } = feedRow({ first_name: "\u001b[31mred", last_name: "", country: "" }, 7);
  expect(describeRefusals([...problems], 1)).toEqual([
    "  1 refused (REQUIRED 2, CONTROL_CHARACTER 1)",
    '      line 7 first_name "[U+001B][31mred": The value holds a control character.',
    '      line 7 last_name "": A value is required here.',
    '      line 7 country "": A value is required here.',
  ]);
  expect(describeRefusals([], 0)).toEqual([]);
});

test("grave warnings come first", () => {
  expect(
    describeWarnings([
      { code: "REPEATED_ROW", count: 1, message: "small", grave: false },
      { code: "MANY_LEAVE", count: 9, message: "large", grave: true },
    ]),
  ).toEqual(["  CAUTION: large", "  Note: small"]);
});
