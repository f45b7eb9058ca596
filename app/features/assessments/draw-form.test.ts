import fc from "fast-check";
import { expect, test } from "vitest";
import type { Item } from "../programs/release-content.ts";
import { drawForm } from "./draw-form.ts";

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
    seen: fc.float({ noNaN: true }),
  })
  .map(({ sizes, ...rest }) => ({ bank: bankOf(sizes), ...rest }));

const none: ReadonlySet<string> = new Set();
const clausesOf = (items: { clause: string }[]) => new Set(items.map((item) => item.clause));

test("a form has its length, distinct items, every must-pass clause, and every clause as far as the length allows", () => {
  fc.assert(
    fc.property(drawing, ({ bank, length, seed }) => {
      const form = drawForm({ bank, length, seed, avoid: none });
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
      const draw = () => drawForm({ bank, length, seed, avoid: none });
      expect(draw()).toEqual(draw());
    }),
  );
  const bank = bankOf(Array.from({ length: 6 }, () => ({ items: 8, mustPass: false })));
  const forms = ["x", "y", "z"].map((seed) => JSON.stringify(drawForm({ bank, length: 20, seed, avoid: none })));
  expect(new Set(forms).size).toBe(3);
});

test("nothing of the previous form comes again while its clause, and then the bank, has something else", () => {
  fc.assert(
    fc.property(drawing, ({ bank, length, seed }) => {
      const previous = drawForm({ bank, length, seed: `${seed} before`, avoid: none });
      const avoid = new Set(previous.map((place) => place.itemId));
      const form = drawForm({ bank, length, seed, avoid });
      const drawn = new Set(form.map((place) => place.itemId));
      const freshLeft = bank.filter((item) => !avoid.has(item.id) && !drawn.has(item.id));
      for (const clause of clausesOf(bank)) {
        const repeated = form.filter((place) => place.clause === clause && avoid.has(place.itemId));
        const clauseHasFresh = bank.some((item) => item.clause === clause && !avoid.has(item.id));
        // Without anything fresh a clause repeats one item to be asked at all; any more only once the bank is used up.
        if (freshLeft.length > 0) expect(repeated.length).toBeLessThanOrEqual(clauseHasFresh ? 0 : 1);
      }
    }),
  );
});

test("three forms in a row from a bank of three times the length repeat nothing from one to the next", () => {
  const bank = bankOf(Array.from({ length: 10 }, (_, n) => ({ items: 6, mustPass: n < 3 })));
  let previous: ReadonlySet<string> = none;
  for (const seed of ["one", "two", "three", "four"]) {
    const form = drawForm({ bank, length: 20, seed, avoid: previous });
    expect(form.filter((place) => previous.has(place.itemId))).toEqual([]);
    previous = new Set(form.map((place) => place.itemId));
  }
});

test("places are spread evenly: no clause is asked two more often than another that could be asked", () => {
  const bank = bankOf(Array.from({ length: 6 }, () => ({ items: 8, mustPass: false })));
  const form = drawForm({ bank, length: 20, seed: "spread", avoid: none });
  const counts = [...clausesOf(bank)].map((clause) => form.filter((place) => place.clause === clause).length);
  expect(Math.max(...counts) - Math.min(...counts)).toBe(1);
});

test("the place of the right choice is spread over the form", () => {
  const bank = bankOf(Array.from({ length: 10 }, () => ({ items: 40, mustPass: false })));
  const form = drawForm({ bank, length: 400, seed: "places", avoid: none });
  for (const place of [0, 1, 2, 3]) {
    const share = form.filter((one) => one.choices[place] === "a").length / form.length;
    expect(share).toBeGreaterThan(0.18);
    expect(share).toBeLessThan(0.32);
  }
});
