export const bankFormats = ["gift", "moodle-xml", "aiken", "qti"] as const;
export type BankFormat = (typeof bankFormats)[number];

/** A question with choices as another system gave it, in plain text. Feedback that it has none of is empty. */
export type ImportedQuestion = {
  /** Of the source, counted from 1. */
  line: number;
  title: string;
  text: string;
  choices: ImportedChoice[];
  feedback: string;
  /** What of it has no place in an item. */
  lost: string[];
};

export type ImportedChoice = { text: string; correct: boolean; feedback: string };

/** A line of the report: what could not be carried over. */
export type ImportNote = { line: number; message: string };

/** What a bank of another system holds. `leftOut` are whole questions. */
export type ParsedBank = { questions: ImportedQuestion[]; leftOut: ImportNote[]; notes: ImportNote[] };

export function emptyBank(): ParsedBank {
  return { questions: [], leftOut: [], notes: [] };
}

/** Adds a question, or leaves it out with the reason when it does not have exactly one right choice. */
export function addQuestion(bank: ParsedBank, question: ImportedQuestion): void {
  const right = question.choices.filter((choice) => choice.correct).length;
  const name = named(question.title);
  if (right === 1 && question.choices.length > 1) bank.questions.push(question);
  else if (right === 0) leaveOut(bank, question.line, `${name} has no right choice`);
  else if (right > 1) leaveOut(bank, question.line, `${name} has ${right} right choices, an item has one`);
  else leaveOut(bank, question.line, `${name} has one choice only`);
}

export function leaveOut(bank: ParsedBank, line: number, reason: string): void {
  bank.leftOut.push({ line, message: `${reason}. It was left out.` });
}

/** How the report speaks of a question. */
export function named(title: string): string {
  const line = title.replace(/\s+/g, " ");
  const short = line.length > 60 ? `${line.slice(0, 59)}…` : line;
  return short === "" ? "A question" : `“${short}”`;
}
