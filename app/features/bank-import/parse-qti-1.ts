import { addQuestion, leaveOut, named, type ParsedBank } from "./imported-question.ts";
import { htmlToText, tidy } from "./plain-text.ts";
import { childrenOf, elementsOf, findAll, textOf, type XmlNode } from "./xml-tree.ts";

/** An item of QTI 1.2, which most learning systems still export. */
export function readOldItem(bank: ParsedBank, item: XmlNode): void {
  const { line, attributes } = item;
  const [presentation] = childrenOf(item, "presentation");
  if (!presentation) return;
  const responses = findAll(presentation, "responselid");
  const [response] = responses;
  const stem = materialOf(presentation);
  const title = tidy(attributes.title ?? "") || stem.text;
  if (!response) {
    leaveOut(bank, line, `${named(title)} has no choices`);
    return;
  }
  if (responses.length > 1) {
    leaveOut(bank, line, `${named(title)} asks several questions at once`);
    return;
  }
  const { right, shows } = scoring(item);
  const said = new Map(childrenOf(item, "itemfeedback").map((one) => [one.attributes.ident ?? "", one]));
  const lost = [...stem.lost];
  const choices = findAll(response, "responselabel").map((label) => {
    const ident = label.attributes.ident ?? "";
    const shown = materialOf(label);
    const feedback = materialOf(said.get(shows.get(ident) ?? `${ident}_fb`));
    lost.push(...shown.lost, ...feedback.lost);
    return { text: shown.text, correct: right.has(ident), feedback: feedback.text };
  });
  const general = materialOf(said.get("general_fb"));
  addQuestion(bank, { line, title, text: stem.text, choices, feedback: general.text, lost });
}

/** Which answers are given points, and which feedback each shows. */
function scoring(item: XmlNode): { right: Set<string>; shows: Map<string, string> } {
  const right = new Set<string>();
  const shows = new Map<string, string>();
  for (const condition of findAll(item, "respcondition")) {
    const answers = equalsOf(childrenOf(condition, "conditionvar")[0]);
    const points = childrenOf(condition, "setvar").some((one) => Number(textOf(one)) > 0);
    const shown = childrenOf(condition, "displayfeedback")[0]?.attributes.linkrefid;
    for (const answer of answers) {
      if (points) right.add(answer);
      if (shown && answers.length === 1) shows.set(answer, shown);
    }
  }
  return { right, shows };
}

/** Answers that must be given; those under `not` must not. */
function equalsOf(node: XmlNode | undefined): string[] {
  return elementsOf(node).flatMap((child) => {
    if (child.name === "not") return [];
    return child.name === "varequal" ? [tidy(textOf(child))] : equalsOf(child);
  });
}

/** The text of the material of an element, without that of the answers in it. */
function materialOf(node: XmlNode | undefined): { text: string; lost: string[] } {
  const texts = elementsOf(node).flatMap(function collect(child: XmlNode): string[] {
    if (child.name === "responselid") return [];
    if (child.name === "matimage") return ["<img>"];
    return child.name === "mattext" ? [textOf(child)] : elementsOf(child).flatMap(collect);
  });
  return htmlToText(texts.join("\n"));
}
