import { expect, test } from "vitest";
import { feedRow } from "./feed-for-tests.ts";
import { findRepeatedIds } from "./find-repeated-ids.ts";
import { hrFeed } from "./hr-feed.ts";

test("rows with one id and different values are all refused, each naming the others", () => {
  const rows = [
    feedRow({ employee_id: "1" }, 2),
    feedRow({ employee_id: "1", location: "Boston" }, 5),
    feedRow({ employee_id: "1" }, 9),
    feedRow({ employee_id: "2" }, 10),
  ];
  const { repeats, refusals } = findRepeatedIds(rows, hrFeed);
  expect(repeats.size).toBe(0);
  expect([...refusals.values()].map(({ line, reason }) => [line, reason])).toEqual([
    [2, "DUPLICATE_ID"],
    [5, "DUPLICATE_ID"],
    [9, "DUPLICATE_ID"],
  ]);
  expect([...refusals.values()][1]?.explanation).toContain("on line 2, 9,");
});

test("rows that are the same once they are cleaned count once", () => {
  const rows = [feedRow({ employee_id: "1" }, 2), feedRow({ employee_id: "1", location: " New York " }, 3)];
  const { repeats, refusals } = findRepeatedIds(rows, hrFeed);
  expect([...repeats]).toEqual([rows[1]]);
  expect(refusals.size).toBe(0);
});

test("equal rows with problems are each refused for them, not passed over", () => {
  const rows = [feedRow({ employee_id: "1", country: "UK" }, 2), feedRow({ employee_id: "1", country: "UK" }, 3)];
  expect(findRepeatedIds(rows, hrFeed).repeats.size).toBe(0);
});

test("rows without an id are no duplicates, and letter case makes different ids", () => {
  const rows = ["", "", "a", "A"].map((employee_id, index) => feedRow({ employee_id }, index + 2));
  const { repeats, refusals } = findRepeatedIds(rows, hrFeed);
  expect(repeats.size + refusals.size).toBe(0);
});

test("40,000 rows with one id are told in short sentences", () => {
  const rows = Array.from({ length: 40_000 }, (_, n) => feedRow({ employee_id: "1", location: `Town ${n}` }, n + 2));
  const { refusals } = findRepeatedIds(rows, hrFeed);
  expect([...refusals.values()][39_999]?.explanation).toContain(
    "on line 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 39,989 more",
  );
});
