import fc from "fast-check";
import { expect, test } from "vitest";
import type { Item } from "../programs/release-content.ts";
import { drawForm, type SeenItems } from "./draw-form.ts";

function bankOf(sizes: { items: number; mustPass: boolean }[]): Item[] {
  return sizes.flatMap(({ items, mustPass }, clause) =>
    Array.from({ length: items }, (_, n) => ({
      id: `i-${clause}-${n}`,
      clause: `ROE-${clause + 1}.1`,
      mustPass,
      difficulty: "medium" as const,
      situation: "",
      question: "",
      choices: ["a", "b", "c", "d"].map((id) => ({ id, text: id, feedback: "", correct: id === "a" })),
    })),
  );
}

const clauseSizes = fc.array(fc.record({ items: fc.integer({ min: 1, max: 9 }), mustPass: fc.boolean() }), {
  minLength: 1,
  maxLength: 12,
});
const drawing = fc
  .record({
    sizes: clauseSizes,
    length: fc.integer({ min: 1, max: 30 }),
    seed: fc.string(),
  })
  .map(({ sizes, ...rest }) => ({ bank: bankOf(sizes), ...rest }));

/** For each item of the largest bank when it was shown, if it was. */
const showings = fc.array(fc.option(fc.integer({ min: 1, max: 4 })), { minLength: 108, maxLength: 108 });

function seenFrom(bank: Item[], instants: (number | null)[]): SeenItems {
  return new Map(bank.flatMap(({ id }, n) => (typeof instants[n] === "number" ? [[id, instants[n]]] : [])));
}

const none: SeenItems = new Map();
const clausesOf = (items: { clause: string }[]) => new Set(items.map((item) => item.clause));

test("a form has its length, distinct items, every must-pass clause, and every clause as far as the length allows", () => {
  fc.assert(
    fc.property(drawing, showings, ({ bank, length, seed }, instants) => {
      const form = drawForm({ bank, length, seed, seen: seenFrom(bank, instants) });
      const mustPass = clausesOf(bank.filter((item) => item.mustPass));
      expect(form).toHaveLength(Math.max(Math.min(length, bank.length), mustPass.size));
      expect(new Set(form.map((place) => place.itemId)).size).toBe(form.length);
      const asked = clausesOf(form);
      for (const clause of mustPass) expect(asked).toContain(clause);
      expect(asked.size).toBe(Math.min(form.length, clausesOf(bank).size));
      for (const place of form) {
        expect(bank.find((item) => item.id === place.itemId)?.clause).toBe(place.clause);
        expect([...place.choices].sort()).toEqual(["a", "b", "c", "d"]);
      }
    }),
  );
});

test("the same seed gives the same form, another seed another one", () => {
  fc.assert(
    fc.property(drawing, ({ bank, length, seed }) => {
      const draw = () => drawForm({ bank, length, seed, seen: none });
      expect(draw()).toEqual(draw());
    }),
  );
  const bank = bankOf(Array.from({ length: 6 }, () => ({ items: 8, mustPass: false })));
  const forms = ["x", "y", "z"].map((seed) => JSON.stringify(drawForm({ bank, length: 20, seed, seen: none })));
  expect(new Set(forms).size).toBe(3);
});

test("an item comes again only where every one that was shown less lately is drawn, or for a clause to be asked at all", () => {
  fc.assert(
    fc.property(drawing, showings, ({ bank, length, seed }, instants) => {
      const seen = seenFrom(bank, instants);
      const shownAt = (id: string) => seen.get(id) ?? 0;
      const form = drawForm({ bank, length, seed, seen });
      const drawn = new Set(form.map((place) => place.itemId));
      const left = bank.filter((item) => !drawn.has(item.id));
      const asked = clausesOf(form);
      const mustPass = clausesOf(bank.filter((item) => item.mustPass));
      for (const { itemId, clause } of form) {
        const better = left.filter((item) => shownAt(item.id) < shownAt(itemId));
        expect(better.filter((item) => item.clause === clause)).toEqual([]);
        if (better.length === 0) continue;
        expect(form.filter((place) => place.clause === clause)).toHaveLength(1);
        if (!mustPass.has(clause)) expect(better.filter((item) => !asked.has(item.clause))).toEqual([]);
      }
    }),
  );
});

test("a person meets every item of the bank before any of them comes again", () => {
  const sizes = fc.array(fc.record({ items: fc.integer({ min: 6, max: 9 }), mustPass: fc.boolean() }), {
    minLength: 4,
    maxLength: 8,
  });
  fc.assert(
    fc.property(sizes, fc.string(), (clauses, seed) => {
      const bank = bankOf(clauses);
      const length = clauses.length * 2;
      const seen = new Map<string, number>();
      // Each form takes two of every clause or fills up elsewhere, so the smallest clause lasts for at least three.
      for (let attempt = 1; attempt <= 3; attempt++) {
        const form = drawForm({ bank, length, seed: `${seed} ${attempt}`, seen });
        expect(form.filter((place) => seen.has(place.itemId))).toEqual([]);
        for (const place of form) seen.set(place.itemId, attempt);
      }
      for (let attempt = 4; attempt <= 9; attempt++) {
        const fresh = bank.filter((item) => !seen.has(item.id)).length;
        const form = drawForm({ bank, length, seed: `${seed} ${attempt}`, seen });
        const again = form.filter((place) => seen.has(place.itemId));
        const drained = [...clausesOf(bank)].filter((clause) =>
          bank.every((item) => item.clause !== clause || seen.has(item.id)),
        );
        expect(again.length).toBeLessThanOrEqual(Math.max(length - fresh, drained.length));
        for (const place of form) seen.set(place.itemId, attempt);
      }
    }),
  );
});

test("places are spread evenly: no clause is asked two more often than another that could be asked", () => {
  const bank = bankOf(Array.from({ length: 6 }, () => ({ items: 8, mustPass: false })));
  const form = drawForm({ bank, length: 20, seed: "spread", seen: none });
  const counts = [...clausesOf(bank)].map((clause) => form.filter((place) => place.clause === clause).length);
  expect(Math.max(...counts) - Math.min(...counts)).toBe(1);
});

test("the place of the right choice is spread over the form", () => {
  const bank = bankOf(Array.from({ length: 10 }, () => ({ items: 40, mustPass: false })));
  const form = drawForm({ bank, length: 400, seed: "places", seen: none });
  for (const place of [0, 1, 2, 3]) {
    const share = form.filter((one) => one.choices[place] === "a").length / form.length;
    expect(share).toBeGreaterThan(0.18);
    expect(share).toBeLessThan(0.32);
  }
});
