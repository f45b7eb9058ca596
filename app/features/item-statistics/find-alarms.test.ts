import { expect, test } from "vitest";
import { measuredItem } from "#tests/make-answer-sheets.ts";
import type { Count } from "./compare-shares.ts";
import { findAlarms } from "./find-alarms.ts";
import type { ItemFigures } from "./item-figures.ts";
import type { ItemReport } from "./item-report.ts";

type Given = Omit<Partial<ItemReport>, "figures" | "choices"> & {
  figures?: Partial<ItemFigures>;
  /** Shares of a (the key), b, c and d: of everybody, and of the best third where they differ. */
  overall?: number[];
  top?: number[];
};

function report({ figures, overall = [0.7, 0.1, 0.1, 0.1], top = overall, ...given }: Given = {}): ItemReport {
  const answers = figures?.answers ?? 1000;
  const usual = { standardDeviation: 0.46, covarianceWithTotal: 0.3, leftOpen: 0, guess: 0.25 };
  return {
    ...{ item: measuredItem("item-1"), answers, intendedWeight: 0.05, effectiveWeight: 0.05 },
    ...{ languages: [], regions: [], weeks: [], early: null, late: null, alarms: [] },
    figures: { answers, facility: 0.7, discrimination: 0.3, efficiency: 0.4, ...usual, ...figures },
    choices: [
      { overall: 0, top: 0, bottom: 0 },
      ...overall.map((share, n) => ({ overall: share, top: top[n] ?? 0, bottom: share })),
    ],
    ...given,
  };
}

const alarmsOf = (given: Given) => findAlarms([report(given)])[0]?.alarms.map(({ kind, why }) => `${kind} ${why}`);

test.each<[string, Given, string[]]>([
  ["an ordinary item", {}, []],
  ["a negative discrimination", { figures: { discrimination: -0.1 } }, ["mis-keyed negative"]],
  ["one that chance explains", { figures: { discrimination: -0.06 } }, []],
  ["a negative one of few answers", { figures: { discrimination: -0.9, answers: 49 } }, []],
  ["strong people who prefer b", { top: [0.3, 0.6, 0.05, 0.05] }, ["mis-keyed strong-choose"]],
  ["strong people of two minds", { top: [0.45, 0.47, 0.04, 0.04] }, []],
  ["nearly everybody right", { figures: { facility: 0.951 } }, ["no-information easy"]],
  ["hardly short of that", { figures: { facility: 0.95 } }, []],
  ["nearly nobody right", { figures: { facility: 0.199 } }, ["no-information hard"]],
  ["an efficiency below 15 %", { figures: { efficiency: 0.149 } }, ["no-information efficiency"]],
  ["no efficiency to speak of", { figures: { efficiency: null } }, ["no-information efficiency"]],
  ["too few answers to say so", { figures: { facility: 0.99, efficiency: 0, answers: 199 } }, []],
  ["a distractor that nobody takes", { overall: [0.7, 0.2, 0.09, 0.01] }, ["dead-distractor unused"]],
  ["one taken by 2 %", { overall: [0.7, 0.2, 0.08, 0.02] }, []],
  ["a small but even share of few wrong answers", { overall: [0.955, 0.015, 0.015, 0.015] }, []],
  ["too few wrong answers", { overall: [0.98, 0.019, 0.001, 0] }, []],
  ["too few answers for it", { figures: { answers: 150 }, overall: [0.7, 0.2, 0.1, 0] }, []],
])("%s", (_, given, alarms) => {
  expect(alarmsOf(given)).toEqual(alarms);
});

test("an item of which too little is known raises nothing", () => {
  expect(findAlarms([{ ...report(), figures: null, choices: [] }])[0]?.alarms).toEqual([]);
});

const count = (answers: number, share: number): Count => ({ answers, right: Math.round(answers * share) });
const language = (name: string, answers: number, share: number) => ({ name, ...count(answers, share) });
const others = Array.from({ length: 9 }, () =>
  report({ languages: [language("en", 600, 0.8), language("de", 200, 0.8), language("ja", 20, 0.8)] }),
);

test.each<[string, ReturnType<typeof language>[], string[]]>([
  ["much harder in one language", [language("en", 600, 0.8), language("de", 200, 0.55)], ["harder de"]],
  ["much easier in one language", [language("en", 600, 0.6), language("de", 200, 0.9)], ["harder en", "easier de"]],
  ["a gap below ten points", [language("en", 6000, 0.8), language("de", 2000, 0.71)], []],
  ["a gap that chance explains", [language("en", 600, 0.8), language("de", 40, 0.65)], []],
  ["too few of a language", [language("en", 600, 0.8), language("de", 29, 0.1)], []],
])("translation: %s", (_, languages, expected) => {
  const found = findAlarms([report({ languages }), ...others])[0]?.alarms ?? [];
  const gaps = found.filter(({ values }) => values.language !== "en" || expected.includes("harder en"));
  expect(gaps.map(({ why, values }) => `${why} ${values.language}`)).toEqual(expected);
  expect(gaps.every(({ kind }) => kind === "translation-gap")).toBe(true);
});

test("a language whose people are weaker everywhere is no fault of one item", () => {
  const weaker = () => report({ languages: [language("en", 600, 0.85), language("de", 300, 0.7)] });
  expect(findAlarms(Array.from({ length: 10 }, weaker)).flatMap(({ alarms }) => alarms)).toEqual([]);
});

const time = (answers: number, share: number, medianSeconds: number) => ({ ...count(answers, share), medianSeconds });
const steady = Array.from({ length: 9 }, () => report({ early: time(400, 0.7, 60), late: time(400, 0.72, 60) }));

test.each<[string, Pick<ItemReport, "early" | "late">, string[]]>([
  ["a sudden rise", { early: time(400, 0.6, 60), late: time(400, 0.85, 60) }, ["rise"]],
  ["a rise with faster answers", { early: time(400, 0.6, 60), late: time(400, 0.85, 25) }, ["rise-and-faster"]],
  ["a rise with hardly faster answers", { early: time(400, 0.6, 60), late: time(400, 0.85, 49) }, ["rise"]],
  ["a fall", { early: time(400, 0.85, 60), late: time(400, 0.6, 60) }, []],
  ["a rise below ten points", { early: time(9000, 0.7, 60), late: time(9000, 0.79, 60) }, []],
  ["a rise that chance explains", { early: time(60, 0.6, 60), late: time(60, 0.75, 60) }, []],
  ["too few answers", { early: time(29, 0.1, 60), late: time(400, 0.9, 60) }, []],
])("leak: %s", (_, windows, expected) => {
  const found = findAlarms([report(windows), ...steady])[0]?.alarms ?? [];
  expect(found.map(({ kind, why }) => [kind, why])).toEqual(expected.map((why) => ["leak-drift", why]));
});

test("what leaked is not taken for a fault of the translation, though languages come one after the other", () => {
  const languages = [language("en", 600, 0.8), language("de", 200, 0.55)];
  const leaked = { early: time(400, 0.6, 60), late: time(400, 0.85, 60) };
  const both = others.map((one, n) => ({ ...one, early: steady[n]?.early ?? null, late: steady[n]?.late ?? null }));
  expect(findAlarms([report({ languages, ...leaked }), ...both])[0]?.alarms.map(({ kind }) => kind)).toEqual([
    "leak-drift",
  ]);
});

test("when everything rises together, people are better prepared and nothing has leaked", () => {
  const rising = () => report({ early: time(400, 0.6, 60), late: time(400, 0.8, 60) });
  expect(findAlarms(Array.from({ length: 10 }, rising)).flatMap(({ alarms }) => alarms)).toEqual([]);
});
