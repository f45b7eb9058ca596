import { addQuestion, emptyBank, leaveOut, named, type ParsedBank } from "./imported-question.ts";
import { tidy } from "./plain-text.ts";

type Open = { line: number; text: string[]; choices: { letter: string; text: string }[] };

const choiceLine = /^([A-Z])[.)]\s+(.*)$/;
const answerLine = /^ANSWER\s*:\s*([A-Z])\s*$/i;

/** Aiken: the question, its choices `A.` or `A)` a line each, then `ANSWER: B`. */
export function parseAiken(source: string): ParsedBank {
  const bank = emptyBank();
  let open: Open | null = null;
  const abandon = (found: string) => {
    if (open) leaveOut(bank, open.line, `${named(tidy(open.text.join("\n")))} ${found}`);
    open = null;
  };
  for (const [index, raw] of source.split(/\r\n|\r|\n/).entries()) {
    const line = index + 1;
    const text = raw.trim();
    if (text === "") continue;
    const [, letter, choice] = choiceLine.exec(text) ?? [];
    const answer = answerLine.exec(text)?.[1]?.toUpperCase();
    if (answer) {
      if (!open) leaveOut(bank, line, `An answer without a question: “${text}”`);
      else finish(bank, open, answer);
      open = null;
    } else if (letter && open) open.choices.push({ letter, text: tidy(choice ?? "") });
    else if (open && open.choices.length === 0) open.text.push(text);
    else {
      abandon("has no line ANSWER");
      open = { line, text: [text], choices: [] };
    }
  }
  abandon("has no line ANSWER");
  return bank;
}

function finish(bank: ParsedBank, { line, text, choices }: Open, answer: string): void {
  const question = tidy(text.join("\n"));
  if (!choices.some((choice) => choice.letter === answer)) {
    leaveOut(bank, line, `${named(question)} names the answer ${answer}, which is none of its choices`);
    return;
  }
  addQuestion(bank, {
    ...{ line, title: question, text: question, feedback: "", lost: [] },
    choices: choices.map((choice) => ({ text: choice.text, correct: choice.letter === answer, feedback: "" })),
  });
}
