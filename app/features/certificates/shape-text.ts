import type { Font } from "harfbuzzjs";
import type { Direction } from "./visual-runs.ts";

/** One glyph; lengths in units of the font. */
type ShapedGlyph = {
  id: number;
  /** The letters that it stands for when copied; none for dots and marks that belong to another glyph. */
  codePoints: number[];
  /** As the font says it, before kerning. */
  width: number;
  xAdvance: number;
  xOffset: number;
  yOffset: number;
};
/** Glyphs from left to right. */
export type ShapedText = { glyphs: ShapedGlyph[]; advance: number };
/** `text` in the order in which it is read, of one script; `language` is BCP 47. */
export type Shape = (text: string, how: { direction: Direction; language: string }) => ShapedText;

/** Shapes with HarfBuzz, as browsers do: conjuncts, reordered vowels, joined letters, placed marks, kerning. */
export function shapeWith(harfbuzz: typeof import("harfbuzzjs"), font: Font): Shape {
  const { BufferFlag, ClusterLevel, Direction: Way } = harfbuzz;
  return (text, { direction, language }) => {
    const buffer = new harfbuzz.Buffer();
    buffer.setFlags(BufferFlag.REMOVE_DEFAULT_IGNORABLES);
    // Letters that stay apart can be copied apart.
    buffer.setClusterLevel(ClusterLevel.MONOTONE_CHARACTERS);
    buffer.addText(text);
    buffer.setDirection(direction === "rtl" ? Way.RTL : Way.LTR);
    buffer.setLanguage(language);
    buffer.guessSegmentProperties();
    harfbuzz.shape(font, buffer);
    const positions = buffer.getGlyphPositions();
    const placed = buffer.getGlyphInfos().map(({ codepoint: id, cluster }, index) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      return { id, cluster, width: font.glyphHAdvance(id), xAdvance, xOffset, yOffset };
    });
    const letters = lettersOf(text, placed);
    return {
      glyphs: placed.map(({ cluster: _, ...glyph }, index) => ({ ...glyph, codePoints: letters.get(index) ?? [] })),
      advance: placed.reduce((sum, { xAdvance }) => sum + xAdvance, 0),
    };
  };
}

/** By the place of the glyph: the text of each cluster goes to its widest glyph, which is never a dot or a mark. */
function lettersOf(text: string, glyphs: { cluster: number; xAdvance: number }[]): Map<number, number[]> {
  const widest = new Map<number, { at: number; xAdvance: number }>();
  glyphs.forEach(({ cluster, xAdvance }, at) => {
    const known = widest.get(cluster);
    if (!known || xAdvance > known.xAdvance) widest.set(cluster, { at, xAdvance });
  });
  const starts = [...widest.keys()].toSorted((a, b) => a - b);
  return new Map(
    starts.map((start, index) => {
      const characters = [...text.slice(start, starts[index + 1])];
      return [widest.get(start)?.at ?? 0, characters.map((character) => character.codePointAt(0) ?? 0)];
    }),
  );
}
