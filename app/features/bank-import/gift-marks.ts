/** Where the first of these characters stands from `from` on, not escaped by a backslash; -1 when nowhere. */
export function findMark(text: string, marks: string, from = 0): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\\") at += 1;
    else if (marks.includes(text[at] as string)) return at;
  }
  return -1;
}

/** Takes the backslashes of GIFT away: `\=` is a plain `=`, `\n` a line end. */
export function unescapeGift(text: string): string {
  return text.replace(/\\([\s\S])/g, (_, character: string) => (character === "n" ? "\n" : character));
}

/** Cuts at every mark that is not escaped; each piece with its mark, and what stands before the first. */
export function splitAtMarks(
  text: string,
  marks: string,
): { before: string; pieces: { mark: string; text: string }[] } {
  const pieces: { mark: string; text: string }[] = [];
  let at = findMark(text, marks);
  const before = at < 0 ? text : text.slice(0, at);
  while (at >= 0) {
    const next = findMark(text, marks, at + 1);
    pieces.push({ mark: text[at] as string, text: text.slice(at + 1, next < 0 ? undefined : next) });
    at = next;
  }
  return { before, pieces };
}
