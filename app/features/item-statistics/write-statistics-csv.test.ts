import { expect, test } from "vitest";
import { answerSheets, measuredItem } from "#tests/make-answer-sheets.ts";
import { describeItems } from "./describe-items.ts";
import { sortByAlarm } from "./sort-by-alarm.ts";
import { writeStatisticsCsv } from "./write-statistics-csv.ts";

function reportOf(ids: string[], choiceOf: (person: number, id: string) => string) {
  const people = Array.from({ length: 300 }, (_, n) => n);
  const items = ids.map((id) => measuredItem(id));
  const sheets = people.map((n) => ({ answers: Object.fromEntries(ids.map((id) => [id, choiceOf(n, id)])) }));
  return describeItems(answerSheets(items, sheets), { language: null, region: null }).items;
}

test("numbers stay numbers, and no text can be read as a formula", () => {
  // The last item is right exactly where the others are wrong, so its discrimination is -1.
  const ids = ["=HYPERLINK(1)", "+1", "-1", "@x", "\t=1", "\rx", "plain"];
  const csv = writeStatisticsCsv(reportOf(ids, (n, id) => ((n % 2 === 0) === (id !== "plain") ? "a" : "b")));
  const lines = csv.trim().split("\n");
  expect(lines[0]).toBe(
    "item,clause,must_pass,difficulty,answers,left_open,facility,standard_deviation,discrimination_index," +
      "discriminative_efficiency,random_guess,intended_weight,effective_weight,alarms",
  );
  expect(csv).toContain("'=HYPERLINK(1),");
  for (const id of ["'+1", "'-1", "'@x", "'\t'=1", "'\rx"]) expect(csv).toContain(id);
  expect(lines.at(-1)).toBe(
    "plain,ROE-1.1,no,medium,300,0.0000,0.5000,0.5008,-1.0000,-1.0000,0.2500,0.1429,,mis-keyed dead-distractor",
  );
});

test("the most urgent item comes first", () => {
  const items = reportOf(["easy", "fine", "wrong"], (n, id) => {
    if (id === "easy") return "a";
    return (n % 2 === 0) === (id === "fine") ? "a" : "b";
  });
  const quiet = items.map((item) => (item.item.id === "fine" ? { ...item, alarms: [] } : item));
  expect(sortByAlarm(quiet).map(({ item }) => item.id)).toEqual(["wrong", "easy", "fine"]);
});
