import { Blob, Face, Font } from "harfbuzzjs";
import { expect, test } from "vitest";
import { setText } from "./set-text.server.ts";

const dottedCircle = 0x25cc;

async function shaped(name: string) {
  const room = { width: 660, size: 38, leastSize: 24, mostLines: 3 };
  const { lines } = await setText(name, { face: "noto-serif", weight: 500, language: "en" }, room);
  return lines
    .flatMap(({ runs }) => runs)
    .flatMap((run) => {
      const font = new Font(new Face(new Blob(run.font.file)));
      return run.shaped.glyphs.map((glyph) => ({ ...glyph, font }));
    });
}

/** Glyphs from left to right: the letter whose own glyph it is, or `*` for another form; `~` takes no room. */
async function glyphsOf(name: string): Promise<string[]> {
  return (await shaped(name)).map(({ id, font, xAdvance }) => {
    expect(id, "a glyph that the font does not have").not.toBe(0);
    expect(id, "a mark without its letter").not.toBe(font.nominalGlyph(dottedCircle));
    const letter = [...new Set(name)].find((character) => font.nominalGlyph(character.codePointAt(0) ?? 0) === id);
    return `${letter ?? "*"}${xAdvance === 0 ? "~" : ""}`;
  });
}

const scripts: [string, string, string][] = [
  ["Arabic: from the right, every letter joined", "عمر", "* * *"],
  ["Arabic: a vowel mark stands over its letter and takes no room", "نوٌ", "ٌ~ * *~ *"],
  ["Hebrew: points stand on their letters", "שָׁלוֹם", "ם ֹ~ ו ל ָ~ ׁ~ ש"],
  ["Devanagari: short i before its letter, ra over the next letter", "कीर्ति", "क * * त *~"],
  ["Devanagari: three letters and i before them all", "चन्द्रिका", "च * * * क ा"],
  ["Devanagari: one form for ksha", "क्षत्रि", "* * *"],
  ["Bengali: half na, da, and ra under da", "চন্দ্র", "চ * * *~ *~"],
  ["Bengali: o around its letter, ra over it", "কর্ণো", "ক * ণ *~ *"],
  ["Tamil: one form for shri, au around its letter", "ஸ்ரீகௌ", "* * க *"],
  ["Telugu: vowel over its letter, second letter below", "కృష్ణ", "క ృ ష *~"],
  ["Telugu: ra under its letter", "శ్రీ", "* *~"],
  ["Kannada: ra below, ra behind", "ಶ್ರೀಕೀರ್ತಿ", "* * * * * * *"],
  ["Sinhala: joined ra, e before its letter", "ශ්‍රීක්‍රෝ", "* *~ * ක *~ *"],
  ["Khmer: ra before its letter, e before, second letter below", "ស្រីខ្មែរ", "* ស ី~ ែ ខ *~ រ"],
  ["Khmer: o around its letter", "កោះ", "* * ះ"],
  ["Thai: tone over the ring of sara am", "น้ำใจ", "น *~ *~ * ใ จ"],
  ["Thai: tone over a letter with a vowel below", "ปู่", "ป ู~ *~"],
  ["Japanese", "佐藤 健太", "佐 藤 * 健 太"],
  ["Korean", "김민준", "김 민 준"],
  ["Latin", "Łukasz Íñigo", "Ł u k a s z * Í ñ i g o"],
  ["Latin with a mark over a letter with a mark below", "ọ̈q̈", "ọ ̈~ q ̈~"],
];

test.each(scripts)("%s: %s", async (_, name, expected) => {
  expect((await glyphsOf(name)).map((glyph) => (glyph === " " ? "*" : glyph)).join(" ")).toBe(expected);
});

test("Bengali ra under da, not under the letter before it", async () => {
  const [, , da, , ra] = await shaped("চন্দ্র");
  if (!da || !ra) throw new Error("Five glyphs are expected.");
  const extents = ra.font.glyphExtents(ra.id);
  const { xBearing = 0, width = 0 } = extents ?? {};
  // Both marks take no room, so they count from the end of da.
  const middle = da.xAdvance + ra.xOffset + xBearing + width / 2;
  expect(middle).toBeGreaterThan(0);
  expect(middle).toBeLessThan(da.xAdvance);
});

test("brackets read from the right are mirrored once", async () => {
  const glyphs = await shaped("(عمر)");
  const edges = [glyphs.at(0), glyphs.at(-1)];
  expect(edges.map((glyph) => glyph?.id)).toEqual(
    ["(", ")"].map((mark) => edges[0]?.font.nominalGlyph(mark.codePointAt(0) ?? 0)),
  );
  expect(edges.map((glyph) => String.fromCodePoint(...(glyph?.codePoints ?? [])))).toEqual([")", "("]);
});

test("accents are never set by a font of ideographs, which does not place them", async () => {
  expect(await glyphsOf("J̌")).toEqual(["J"]);
});
