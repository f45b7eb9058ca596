/** The most characters that a cell holds. */
const longest = 32_767;

/** What XML 1.0 has no way to write: control characters, halves of characters, and two that are none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
/** Whatever is not written as it stands, and more. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are among what is looked for.
const special = /[\u0000-\u001f&<>"_\ud800-\udfff\ufffe\uffff]/;
const marked = /[&<>"]/g;
const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as it stands in a cell's XML. Spreadsheets read `_x0041_` as an escape, so what looks like one is escaped. */
export function sheetText(text: string): string {
  if (text.length <= longest && !special.test(text)) return text;
  return shortened(text)
    .replace(/\r\n?/g, "\n")
    .replace(unwritable, "")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(marked, (character) => entities[character] ?? "");
}

/** At most as many characters as a cell holds, and no half of one at the end. */
function shortened(text: string): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}

/** Names of sheets are 31 characters at most and leave out what stands for something in a reference. */
export function sheetName(name: string, number: number): string {
  const end = number === 1 ? "" : ` (${number})`;
  const clean =
    name
      .replace(/[\\/?*[\]:]/g, " ")
      .replace(/^'+|'+$/g, "")
      .trim() || "Sheet";
  return `${clean.slice(0, 31 - end.length)}${end}`;
}

/** The letters of a column, counted from 0. */
export function columnLetters(place: number): string {
  const before = place < 26 ? "" : columnLetters(Math.floor(place / 26) - 1);
  return `${before}${String.fromCharCode(65 + (place % 26))}`;
}
