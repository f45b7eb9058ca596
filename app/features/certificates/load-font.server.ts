import { readFile } from "node:fs/promises";
import type { FontSlice } from "./font-slices.server.ts";
import { type Shape, shapeWith } from "./shape-text.ts";

export type LoadedFont = {
  id: string;
  /** As a file of TrueType, at one weight. */
  file: Buffer;
  unitsPerEm: number;
  /** Whether a glyph stands for this code point. */
  has: (codePoint: number) => boolean;
  shape: Shape;
};

/** A font is 0.1 to 2 MB in memory, twice; a certificate needs about five. */
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
  // Loaded at the first certificate, not at the start of every process.
  const [{ default: subsetFont }, harfbuzz] = await Promise.all([import("subset-font"), import("harfbuzzjs")]);
  const file = await subsetFont(await readFile(slice.file), undefined, {
    keepAllGlyphs: true,
    noHinting: true,
    targetFormat: "truetype",
    variationAxes: { wght: weight },
  });
  const face = new harfbuzz.Face(new harfbuzz.Blob(file));
  const points = new Set(face.collectUnicodes());
  return {
    id,
    file,
    unitsPerEm: face.upem,
    has: (codePoint) => points.has(codePoint),
    shape: shapeWith(harfbuzz, new harfbuzz.Font(face)),
  };
}
