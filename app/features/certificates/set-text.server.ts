import { chooseFonts, type Glyphs, type TextStyle } from "./choose-fonts.server.ts";
import { fitLines, type Room } from "./fit-lines.ts";
import type { LoadedFont } from "./load-font.server.ts";
import type { ShapedText } from "./shape-text.ts";
import { type Direction, directionOf, type Run, visualRuns } from "./visual-runs.ts";

/** A run with its glyphs from left to right. */
export type ShapedRun = Run<LoadedFont> & {
  shaped: ShapedText;
  /** The glyphs are not the text letter by letter, so the text has to be given for copying. */
  rearranged: boolean;
};
/** A line from left to right; widths in points. */
export type SetLine = { runs: ShapedRun[]; width: number };
export type SetText = { size: number; lines: SetLine[]; direction: Direction };

/**
 * Not Arabic and Hebrew: readers of PDF turn what is drawn from right to left round again, and would do so with a text
 * that is given.
 */
const rearranged =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Common}\p{Script=Inherited}]/u;

/** Chooses fonts, breaks and shapes a text so that it fits into its room. */
export async function setText(text: string, style: TextStyle, room: Room): Promise<SetText> {
  const direction = directionOf(text);
  const shapedLine = (line: Glyphs[]) =>
    visualRuns(line, { direction }).flatMap((run) => shapeRun(run, style.language));
  const widthOf = (line: Glyphs[]) => widthOfRuns(shapedLine(line));
  const { size, lines } = fitLines(await chooseFonts(text, style), room, widthOf);
  return {
    size,
    direction,
    lines: lines.map((line) => {
      const runs = shapedLine(line);
      return { runs, width: widthOfRuns(runs) * size };
    }),
  };
}

/** Word by word where the text has to be given for copying, because it is given for a whole run. */
function shapeRun({ text, font, direction }: Run<LoadedFont>, language: string): ShapedRun[] {
  const isRearranged = rearranged.test(text);
  const parts = isRearranged ? text.split(/(?<= )/) : [text];
  return parts.map((part) => ({
    text: part,
    font,
    direction,
    shaped: font.shape(part, { direction, language }),
    rearranged: isRearranged,
  }));
}

/** In ems. */
function widthOfRuns(runs: ShapedRun[]): number {
  return runs.reduce((sum, { shaped, font }) => sum + shaped.advance / font.unitsPerEm, 0);
}
