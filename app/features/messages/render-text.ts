import type { MessageBlock } from "#app/platform/db.server.ts";
import type { WordedMessage } from "./message-words.ts";
import { wrapText } from "./wrap-text.ts";

const width = 78;

/** The text part of a mail: paragraphs with an empty line between them, at most 78 characters a line but for addresses. */
export function renderText(message: WordedMessage): string {
  const { content, origin, choice, choicePath, sender } = message;
  const parts = [
    ...(content.greeting ? [paragraph(content.greeting)] : []),
    ...content.blocks.map((block) => blockLines(block, message)),
    ["-- ", ...paragraph(sender)],
    paragraph(content.reasonLine),
    [...paragraph(choice), ...(choicePath ? [origin + choicePath] : [])],
  ];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function paragraph(text: string, first = "", rest = first): string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((line) => wrapText(line, { width, first, rest }));
}

function blockLines(block: MessageBlock, { origin, linkGone }: WordedMessage): string[] {
  switch (block.kind) {
    case "text":
      return paragraph(block.text);
    case "quote":
      return [...paragraph(`${block.by}:`), ...paragraph(block.text, "> ")];
    case "action":
      return [...paragraph(`${block.label}:`), ...(block.path ? [origin + block.path] : paragraph(linkGone))];
    case "facts":
      return block.facts.flatMap(({ label, value }) => paragraph(`${label}: ${value}`, "", "  "));
    case "list":
      return [
        ...(block.title ? paragraph(block.title) : []),
        ...block.items.flatMap(({ text, path }) => [
          ...paragraph(text, "- ", "  "),
          ...(path ? [`  ${origin}${path}`] : []),
        ]),
      ];
  }
}
