const longest = 200;

/** At most 200 characters of a value, with the code point in place of each character that cannot be seen. */
export function visibleText(value: string): string {
  // Only the beginning is looked at: a value may be as long as its file.
  const shown = value.slice(0, 2 * longest + 2).replace(/[\p{C}\u2028\u2029]/gu, codePoint);
  const characters = [...shown];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : shown;
}

/**
 * Marks a value as text where a spreadsheet would read a formula: at its beginning, and where one whose lists are
 * separated by semicolons or tabs would begin a cell with what follows.
 */
export function neutraliseFormula(text: string): string {
  return text.replace(/(?<=^|[;\t\r\n])(?=[\s"]{0,200}[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "'");
}

function codePoint(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;
}
