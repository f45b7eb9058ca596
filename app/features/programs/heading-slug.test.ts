import fc from "fast-check";
import { expect, test } from "vitest";
import { headingSlug } from "./heading-slug.ts";

test.each([
  ["Proof has an order", "proof-has-an-order"],
  ["  The partner's role — and yours!  ", "the-partners-role-and-yours"],
  ["ROE-4.2 in short", "roe-4-2-in-short"],
  ["Čeština a ελληνικά", "čeština-a-ελληνικά"],
  ["हिन्दी", "हिन्दी"],
  ["…", "section"],
  ["", "section"],
])("%j becomes %j", (heading, slug) => {
  expect(headingSlug(heading, new Set())).toBe(slug);
});

test("a heading that stands twice gets the next free number", () => {
  const taken = new Set<string>();
  expect(["Why", "Why", "Why 2", "Why"].map((heading) => headingSlug(heading, taken))).toEqual([
    "why",
    "why-2",
    "why-2-2",
    "why-3",
  ]);
});

test("slugs of one lesson differ and hold no space", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" })), (headings) => {
      const taken = new Set<string>();
      const slugs = headings.map((heading) => headingSlug(heading, taken));
      expect(new Set(slugs).size).toBe(headings.length);
      expect(slugs.every((slug) => /^\S+$/u.test(slug))).toBe(true);
    }),
  );
});
