import { neutraliseFormula } from "./visible-text.ts";

/** What a CSV file begins with: without it spreadsheets read it in the code page of the machine, and every ł as Å‚. */
export const byteOrderMark = "\ufeff";

/** A text as a cell of CSV: spreadsheets run what begins like a formula, also behind a tab or a line break. */
export function csvText(text: string): string {
  const marked = neutraliseFormula(text);
  return /^[\t\r\n]/.test(marked) ? `'${marked}` : marked;
}
