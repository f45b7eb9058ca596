import { type DraftItem, draftItems } from "./draft-items.ts";
import type { BankFormat, ImportNote, ParsedBank } from "./imported-question.ts";
import { parseAiken } from "./parse-aiken.ts";
import { parseGift } from "./parse-gift.ts";
import { parseMoodleXml } from "./parse-moodle-xml.ts";
import { parseQti } from "./parse-qti.ts";

const parsers: Record<BankFormat, (source: string) => ParsedBank> = {
  gift: (source) => parseGift(source.replace(/^\uFEFF/, "")),
  aiken: (source) => parseAiken(source.replace(/^\uFEFF/, "")),
  "moodle-xml": parseMoodleXml,
  qti: parseQti,
};

export type ImportedBank = {
  items: DraftItem[];
  /** Questions that could not be carried over, by line. */
  leftOut: ImportNote[];
  /** What was lost of those that were, or is to be written, by line. */
  notes: ImportNote[];
};

/** A draft of items from a question bank of another system. Throws `UnreadableXml`. */
export function importBank(source: string, { format, clause }: { format: BankFormat; clause?: string }): ImportedBank {
  const { questions, leftOut, notes } = parsers[format](source);
  const draft = draftItems(questions, clause === undefined ? {} : { clause });
  const byLine = (a: ImportNote, b: ImportNote) => a.line - b.line;
  return { items: draft.items, leftOut: leftOut.sort(byLine), notes: [...notes, ...draft.notes].sort(byLine) };
}
