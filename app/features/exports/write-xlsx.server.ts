import { crc32, createDeflateRaw } from "node:zlib";
import { Zip, type ZipInputFile } from "fflate";
import { sheetName, sheetText } from "./sheet-text.ts";
import { rowWriter, sheetEnd, sheetStart, spreadsheetNamespace, stylesXml, xmlHead } from "./sheet-xml.ts";
import type { Table } from "./table.ts";
import { zoneOffset } from "./zone-offset.ts";

/** Rows of one sheet, the header among them. */
const mostRows = 1_048_576;
const pieceLength = 128 * 1024;
/** Level 3 makes files a tenth larger than the usual one in half of its time. */
const level = 3;

type Options = { timeZone: string; rowsPerSheet?: number };

/**
 * Tables as the sheets of an XLSX file, written while it is read: memory holds a few pieces. A table that is too long for
 * one sheet goes on in another one. Instants become dates of the time zone. Whoever stops reading ends the writing.
 */
export async function* writeXlsx(
  tables: readonly Table[],
  { timeZone, rowsPerSheet = mostRows }: Options,
): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = [];
  const names: string[] = [];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    made.push(data);
  });
  const offset = zoneOffset(timeZone);
  for (const table of tables) {
    const rows = sheetRows(table, offset);
    try {
      for (let number = 1, next = await rows.next(); number === 1 || !next.done; number += 1) {
        names.push(sheetName(table.name, number));
        yield* addFile(zip, made, `xl/worksheets/sheet${names.length}.xml`, sheetPieces());

        async function* sheetPieces() {
          let piece = sheetStart(table.columns);
          let written = 1;
          for (; !next.done && written < rowsPerSheet; next = await rows.next()) {
            written += 1;
            piece += next.value(written);
            if (piece.length < pieceLength) continue;
            yield piece;
            piece = "";
          }
          yield piece + sheetEnd(table.columns, written);
        }
      }
    } finally {
      await rows.return(undefined);
    }
  }
  for (const [name, text] of bookFiles(names)) yield* addFile(zip, made, name, [text]);
  zip.end();
  yield* made.splice(0);
}

type WriteRow = (number: number) => string;

async function* sheetRows(
  { columns, rows }: Table,
  offset: (at: number) => number,
): AsyncGenerator<WriteRow, undefined> {
  const write = rowWriter(columns, offset);
  for await (const some of rows) {
    for (const row of some) yield (number) => write(row, number);
    await new Promise((resume) => setImmediate(resume));
  }
}

/** Compresses on a thread of its own and waits for it, so that no more is made than is read. */
async function* addFile(
  zip: Zip,
  made: Uint8Array[],
  name: string,
  pieces: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<Uint8Array> {
  const file: ZipInputFile = { filename: name, size: 0, crc: 0, compression: 8 };
  zip.add(file);
  const deflate = createDeflateRaw({ level });
  deflate.on("data", (chunk: Uint8Array<ArrayBuffer>) => file.ondata?.(null, chunk, false));
  try {
    for await (const piece of pieces) {
      const bytes = Buffer.from(piece);
      file.size += bytes.length;
      file.crc = crc32(bytes, file.crc);
      await new Promise<void>((resolve, reject) =>
        deflate.write(bytes, (error) => (error ? reject(error) : resolve())),
      );
      yield* made.splice(0);
    }
    await new Promise<void>((resolve, reject) => deflate.once("end", resolve).once("error", reject).end());
    file.ondata?.(null, new Uint8Array(), true);
    yield* made.splice(0);
  } finally {
    deflate.destroy();
  }
}

function bookFiles(names: readonly string[]): [string, string][] {
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packaged = "http://schemas.openxmlformats.org/package/2006";
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const sheets = names.map(
    (name, place) => `<sheet name="${sheetText(name)}" sheetId="${place + 1}" r:id="r${place + 1}"/>`,
  );
  const parts = names.map((_, place) => ({
    id: `r${place + 1}`,
    kind: "worksheet",
    path: `worksheets/sheet${place + 1}.xml`,
  }));
  const related = [...parts, { id: "styles", kind: "styles", path: "styles.xml" }].map(
    ({ id, kind, path }) => `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${path}"/>`,
  );
  const typed = parts.map(({ path }) => `<Override PartName="/xl/${path}" ContentType="${type}.worksheet+xml"/>`);
  return [
    ["xl/styles.xml", stylesXml],
    [
      "xl/workbook.xml",
      `${xmlHead}<workbook xmlns="${spreadsheetNamespace}" xmlns:r="${relations}"><sheets>${sheets.join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${xmlHead}<Relationships xmlns="${packaged}/relationships">${related.join("")}</Relationships>`,
    ],
    [
      "_rels/.rels",
      `${xmlHead}<Relationships xmlns="${packaged}/relationships"><Relationship Id="book" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "[Content_Types].xml",
      `${xmlHead}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${typed.join("")}</Types>`,
    ],
  ];
}
