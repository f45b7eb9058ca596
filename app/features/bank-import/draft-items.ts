import { type ImportedQuestion, type ImportNote, named } from "./imported-question.ts";

/** What an author has to write still stands under this word, which no finished bank contains. */
const todo = "TODO";

export type DraftItem = {
  line: number;
  id: string;
  clause: string;
  difficulty: string;
  situation: string;
  question: string;
  choices: { id: string; correct: boolean; text: string; feedback: string }[];
  rationale: string;
};

/** Items as far as questions give them, and a line for everything that was lost or has to be written. */
export function draftItems(
  questions: readonly ImportedQuestion[],
  { clause = todo }: { clause?: string } = {},
): { items: DraftItem[]; notes: ImportNote[] } {
  const taken = new Set<string>();
  const notes: ImportNote[] = [];
  const items = questions.map((question) => {
    const item = draftItem(question, { clause, id: freeId(question, taken) });
    const missing = missingIn(item, question);
    const say = (message: string) =>
      notes.push({ line: question.line, message: `${named(question.title)}: ${message}` });
    for (const lost of new Set(question.lost)) say(`${lost} was left out.`);
    if (missing.length > 0) say(`${missing.join(", ")} to be written.`);
    if (item.choices.length < 3) say(`an item has three or four choices, this one has ${item.choices.length}.`);
    if (item.choices.length > 4)
      say(`an item has three or four choices, this one has ${item.choices.length}: keep four.`);
    return item;
  });
  return { items, notes };
}

function draftItem(question: ImportedQuestion, { clause, id }: { clause: string; id: string }): DraftItem {
  const { situation, asked } = cutQuestion(question.text);
  return {
    ...{ line: question.line, id, clause, difficulty: todo },
    ...{ situation: situation || todo, question: asked },
    choices: question.choices.map((choice, index) => ({
      id: choiceId(index),
      correct: choice.correct,
      text: choice.text || todo,
      feedback: choice.feedback || question.feedback || todo,
    })),
    rationale: todo,
  };
}

/** The last sentence asks; what stands before it is the situation. A text of one sentence is all question. */
export function cutQuestion(text: string): { situation: string; asked: string } {
  const [, situation = "", asked = text] = /^([\s\S]*[.!?:…”"。？！])\s+(\S[^.!?。？！]*[?？])$/.exec(text) ?? [];
  return { situation, asked };
}

function missingIn(item: DraftItem, question: ImportedQuestion): string[] {
  const unexplained = question.feedback === "" && question.choices.some((choice) => choice.feedback === "");
  return [
    ...(item.clause === todo ? ["the clause"] : []),
    "the difficulty",
    ...(item.situation === todo ? ["the situation"] : []),
    ...(unexplained ? ["feedback"] : []),
    "the rationale",
  ];
}

/** A short id of the title's first words; letters outside a–z lose their accents, other scripts give `item`. */
function freeId({ title }: ImportedQuestion, taken: Set<string>): string {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const base = (plain.match(/[a-z0-9]+/g) ?? ["item"]).slice(0, 5).join("-");
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  taken.add(id);
  return id;
}

function choiceId(index: number): string {
  return String.fromCharCode("a".charCodeAt(0) + (index % 26)) + (index < 26 ? "" : String(Math.floor(index / 26)));
}
