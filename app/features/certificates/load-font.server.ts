import { readFile } from "node:fs/promises";
import type { Font } from "fontkit";
import type { FontSlice } from "./font-slices.server.ts";

export type LoadedFont = { id: string; font: Font };

/** A font is 0.1 to 2 MB in memory; a certificate needs about five. */
const mostFonts = 32;
const loaded = new Map<string, Promise<LoadedFont>>();

/** A slice at one weight, ready to shape and embed. The ones last used are kept. */
export function loadFont(slice: FontSlice, weight: number): Promise<LoadedFont> {
  const id = `${slice.id}-${weight}`;
  const font = loaded.get(id) ?? openFont(slice, { id, weight });
  // Put at the end again, so that the first one is the one not used for longest.
  loaded.delete(id);
  loaded.set(id, font);
  font.catch(() => loaded.delete(id));
  for (const oldest of loaded.keys()) {
    if (loaded.size <= mostFonts) break;
    loaded.delete(oldest);
  }
  return font;
}

/** Web fonts come compressed and with every weight in one file; what shapes and embeds them wants neither. */
async function openFont(slice: FontSlice, { id, weight }: { id: string; weight: number }): Promise<LoadedFont> {
  const [{ default: subsetFont }, { create }] = await Promise.all([import("subset-font"), import("fontkit")]);
  const file = await subsetFont(await readFile(slice.file), undefined, {
    keepAllGlyphs: true,
    noHinting: true,
    targetFormat: "truetype",
    variationAxes: { wght: weight },
  });
  const font = create(file);
  if (!("layout" in font)) throw new Error(`${slice.file} holds several fonts.`);
  keepLettersApart(font);
  return { id, font };
}

/**
 * The library remembers with each glyph the letter that it was first used for. Letters share glyphs, such as the body
 * of Arabic letters that differ in their dots: without this, what is copied from one name would depend on another.
 */
function keepLettersApart(font: Font) {
  const getGlyph = font.getGlyph.bind(font);
  font.getGlyph = (id, codePoints) => {
    const glyph = getGlyph(id, codePoints);
    return codePoints ? Object.create(glyph, { codePoints: { value: codePoints, enumerable: true } }) : glyph;
  };
}
