import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { draftYaml } from "#app/features/bank-import/draft-yaml.ts";
import { type ImportedBank, importBank } from "#app/features/bank-import/import-bank.ts";
import { type BankFormat, bankFormats, type ImportNote } from "#app/features/bank-import/imported-question.ts";
import { readBankFile } from "#app/features/bank-import/read-bank-file.server.ts";
import { UnreadableXml } from "#app/features/bank-import/xml-tree.ts";
import { type Command, UsageError } from "../command.ts";

type FileNote = ImportNote & { file: string };

export const contentImportCommand: Command = {
  name: "content import",
  usage: `FILE --format ${bankFormats.join("|")} [--clause ID] [--out FILE]`,
  summary:
    "Makes a draft bank file from a question bank of another system, and reports line by line what could not be " +
    "carried over. --clause gives every item its clause; --out names the draft, which is never written over.",
  options: { format: { type: "string" }, clause: { type: "string" }, out: { type: "string" } },
  positionals: [1, 1],
  run: async ({ positionals, values, output }) => {
    const [path = ""] = positionals;
    const format = formatOf(values.format);
    const out = String(values.out ?? `${basename(path, extname(path))}.items.yaml`);
    if (existsSync(out)) throw new UsageError(`${out} exists already. Name another file with --out.`);
    const clause = values.clause === undefined ? undefined : clauseOf(String(values.clause));
    const { items, leftOut, notes } = await importFile(path, format, clause);
    const say = (kind: "left out" | "note") => (note: FileNote) => {
      output.line(`${[path, note.file].filter(Boolean).join(":")}:${note.line}: ${note.message}`);
      output.record({ type: kind, ...note });
    };
    leftOut.forEach(say("left out"));
    notes.forEach(say("note"));
    const counted = { items: items.length, leftOut: leftOut.length };
    if (items.length > 0) await writeFile(out, draftYaml(items, { source: basename(path) }), { flag: "wx" });
    output.line(
      items.length === 0
        ? `No question could be carried over; no draft was written.`
        : `${count(items.length, "item")} in the draft ${out}, ${count(leftOut.length, "question")} left out.`,
    );
    output.record({ type: "imported", ...counted, file: items.length === 0 ? null : out });
    return leftOut.length > 0 || items.length === 0 ? 1 : 0;
  },
};

async function importFile(path: string, format: BankFormat, clause: string | undefined) {
  const texts = await readBankFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "EISDIR") throw new UsageError(`There is no file ${path}.`);
    throw error;
  });
  const all = { items: [] as ImportedBank["items"], leftOut: [] as FileNote[], notes: [] as FileNote[] };
  for (const { file, text } of texts) {
    const bank = readText(text, { format, clause, name: file || path });
    all.items.push(...bank.items);
    all.leftOut.push(...bank.leftOut.map((note) => ({ ...note, file })));
    all.notes.push(...bank.notes.map((note) => ({ ...note, file })));
  }
  return { ...all, items: withOwnIds(all.items) };
}

function readText(
  text: string,
  { format, clause, name }: { format: BankFormat; clause: string | undefined; name: string },
) {
  try {
    return importBank(text, { format, ...(clause === undefined ? {} : { clause }) });
  } catch (error) {
    if (error instanceof UnreadableXml) throw new Error(`${name} is not XML that can be read. ${error.message}`);
    throw error;
  }
}

/** The files of a package know nothing of each other's ids. */
function withOwnIds(items: ImportedBank["items"]): ImportedBank["items"] {
  const taken = new Map<string, number>();
  return items.map((item) => {
    const times = (taken.get(item.id) ?? 0) + 1;
    taken.set(item.id, times);
    return times === 1 ? item : { ...item, id: `${item.id}-again-${times}` };
  });
}

function formatOf(given: unknown): BankFormat {
  const format = bankFormats.find((one) => one === given);
  if (!format) throw new UsageError(`--format takes ${bankFormats.join(", ")}.`);
  return format;
}

function clauseOf(given: string): string {
  if (/^[A-Z]{2,}-\d+\.\d+$/.test(given)) return given;
  throw new UsageError("--clause takes the number of a clause, such as ROE-4.1.");
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
