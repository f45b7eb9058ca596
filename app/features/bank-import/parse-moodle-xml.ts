import { addQuestion, emptyBank, leaveOut, named, type ParsedBank } from "./imported-question.ts";
import { htmlToText, tidy } from "./plain-text.ts";
import { childrenOf, findAll, readXml, textOf, type XmlNode } from "./xml-tree.ts";

const kinds: Record<string, string> = {
  cloze: "is a text with gaps",
  essay: "is an essay",
  matching: "asks to match pairs",
  numerical: "asks for a number",
  calculated: "asks for a number",
  shortanswer: "asks for a short answer",
  ddwtos: "asks to drag words",
  description: "is a text without a question",
};

/** The XML that Moodle exports a question bank as. Throws `UnreadableXml`. */
export function parseMoodleXml(source: string): ParsedBank {
  const bank = emptyBank();
  for (const question of findAll(readXml(source), "question")) readQuestion(bank, question);
  return bank;
}

function readQuestion(bank: ParsedBank, question: XmlNode): void {
  const { line, attributes } = question;
  const type = attributes.type ?? "";
  if (type === "category") {
    const category = tidy(textOf(childrenOf(question, "category")[0]));
    bank.notes.push({ line, message: `The category “${category}” has no place in a bank.` });
    return;
  }
  const shown = textIn(question, "questiontext");
  const title = textIn(question, "name").text || shown.text;
  if (type !== "multichoice" && type !== "truefalse") {
    leaveOut(bank, line, `${named(title)} ${kinds[type] ?? `is of the kind “${type}”`}`);
    return;
  }
  const lost = [...shown.lost];
  for (const tag of findAll(question, "tag")) lost.push(`the tag “${tidy(textOf(tag))}”`);
  const choices = childrenOf(question, "answer").map((answer) => {
    const fraction = Number(answer.attributes.fraction ?? 0);
    if (fraction !== 0 && fraction !== 100) lost.push(`the weight ${fraction} % of a choice`);
    const text = readText(answer);
    const feedback = textIn(answer, "feedback");
    lost.push(...text.lost, ...feedback.lost);
    return {
      text: type === "truefalse" ? capital(text.text) : text.text,
      correct: fraction > 0,
      feedback: feedback.text,
    };
  });
  const feedback = textIn(question, "generalfeedback");
  addQuestion(bank, {
    line,
    title,
    text: shown.text,
    choices,
    feedback: feedback.text,
    lost: [...lost, ...feedback.lost],
  });
}

function textIn(node: XmlNode, name: string): { text: string; lost: string[] } {
  return readText(childrenOf(node, name)[0]);
}

/** Moodle keeps HTML as text of a `text` element, and files beside it. */
function readText(node: XmlNode | undefined): { text: string; lost: string[] } {
  const { text, lost } = htmlToText(textOf(childrenOf(node, "text")[0]));
  return {
    text,
    lost: childrenOf(node, "file").length > 0 && !lost.includes("a picture") ? [...lost, "a file"] : lost,
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
