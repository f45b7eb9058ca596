import bidiFactory from "bidi-js";

export type Direction = "ltr" | "rtl";
/** A stretch of one line that one font draws in one direction. `text` is in the order in which it is read. */
export type Run<Font> = { text: string; font: Font; direction: Direction };
type Level<Font> = { level: number; font: Font; text: string };

const bidi = bidiFactory();

/** The direction of a text by its first letter that has one (Unicode Bidirectional Algorithm, P2 and P3). */
export function directionOf(text: string): Direction {
  return (bidi.getEmbeddingLevels(text, "auto").paragraphs[0]?.level ?? 0) % 2 === 1 ? "rtl" : "ltr";
}

/**
 * One line as runs from left to right, by the Unicode Bidirectional Algorithm. What is read from the right is turned
 * round, and its brackets are mirrored, when it is shaped.
 */
export function visualRuns<Font>(
  line: readonly { text: string; font: Font }[],
  { direction }: { direction: Direction },
): Run<Font>[] {
  const { levels } = bidi.getEmbeddingLevels(line.map((part) => part.text).join(""), direction);
  const runs: Level<Font>[] = [];
  let at = 0;
  for (const { text, font } of line) {
    const level = levels[at] ?? 0;
    at += text.length;
    const before = runs.at(-1);
    if (before && before.level === level && before.font === font) before.text += text;
    else runs.push({ text, font, level });
  }
  return reorder(runs).map(({ font, text, level }) => ({ font, text, direction: level % 2 === 1 ? "rtl" : "ltr" }));
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
