import { type Face, familiesFor, hanFamilyFor } from "./font-families.ts";
import { type FontSlice, listSlices } from "./font-slices.server.ts";
import { type LoadedFont, loadFont } from "./load-font.server.ts";

/** One character as it is read, which may be several code points, and the font that draws all of it. */
export type Glyphs = { text: string; font: LoadedFont };

export type TextStyle = {
  face: Face;
  weight: number;
  /** BCP 47; decides which region's ideographs are drawn. */
  language: string;
};

/** Stands for a letter that no font has. */
const replacement = "?";
const characters = new Intl.Segmenter("en", { granularity: "grapheme" });
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;
const picture = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

/**
 * The fonts for each character of a text, in reading order. What no font has is never an empty box: pictures such as
 * emoji are left out, and any other character becomes a question mark.
 */
export async function chooseFonts(text: string, style: TextStyle): Promise<Glyphs[]> {
  const han = hanFamilyFor(text, style.language);
  const chosen: Glyphs[] = [];
  for (const { segment } of characters.segment(plainSpaces(text))) {
    const before = chosen.at(-1);
    const glyphs =
      stayIn(before, segment) ??
      (await findFont(segment, { ...style, han })) ??
      (await standIn(segment, { ...style, han }));
    if (glyphs && !(glyphs.text === " " && (before?.text ?? " ") === " ")) chosen.push(glyphs);
  }
  while (chosen.at(-1)?.text === " ") chosen.pop();
  return chosen;
}

function plainSpaces(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/[\s\p{Zs}]+/gu, " ")
    .trim();
}

/** Spaces, digits and marks that belong to no script stay in the font before them, so that one word is one run. */
function stayIn(before: Glyphs | undefined, segment: string): Glyphs | null {
  if (!before || !/^[\p{Script=Common}\p{Script=Inherited}]+$/u.test(segment)) return null;
  return drawnBy(before.font, segment);
}

type Wanted = TextStyle & { han: ReturnType<typeof hanFamilyFor> };

async function findFont(segment: string, wanted: Wanted): Promise<Glyphs | null> {
  const first = segment.codePointAt(0) ?? 0;
  for (const family of familiesFor(segment, wanted)) {
    for (const slice of await listSlices(family)) {
      if (!holds(slice, first)) continue;
      const glyphs = drawnBy(await loadFont(slice, wanted.weight), segment);
      if (glyphs) return glyphs;
    }
  }
  return null;
}

function holds({ ranges }: FontSlice, point: number): boolean {
  return ranges.some(([first, last]) => first <= point && point <= last);
}

/** The segment as this font draws it, without the invisible characters it does not know; null when it cannot. */
function drawnBy(font: LoadedFont, segment: string): Glyphs | null {
  const known = (character: string) => font.has(character.codePointAt(0) ?? 0);
  const text = segment.replaceAll(invisible, (character) =>
    /[\u200c\u200d]/.test(character) && known(character) ? character : "",
  );
  return text !== "" && [...text].every(known) ? { text, font } : null;
}

async function standIn(segment: string, wanted: Wanted): Promise<Glyphs | null> {
  if (picture.test(segment) || segment.replaceAll(invisible, "") === "") return null;
  const withoutMarks = segment.normalize("NFD").replaceAll(/\p{M}/gu, "");
  return (withoutMarks && (await findFont(withoutMarks, wanted))) || findFont(replacement, wanted);
}
