import { findMark, splitAtMarks, unescapeGift } from "./gift-marks.ts";
import { addQuestion, emptyBank, type ImportedChoice, leaveOut, named, type ParsedBank } from "./imported-question.ts";
import { htmlToText, tidy } from "./plain-text.ts";

type Block = { line: number; text: string };
type Answers = { choices: ImportedChoice[]; lost: string[] } | { refused: string };

/** GIFT, the text format of Moodle: questions apart by an empty line, answers in braces. */
export function parseGift(source: string): ParsedBank {
  const bank = emptyBank();
  for (const block of blocksOf(source)) {
    const category = /^\$CATEGORY:\s*(.*)$/i.exec(block.text);
    if (category)
      bank.notes.push({ line: block.line, message: `The category “${category[1]}” has no place in a bank.` });
    else readBlock(bank, block);
  }
  return bank;
}

function blocksOf(source: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (const [index, raw] of source.split(/\r\n|\r|\n/).entries()) {
    if (/^\s*\/\//.test(raw)) continue;
    const category = /^\s*\$CATEGORY:/i.test(raw);
    if (raw.trim() === "" || category) open = null;
    if (raw.trim() === "") continue;
    if (open) open.text += `\n${raw}`;
    else {
      const block = { line: index + 1, text: raw.trim() };
      blocks.push(block);
      open = category ? null : block;
    }
  }
  return blocks;
}

function readBlock(bank: ParsedBank, { line, text: source }: Block): void {
  const [, title = "", body = source] = /^::((?:\\.|[^\\:]|:(?!:))*)::([\s\S]*)$/.exec(source) ?? [];
  const [, format = "", stem = ""] = /^\s*(?:\[(html|markdown|plain|moodle)\])?([\s\S]*)$/.exec(body) ?? [];
  const start = findMark(stem, "{");
  const end = start < 0 ? -1 : findMark(stem, "}", start);
  const read = (part: string) => readText(part, format === "html" || format === "moodle");
  const shown = read(start < 0 ? stem : stem.slice(0, start));
  const name = named(tidy(unescapeGift(title)) || shown.text);
  if (start < 0) {
    leaveOut(bank, line, `${name} is a text without a question`);
    return;
  }
  if (end < 0) {
    leaveOut(bank, line, `${name} opens a brace that is never closed`);
    return;
  }
  const after = read(stem.slice(end + 1));
  const [answers = "", general = ""] = stem.slice(start + 1, end).split(/(?<!\\)####/);
  const found = readAnswers(answers, read);
  if ("refused" in found) {
    leaveOut(bank, line, `${name} ${found.refused}`);
    return;
  }
  addQuestion(bank, {
    line,
    title: tidy(unescapeGift(title)) || shown.text,
    text: after.text === "" ? shown.text : `${shown.text} _____ ${after.text}`,
    choices: found.choices,
    feedback: read(general).text,
    lost: [...shown.lost, ...after.lost, ...found.lost],
  });
}

function readAnswers(answers: string, read: (part: string) => { text: string; lost: string[] }): Answers {
  const written = answers.trim();
  if (written === "") return { refused: "is an essay" };
  if (written.startsWith("#")) return { refused: "asks for a number" };
  const [truth = "", ...said] = splitFeedback(written);
  if (/^(T|TRUE|F|FALSE)$/i.test(truth.trim()))
    return trueOrFalse(
      /^T/i.test(truth.trim()),
      said.map((one) => read(one).text),
    );
  const { pieces } = splitAtMarks(written, "=~");
  if (pieces.some(({ text }) => /(?<!\\)->/.test(text))) return { refused: "asks to match pairs" };
  if (!pieces.some(({ mark }) => mark === "~")) return { refused: "asks for a short answer" };
  const lost: string[] = [];
  const choices = pieces.map(({ mark, text }) => {
    const [, weight, rest = text] = /^\s*%(-?[\d.]+)%([\s\S]*)$/.exec(text) ?? [];
    if (weight !== undefined && !["0", "100"].includes(weight)) lost.push(`the weight ${weight} % of a choice`);
    const [choice = "", feedback = ""] = splitFeedback(rest)
      .map(read)
      .map((part) => {
        lost.push(...part.lost);
        return part.text;
      });
    return { text: choice, correct: mark === "=" || Number(weight ?? 0) > 0, feedback };
  });
  return { choices, lost };
}

/** The feedback for a wrong answer comes first in this format. */
function trueOrFalse(isTrue: boolean, [whenWrong = "", whenRight = ""]: string[]): Answers {
  const feedback = (right: boolean) => (right ? whenRight : whenWrong);
  const choices = [true, false].map((value) => ({
    text: value ? "True" : "False",
    correct: value === isTrue,
    feedback: feedback(value === isTrue),
  }));
  return { choices, lost: [] };
}

function splitFeedback(text: string): string[] {
  const { before, pieces } = splitAtMarks(text, "#");
  return [before, ...pieces.map((piece) => piece.text)];
}

function readText(part: string, html: boolean): { text: string; lost: string[] } {
  const text = unescapeGift(part);
  return html || /<\/?[a-z][^>]*>/i.test(text) ? htmlToText(text) : { text: tidy(text), lost: [] };
}
