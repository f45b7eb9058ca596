import fc from "fast-check";
import { expect, test } from "vitest";
import type { EvidenceBody } from "#app/platform/db.server.ts";
import { tallyClauses } from "./clause-tally.ts";
import { pickBoosterScenarios } from "./pick-booster-scenarios.ts";

const scenarios = ["a", "b", "c", "d", "e", "f"].map((id) => ({ id, clauses: [`clause-${id}`] }));
const nothing = { tally: new Map(), mustPass: new Set<string>(), seenLast: new Set<string>(), seed: "x 30" };
const idsOf = (picked: { id: string }[]) => picked.map(({ id }) => id);

test("what went wrong comes first, then what was never asked, then what was right", () => {
  const tally = new Map([
    ["clause-e", { asked: 2, wrong: 2 }],
    ["clause-b", { asked: 2, wrong: 1 }],
    ...["a", "c", "d"].map((id) => [`clause-${id}`, { asked: 1, wrong: 0 }] as const),
  ]);
  expect(idsOf(pickBoosterScenarios({ ...nothing, scenarios, tally, count: 3 }))).toEqual(["e", "b", "f"]);
});

test("of two clauses equally well known the must-pass one comes first", () => {
  expect(idsOf(pickBoosterScenarios({ ...nothing, scenarios, mustPass: new Set(["clause-d"]), count: 1 }))).toEqual([
    "d",
  ]);
});

test("one weak clause does not take the whole booster", () => {
  const weak = [1, 2, 3].map((n) => ({ id: `weak-${n}`, clauses: ["weak"] }));
  const tally = new Map([["weak", { asked: 4, wrong: 4 }]]);
  const picked = pickBoosterScenarios({ ...nothing, scenarios: [...weak, ...scenarios], tally, count: 3 });
  expect(picked.filter(({ clauses }) => clauses[0] === "weak")).toHaveLength(1);
});

test("what the booster before asked comes again only when nothing else is left", () => {
  const seenLast = new Set(["a", "b", "c", "d"]);
  const tally = new Map(["a", "b"].map((id) => [`clause-${id}`, { asked: 1, wrong: 1 }] as const));
  expect(idsOf(pickBoosterScenarios({ ...nothing, scenarios, tally, seenLast, count: 2 })).sort()).toEqual(["e", "f"]);
  expect(idsOf(pickBoosterScenarios({ ...nothing, scenarios, tally, seenLast, count: 4 })).sort()).toEqual(
    ["a", "b", "e", "f"].sort(),
  );
});

test("the same facts give the same scenarios in any order of the list; another seed breaks ties otherwise", () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(scenarios, { minLength: scenarios.length }),
      fc.string(),
      fc.nat(8),
      (list, seed, count) => {
        const picked = idsOf(pickBoosterScenarios({ ...nothing, scenarios: list, seed, count }));
        expect(picked).toEqual(idsOf(pickBoosterScenarios({ ...nothing, scenarios, seed, count })));
        expect(new Set(picked).size).toBe(Math.min(count, scenarios.length));
      },
    ),
  );
  const firsts = Array.from({ length: 30 }, (_, n) =>
    idsOf(pickBoosterScenarios({ ...nothing, scenarios, seed: `cert-${n} 30`, count: 1 })).join(),
  );
  expect(new Set(firsts).size).toBeGreaterThan(3);
});

test("assessments, first practice answers and boosters tell what is weak; voided attempts and repeats do not", () => {
  const attempt = (attemptId: string, correct: number): EvidenceBody => ({
    kind: "attempt_submitted",
    attemptId,
    number: 1,
    form: [],
    answers: {},
    result: {
      correct,
      total: 2,
      passed: false,
      timedOut: false,
      clauses: [{ clause: "clause-a", correct, total: 2, mustPass: false }],
    },
  });
  const practice = (scenarioId: string, correct: boolean): EvidenceBody => ({
    kind: "scenario_answered",
    scenarioId,
    answer: [],
    correct,
  });
  const records: EvidenceBody[] = [
    practice("b", false),
    practice("b", true),
    practice("gone", false),
    attempt("one", 0),
    attempt("two", 1),
    { kind: "attempt_voided", attemptId: "one", number: 1, by: "x", reason: "y" },
    { kind: "booster_answered", day: 30, scenarioId: "c", answer: [], correct: false },
  ];
  const clausesOf = (id: string) => scenarios.find((scenario) => scenario.id === id)?.clauses ?? [];
  expect(
    Object.fromEntries(
      tallyClauses(
        records.map((body) => ({ body })),
        clausesOf,
      ),
    ),
  ).toEqual({
    "clause-a": { asked: 2, wrong: 1 },
    "clause-b": { asked: 1, wrong: 1 },
    "clause-c": { asked: 2, wrong: 2 },
  });
});
