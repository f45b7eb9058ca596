import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { answerSheets, type MadeSheet, measuredItem, sheetsOfMarks } from "#tests/make-answer-sheets.ts";
import { describeItems } from "./describe-items.ts";

const everybody = { language: null, region: null };
const fixture = new URL("../../../tests/fixtures/item-statistics/lsat-section-6.csv", import.meta.url);

test("the LSAT data set gives the figures that are published for it", () => {
  const rows = readFileSync(fixture, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .flatMap((line) => {
      const [pattern = "", people] = line.split(",");
      return new Array<string>(Number(people)).fill(pattern);
    });
  const { attempts, consistency, items } = describeItems(sheetsOfMarks(rows), everybody);
  expect(attempts).toBe(1000);
  expect(items.map(({ figures }) => figures?.facility)).toEqual([0.924, 0.709, 0.553, 0.763, 0.87]);
  expect(consistency?.coefficient).toBeCloseTo(0.2949972, 7);
  const discrimination = items.map(({ figures }) => Number(figures?.discrimination?.toFixed(4)));
  expect(discrimination).toEqual([0.1128, 0.1532, 0.1728, 0.1444, 0.1216]);
  // Not published; computed independently with Moodle's definitions, both lists sorted.
  const efficiency = items.map(({ figures }) => Number(figures?.efficiency?.toFixed(4)));
  expect(efficiency).toEqual([0.1848, 0.2, 0.2189, 0.1772, 0.1877]);
  expect(consistency?.verdict).toBe("poor");
  // Error ratio √(1 - alpha) times the standard deviation 1.03504 of the totals, over 5 items.
  expect(consistency?.standardError).toBeCloseTo((1.0350412 * Math.sqrt(1 - 0.2949972)) / 5, 6);
  const weights = items.map(({ effectiveWeight }) => effectiveWeight ?? 0);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10);
  // √cov(item, total): 0.31519, 0.51633, 0.56428, 0.48512, 0.38939; the first is 13.88 % of their sum.
  expect(weights[0]).toBeCloseTo(0.1388, 4);
});

test("no figure is shown for too few attempts, nor for an item with too few answers", () => {
  const items = [measuredItem("common"), measuredItem("other"), measuredItem("rare")];
  const sheet = (n: number): MadeSheet => ({
    answers: { common: n % 3 === 0 ? "b" : "a", [n % 10 === 0 && n < 290 ? "rare" : "other"]: "a" },
  });
  const few = answerSheets(
    items,
    Array.from({ length: 199 }, (_, n) => sheet(n)),
  );
  expect(describeItems(few, everybody)).toMatchObject({ attempts: 199, consistency: null, items: [] });
  const enough = answerSheets(
    items,
    Array.from({ length: 300 }, (_, n) => sheet(n)),
  );
  const report = describeItems(enough, everybody);
  expect(report.items.map(({ answers }) => answers)).toEqual([300, 271, 29]);
  expect(report.items.map(({ figures }) => figures === null)).toEqual([false, false, true]);
  expect(report.items[2]).toMatchObject({ choices: [], alarms: [], effectiveWeight: null });
});

test("a filter keeps its people, and the other people only where groups are compared", () => {
  const sheets = answerSheets(
    [measuredItem("one"), measuredItem("two")],
    [
      ...people(250, { language: "de", region: "EMEA" }, "a"),
      ...people(220, { language: "fr", region: "EMEA" }, "b"),
      ...people(210, { language: "de", region: "APJ" }, null),
    ],
  );
  const [one] = describeItems(sheets, { language: "de", region: "EMEA" }).items;
  expect(one).toMatchObject({ answers: 250, figures: { facility: 1, leftOpen: 0 } });
  expect(one?.languages).toEqual([
    { name: "de", answers: 250, right: 250 },
    { name: "fr", answers: 220, right: 0 },
  ]);
  expect(one?.regions).toEqual([
    { name: "EMEA", answers: 250, right: 250 },
    { name: "APJ", answers: 210, right: 0 },
  ]);
  const [german] = describeItems(sheets, { language: "de", region: null }).items;
  expect(german?.figures).toMatchObject({ facility: 250 / 460, leftOpen: 210 / 460, guess: 0.25 });
  expect(describeItems(sheets, { language: "ja", region: null })).toMatchObject({ attempts: 0, items: [] });
});

test("the first and the last thirty days are compared, and the weeks counted from Mondays", () => {
  const day = 86_400_000;
  const monday = 1_320_019_200_000; // 31 October 2011
  const at = (days: number) => ({ submittedAt: monday + days * day });
  const sheets = answerSheets(
    [measuredItem("one"), measuredItem("two")],
    [
      ...people(100, { ...at(0), seconds: 40 }, "b"),
      ...people(60, { ...at(6.9), seconds: 50 }, "a"),
      ...people(40, at(35), "a"),
      ...people(90, { ...at(70), seconds: 20 }, "a"),
    ],
  );
  const { windowDays, items } = describeItems(sheets, everybody);
  expect(windowDays).toBe(30);
  expect(items[0]?.early).toEqual({ answers: 160, right: 60, medianSeconds: 40 });
  expect(items[0]?.late).toEqual({ answers: 90, right: 90, medianSeconds: 20 });
  expect(items[0]?.weeks).toHaveLength(11);
  expect(items[0]?.weeks[0]).toEqual({ answers: 160, right: 60, startsAt: monday });
  expect(items[0]?.weeks[5]).toEqual({ answers: 40, right: 40, startsAt: monday + 35 * day });
});

function people(count: number, given: Partial<MadeSheet>, choice: string | null): MadeSheet[] {
  return new Array<MadeSheet>(count).fill({ ...given, answers: { one: choice, two: choice } });
}
