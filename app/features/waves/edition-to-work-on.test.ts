import { expect, test } from "vitest";
import { editionToWorkOn } from "./edition-to-work-on.ts";
import type { Wave } from "./wave-applies.ts";

const wave: Wave = {
  id: "a",
  editionId: "2011-07",
  countries: null,
  kinds: ["rep"],
  effectiveAt: 100,
  graceDays: 0,
  mode: "enforce",
  createdAt: 0,
  withdrawnAt: null,
};

test.each<[string, Partial<Wave>[], string | null]>([
  ["nothing", [], null],
  [
    "the newest, announced and in shadow mode too",
    [{}, { editionId: "2012-01", effectiveAt: 900, mode: "shadow" }],
    "2012-01",
  ],
  ["not one that is withdrawn", [{}, { editionId: "2012-01", effectiveAt: 900, withdrawnAt: 500 }], "2011-07"],
  ["not one for others", [{}, { editionId: "2012-01", effectiveAt: 900, countries: ["DE"] }], "2011-07"],
  ["not one that is not published", [{}, { editionId: "2013-01", effectiveAt: 900 }], "2011-07"],
])("%s", (_, waves, expected) => {
  const edition = editionToWorkOn(
    waves.map((one) => ({ ...wave, ...one })),
    { person: { kind: "rep", country: "US" }, instant: 500, isPublished: (editionId) => editionId < "2013-01" },
  );
  expect(edition).toBe(expected);
});
