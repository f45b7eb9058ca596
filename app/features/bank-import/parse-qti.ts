import { addQuestion, emptyBank, leaveOut, named, type ParsedBank } from "./imported-question.ts";
import { readOldItem } from "./parse-qti-1.ts";
import { htmlToText, tidy } from "./plain-text.ts";
import { childrenOf, elementsOf, findAll, markupOf, readXml, textOf, type XmlNode } from "./xml-tree.ts";

/** QTI in its versions 1.2, 2 and 3: one file of items. Throws `UnreadableXml`. */
export function parseQti(source: string): ParsedBank {
  const bank = emptyBank();
  const root = readXml(source);
  for (const item of findAll(root, "assessmentitem")) readItem(bank, item);
  for (const item of findAll(root, "item")) if (childrenOf(item, "presentation").length > 0) readOldItem(bank, item);
  return bank;
}

function readItem(bank: ParsedBank, item: XmlNode): void {
  const { line, attributes } = item;
  const [body] = childrenOf(item, "itembody");
  const interactions = body ? findAll(body, "choiceinteraction") : [];
  const others = body ? interactionsBeside(body) : [];
  const [interaction] = interactions;
  const stem = htmlToText(markupOf(body, ["choiceinteraction", "feedbackblock", "rubricblock"]));
  const prompt = htmlToText(markupOf(childrenOf(interaction, "prompt")[0]));
  const text = tidy(`${stem.text}\n${prompt.text}`);
  const title = tidy(attributes.title ?? "") || text;
  if (!interaction || others.length > 0) {
    leaveOut(bank, line, `${named(title)} ${others[0] ? `is of the kind “${others[0]}”` : "has no choices"}`);
    return;
  }
  if (interactions.length > 1) {
    leaveOut(bank, line, `${named(title)} asks several questions at once`);
    return;
  }
  const right = rightIdentifiers(item, interaction.attributes.responseidentifier ?? "RESPONSE");
  const said = new Map(childrenOf(item, "modalfeedback").map((one) => [one.attributes.identifier ?? "", one]));
  const lost = [...stem.lost, ...prompt.lost];
  const choices = childrenOf(interaction, "simplechoice").map((choice) => {
    const identifier = choice.attributes.identifier ?? "";
    const shown = htmlToText(markupOf(choice, ["feedbackinline"]));
    const feedback = htmlToText(markupOf(findAll(choice, "feedbackinline")[0] ?? said.get(identifier)));
    lost.push(...shown.lost, ...feedback.lost);
    return { text: shown.text, correct: right.has(identifier), feedback: feedback.text };
  });
  addQuestion(bank, { line, title, text, choices, feedback: "", lost });
}

function interactionsBeside(body: XmlNode): string[] {
  return elementsOf(body).flatMap((child) => [
    ...(child.name.endsWith("interaction") && child.name !== "choiceinteraction" ? [child.name] : []),
    ...interactionsBeside(child),
  ]);
}

/** The right ones by the correct response; without it, those that the mapping gives points for. */
function rightIdentifiers(item: XmlNode, response: string): Set<string> {
  const declared = childrenOf(item, "responsedeclaration").find((one) => one.attributes.identifier === response);
  if (!declared) return new Set();
  const values = findAll(declared, "correctresponse").flatMap((one) => childrenOf(one, "value"));
  if (values.length > 0) return new Set(values.map((value) => tidy(textOf(value))));
  const mapped = findAll(declared, "mapentry").filter((entry) => Number(entry.attributes.mappedvalue ?? 0) > 0);
  return new Set(mapped.map((entry) => entry.attributes.mapkey ?? ""));
}
