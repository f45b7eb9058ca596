import { expect, test } from "vitest";
import { feedColumns } from "./feed-columns.ts";
import { hrFeed } from "./hr-feed.ts";
import { matchHeader } from "./match-header.ts";

test("columns are found by name in any order, among others", () => {
  const match = matchHeader(["cost_centre", ...[...feedColumns].reverse(), "badge"], hrFeed);
  expect(match).toMatchObject({ width: 19, positions: { worker_type: 1, employee_id: 17 } });
});

test("letter case and spaces around a name do not matter", () => {
  expect(
    matchHeader(
      feedColumns.map((column) => ` ${column.toUpperCase()} `),
      hrFeed,
    ),
  ).toMatchObject({ width: 17 });
});

test.each([
  [
    "missing columns",
    feedColumns.filter((column) => !["email", "country"].includes(column)),
    "no column email, country",
  ],
  ["a column twice", [...feedColumns, "email"], "names email more than once"],
  ["semicolons", [feedColumns.join(";")], "must be separated by commas"],
  ["nothing", [], "The first line must name every column"],
] as [string, string[], string][])("%s", (_, cells, problem) => {
  expect(matchHeader(cells, hrFeed)).toEqual({ problem: expect.stringContaining(problem) });
});
