import fc from "fast-check";
import { expect, test } from "vitest";
import { type ClauseLookup, splitAtClauses } from "./clause-lookup.ts";

const clause = (id: string) => ({ id, text: `Rule ${id}.`, mustPass: false });
const lookup: ClauseLookup = {
  editionId: "2011-07",
  clauses: { "ROE-1.1": clause("ROE-1.1"), "ROE-1.2": clause("ROE-1.2"), "ROE-1.21": clause("ROE-1.21") },
};

test("clauses of the edition are found in a text, and what only looks like one stays text", () => {
  expect(splitAtClauses("ROE-1.1 binds you (see ROE-1.21).", lookup)).toEqual([
    "",
    "ROE-1.1",
    " binds you (see ",
    "ROE-1.21",
    ").",
  ]);
  expect(splitAtClauses("ROE-9.9, XROE-1.1 and ROE-1.123 are none.", lookup)).toEqual([
    "ROE-9.9, XROE-1.1 and ROE-1.123 are none.",
  ]);
  expect(splitAtClauses("ROE-9.9 or ROE-1.2", lookup)).toEqual(["ROE-9.9 or ", "ROE-1.2", ""]);
});

test("the pieces are the text again, and every second one is a clause", () => {
  const words = fc.array(fc.constantFrom("ROE-1.1", "ROE-1.2", "ROE-7.7", "constructor", " ", ".", "a-1.2"));
  fc.assert(
    fc.property(words, (given) => {
      const pieces = splitAtClauses(given.join(""), lookup);
      expect(pieces.join("")).toBe(given.join(""));
      for (const [index, piece] of pieces.entries())
        if (index % 2 === 1) expect(lookup.clauses).toHaveProperty([piece]);
    }),
  );
});
