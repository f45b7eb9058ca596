type Part = { text: string };
type Word<P> = { parts: P[]; width: number; space: number };

export type Fitted<P> = { size: number; lines: P[][] };

export type Room = {
  /** Of a line, in points. */
  width: number;
  /** Wished for and least size of the type, in points. */
  size: number;
  leastSize: number;
  mostLines: number;
  /** Of all lines together, in points; unlimited when not given. */
  height?: number;
};

/** Distance of baselines in sizes of the type. */
export const lineSpacing = 1.3;

/**
 * Makes a text fit: at the wished size on one line if it can, smaller down to the least size, then on more lines of
 * about equal length, then broken inside words, and at the very last smaller than the least size. `widthOf` gives the
 * width of parts in ems.
 */
export function fitLines<P extends Part>(parts: P[], room: Room, widthOf: (parts: P[]) => number): Fitted<P> {
  const words = splitWords(parts, widthOf, false);
  for (let most = 1; most <= room.mostLines; most++) {
    const fitted = balance(words, { ...room, mostLines: most }, widthOf);
    if (fitted.size >= room.leastSize) return fitted;
  }
  const byWords = balance(words, room, widthOf);
  const byLetters = balance(splitWords(parts, widthOf, true), room, widthOf);
  return byLetters.size > byWords.size * 1.05 ? byLetters : byWords;
}

/** Words with the space behind them; `anywhere` makes a word of every character. */
function splitWords<P extends Part>(parts: P[], widthOf: (parts: P[]) => number, anywhere: boolean): Word<P>[] {
  const words: Word<P>[] = [];
  let open: P[] = [];
  const close = (space: P[]) => {
    if (open.length > 0) words.push({ parts: [...open, ...space], width: widthOf(open), space: widthOf(space) });
    open = [];
  };
  for (const part of parts) {
    if (part.text === " ") close([part]);
    else {
      open.push(part);
      if (anywhere || /\p{Pd}$/u.test(part.text)) close([]);
    }
  }
  close([]);
  return words;
}

/** The narrowest lines that hold all words on no more than so many lines, and the largest size that they allow. */
function balance<P extends Part>(words: Word<P>[], room: Room, widthOf: (parts: P[]) => number): Fitted<P> {
  let least = Math.max(0, ...words.map((word) => word.width));
  let most = words.reduce((sum, word) => sum + word.width + word.space, 0);
  for (let n = 0; n < 24 && most - least > 0.01; n++) {
    const middle = (least + most) / 2;
    if (wrap(words, middle).length <= room.mostLines) most = middle;
    else least = middle;
  }
  const fits = wrap(words, least).length <= room.mostLines ? least : most;
  const lines = wrap(words, fits + 1e-6).map((line) => trimEnd(line.flatMap((word) => word.parts)));
  const widest = Math.max(1e-3, ...lines.map(widthOf));
  const tallest = (room.height ?? Number.POSITIVE_INFINITY) / (lines.length * lineSpacing);
  return { lines, size: Math.min(room.size, room.width / widest, tallest) };
}

function wrap<P>(words: Word<P>[], width: number): Word<P>[][] {
  const lines: Word<P>[][] = [];
  let used = 0;
  for (const word of words) {
    const line = lines.at(-1);
    if (line && used + word.width <= width) line.push(word);
    else {
      lines.push([word]);
      used = 0;
    }
    used += word.width + word.space;
  }
  return lines;
}

function trimEnd<P extends Part>(line: P[]): P[] {
  return line.at(-1)?.text === " " ? line.slice(0, -1) : line;
}
