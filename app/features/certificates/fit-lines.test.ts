import fc from "fast-check";
import { expect, test } from "vitest";
import { fitLines, lineSpacing } from "./fit-lines.ts";

const partsOf = (text: string) => [...text].map((character) => ({ text: character }));
/** Every character is half an em wide. */
const widthOf = (parts: { text: string }[]) => parts.length / 2;
const room = { width: 100, size: 20, leastSize: 10, mostLines: 3 };
const fitted = (text: string, given: Partial<typeof room & { height: number }> = {}) => {
  const { size, lines } = fitLines(partsOf(text), { ...room, ...given }, widthOf);
  return { size: Math.round(size * 10) / 10, lines: lines.map((line) => line.map((part) => part.text).join("")) };
};

test("a short text keeps its size, a longer one shrinks, a long one wraps into lines of about equal length", () => {
  expect(fitted("Ada")).toEqual({ size: 20, lines: ["Ada"] });
  expect(fitted("Ada Lovelace")).toEqual({ size: 16.7, lines: ["Ada Lovelace"] });
  expect(fitted("Ada Augusta King Countess")).toEqual({ size: 15.4, lines: ["Ada Augusta", "King Countess"] });
});

test("a word that is too long is broken, and when nothing else is left the type gets small", () => {
  expect(fitted("W".repeat(60))).toEqual({ size: 10, lines: ["W".repeat(20), "W".repeat(20), "W".repeat(20)] });
  expect(fitted("W".repeat(240)).size).toBe(2.5);
});

test("lines together stay within a height", () => {
  expect(fitted("Ada Augusta King Countess", { height: 2 * lineSpacing * 12 })).toMatchObject({ size: 12 });
});

test("nothing is lost, nothing is wider than the room, and there are no more lines than allowed", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom("a", "é", "-", "佐"), minLength: 1, maxLength: 30 }), {
        minLength: 1,
        maxLength: 8,
      }),
      (words) => {
        const text = words.join(" ");
        const { size, lines } = fitLines(partsOf(text), room, widthOf);
        const joined = lines.map((line) => line.map((part) => part.text).join(""));
        expect(joined.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
        expect(lines.length).toBeLessThanOrEqual(room.mostLines);
        expect(size).toBeLessThanOrEqual(room.size);
        for (const line of lines) expect(widthOf(line) * size).toBeLessThanOrEqual(room.width + 1e-6);
      },
    ),
  );
});
