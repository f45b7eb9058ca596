import { expect, test } from "vitest";
import { personAt } from "./person-at.ts";

const current = { kind: "rep" as const, country: "FR", leftAt: null, onLeave: false, knownFrom: 10, knownUntil: null };
const versions = [
  { validFrom: 10, kind: "rep" as const, country: "US", leftAt: null, onLeave: false },
  { validFrom: 20, kind: "rep" as const, country: "DE", leftAt: 30, onLeave: false },
  // Corrected at the same instant: the later record stands.
  { validFrom: 20, kind: "rep" as const, country: "FR", leftAt: null, onLeave: true },
];

test.each([
  [9, "US", 10, 20],
  [10, "US", 10, 20],
  [19, "US", 10, 20],
  [20, "FR", 20, null],
  [50, "FR", 20, null],
])("at %i: %s, known from %i until %s", (at, country, knownFrom, knownUntil) => {
  expect(personAt(versions, { current, at, now: 100 })).toMatchObject({ country, knownFrom, knownUntil });
});

test("without versions the person is known from now on only", () => {
  expect(personAt([], { current, at: 50, now: 100 })).toEqual({ ...current, knownFrom: 100 });
});
