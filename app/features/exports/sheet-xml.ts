import { columnLetters, sheetText } from "./sheet-text.ts";
import type { Cell, Column } from "./table.ts";

const dayMs = 86_400_000;
/** 1970 in days since the beginning of a spreadsheet's calendar. */
const epochDay = 25_569;

export const spreadsheetNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Places in the list of `stylesXml`. */
const styles = { header: 1, instant: 2, text: 3, quoted: 4 };

/** `quotePrefix` keeps a text that begins like a formula one, also after somebody has edited the cell. */
export const stylesXml = `${xmlHead}<styleSheet xmlns="${spreadsheetNamespace}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" numFmtId="49" applyNumberFormat="1"/><xf xfId="0" numFmtId="49" applyNumberFormat="1" quotePrefix="1"/></cellXfs></styleSheet>`;

/** The part of a sheet before its rows, with the header in the first one, which stays in sight. */
export function sheetStart(columns: readonly Column[]): string {
  const widths = columns.map(
    ({ width }, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`,
  );
  const header = columns.map(({ title }, place) => inlineText(`${columnLetters(place)}1`, title, styles.header));
  return `${xmlHead}<worksheet xmlns="${spreadsheetNamespace}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData><row r="1">${header.join("")}</row>`;
}

export function sheetEnd(columns: readonly Column[], rows: number): string {
  return `</sheetData><autoFilter ref="A1:${columnLetters(Math.max(0, columns.length - 1))}${rows}"/></worksheet>`;
}

/** Writes rows of one sheet; `offset` says how far the reader's clocks are ahead of UTC. */
export function rowWriter(columns: readonly Column[], offset: (at: number) => number) {
  const letters = columns.map((_, place) => columnLetters(place));
  const instants = columns.map(({ kind }) => kind === "instant");
  const textCell = textCells();
  return (row: readonly Cell[], number: number): string => {
    let xml = `<row r="${number}">`;
    for (let place = 0; place < row.length; place += 1) {
      const cell = row[place];
      if (cell === null || cell === undefined || cell === "") continue;
      const reference = `${letters[place]}${number}`;
      if (typeof cell === "string") xml += `<c r="${reference}"${textCell(cell)}`;
      else if (instants[place])
        xml += `<c r="${reference}" s="${styles.instant}"><v>${serial(cell + offset(cell))}</v></c>`;
      else xml += `<c r="${reference}"><v>${cell}</v></c>`;
    }
    return `${xml}</row>`;
  };
}

function inlineText(reference: string, text: string, style: number): string {
  return `<c r="${reference}"${inlineCell(text, style)}`;
}

/** What stands behind the reference of a cell. An inline text is never read as a formula, whatever it begins with. */
function inlineCell(text: string, style: number): string {
  const space = /^\s|\s$|[\r\n]/.test(text) ? ' xml:space="preserve"' : "";
  return ` s="${style}" t="inlineStr"><is><t${space}>${sheetText(text)}</t></is></c>`;
}

const mostRemembered = 2_000;

/** Most cells say one of a few words, which are escaped once. */
function textCells(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = inlineCell(text, looksLikeFormula(text) ? styles.quoted : styles.text);
    if (known.size < mostRemembered) known.set(text, made);
    return made;
  };
}

function looksLikeFormula(text: string): boolean {
  return /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text);
}

/** To the second, in days of the spreadsheet's calendar. */
function serial(wallClock: number): number {
  return (Math.floor(wallClock / 1000) * 1000) / dayMs + epochDay;
}
