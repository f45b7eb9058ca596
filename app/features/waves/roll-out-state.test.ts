import { expect, test } from "vitest";
import { listRepWaves, rollOutState } from "./roll-out-state.ts";
import type { Wave } from "./wave-applies.ts";

const day = 86_400_000;
const wave = (id: string, given: Partial<Wave>): Wave => ({
  ...{ id, editionId: "2011-07", countries: ["US"], kinds: ["rep"], effectiveAt: 10 * day, graceDays: 5 },
  ...{ mode: "enforce", createdAt: 0, withdrawnAt: null },
  ...given,
});
const audience = { kind: "rep", country: "US" } as const;
const at = (waves: Wave[], days: number) => {
  const { stage, wave, next } = rollOutState(waves, { audience, now: days * day });
  return [stage, wave?.id ?? null, next?.id ?? null];
};

test("a wave is announced, then in grace, then enforced, then replaced or withdrawn", () => {
  const waves = [wave("a", {}), wave("b", { effectiveAt: 30 * day, graceDays: 0, withdrawnAt: 40 * day })];
  expect(at(waves, 9)).toEqual(["announced", "a", "a"]);
  expect(at(waves, 10)).toEqual(["grace", "a", "b"]);
  expect(at(waves, 15)).toEqual(["enforced", "a", "b"]);
  expect(at(waves, 30)).toEqual(["enforced", "b", null]);
  expect(at(waves, 40)).toEqual(["enforced", "a", null]);
  expect(at([wave("other", { countries: ["DE"] })], 50)).toEqual(["none", null, null]);
});

test("a trial counts only where nothing is enforced", () => {
  const trial = wave("trial", { mode: "shadow", effectiveAt: 20 * day, countries: null });
  expect(at([trial], 20)).toEqual(["trial", "trial", null]);
  expect(at([trial, wave("a", {})], 20)).toEqual(["enforced", "a", null]);
});

test("waves for reps come in the order of their dates", () => {
  const waves = [
    wave("late", { effectiveAt: 30 }),
    wave("gone", { withdrawnAt: 1 }),
    wave("partners", { kinds: ["partner"] }),
    wave("early", { effectiveAt: 3 }),
  ];
  expect(listRepWaves(waves, 5).map(({ id }) => id)).toEqual(["early", "late"]);
});
