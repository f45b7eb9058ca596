const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const isAddress = /^https?:\/\//;

type Wrap = { width: number; first?: string; rest?: string };

/**
 * Breaks a paragraph into lines of at most `width` characters, `first` and `rest` before them included. Addresses of
 * pages stay whole, or nobody could open them; a longer word is broken between what a reader sees as letters.
 */
export function wrapText(text: string, { width, first = "", rest = first }: Wrap): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  const end = () => {
    lines.push(line.trimEnd());
    line = rest;
    empty = true;
  };
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    if (!empty && line.length + 1 + word.length > width) end();
    for (const part of isAddress.test(word) ? [word] : pieces(word, width - rest.length)) {
      if (!empty && line.length + (part === word ? 1 : 0) + part.length > width) end();
      line += empty || part !== word ? part : ` ${part}`;
      empty = false;
    }
  }
  if (!empty || lines.length === 0) end();
  return lines;
}

function pieces(word: string, width: number): string[] {
  if (word.length <= width) return [word];
  const parts = [""];
  for (const { segment } of graphemes.segment(word)) {
    const last = parts.length - 1;
    if ((parts[last]?.length ?? 0) + segment.length > width) parts.push(segment);
    else parts[last] += segment;
  }
  return parts;
}
