import bidiFactory from "bidi-js";

/** A stretch of one line that one font draws in one direction. `text` is in the order in which it is read. */
export type Run<Font> = { text: string; font: Font };
type Level<Font> = Run<Font> & { level: number; texts: string[] };

const bidi = bidiFactory();
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

export type Direction = "ltr" | "rtl";

/** The direction of a text by its first letter that has one (Unicode Bidirectional Algorithm, P2 and P3). */
export function directionOf(text: string): Direction {
  return (bidi.getEmbeddingLevels(text, "auto").paragraphs[0]?.level ?? 0) % 2 === 1 ? "rtl" : "ltr";
}

/**
 * One line as runs from left to right, by the Unicode Bidirectional Algorithm. A run of Arabic or Hebrew is turned round
 * by the shaper, which needs it as it is read; any other run to be read from the right is turned round here.
 */
export function visualRuns<Font>(
  line: readonly { text: string; font: Font }[],
  { direction }: { direction: Direction },
): Run<Font>[] {
  const text = line.map((part) => part.text).join("");
  const { levels } = bidi.getEmbeddingLevels(text, direction);
  const mirrored = bidi.getMirroredCharactersMap(text, levels);
  const runs: Level<Font>[] = [];
  let at = 0;
  for (const part of line) {
    const level = levels[at] ?? 0;
    const drawn = mirrored.get(at) ?? part.text;
    at += part.text.length;
    const before = runs.at(-1);
    if (before && before.level === level && before.font === part.font) before.texts.push(drawn);
    else runs.push({ text: "", font: part.font, level, texts: [drawn] });
  }
  return reorder(runs).map(({ font, level, texts }) => {
    const shaperTurns = rightToLeft.test(texts.join(""));
    return { font, text: (level % 2 === 1 && !shaperTurns ? texts.toReversed() : texts).join("") };
  });
}

/** Rule L2: from the highest level down to the lowest odd one, every stretch at that level or above is turned round. */
function reorder<Font>(runs: Level<Font>[]): Level<Font>[] {
  const ordered = [...runs];
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level--) {
    for (let start = 0; start < ordered.length; start++) {
      let end = start;
      while (end < ordered.length && (ordered[end]?.level ?? 0) >= level) end++;
      if (end > start + 1) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = Math.max(start, end);
    }
  }
  return ordered;
}
