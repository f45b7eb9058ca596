import { countWords } from "./count-words.ts";
import type { MarkdownNode } from "./lesson-refusals.ts";

/** The text under one heading up to the next, or before the first one; what stands in boxes is not counted. */
export type Section = { heading: string | null; line: number; words: number; empty: boolean };

export type LessonOutline = {
  opensWithText: boolean;
  sections: Section[];
  paragraphs: { line: number; words: number }[];
  /** The boxes of a lesson by the name of their widget, and whose gain one shows. */
  boxes: { name: string; side: string | null; line: number }[];
};

const boxNames = new Set(["Gain", "Edge", "Monday"]);
const inline = new Set(["paragraph", "heading", "emphasis", "strong", "link", "tableCell"]);

/** How a lesson is built, from its Markdown. Never throws. */
export function outlineLesson({ children = [] }: MarkdownNode): LessonOutline {
  const first = children[0];
  const opening: Section = { heading: null, line: first?.position?.start.line ?? 1, words: 0, empty: true };
  const outline: LessonOutline = {
    opensWithText: first?.type === "paragraph",
    sections: [opening],
    paragraphs: [],
    boxes: [],
  };
  for (const node of children) {
    const line = node.position?.start.line ?? 1;
    if (node.type === "heading") {
      outline.sections.push({ heading: textOf(node), line, words: 0, empty: true });
      continue;
    }
    const section = outline.sections.at(-1);
    if (!section || node.name === "AuthorNote") continue;
    section.empty = false;
    if (!isJsx(node)) section.words += countWords(textOf(node));
  }
  look(children, outline);
  return outline;
}

function look(nodes: MarkdownNode[], outline: LessonOutline): void {
  for (const node of nodes) {
    const line = node.position?.start.line ?? 1;
    if (node.name === "AuthorNote") continue;
    if (node.type === "paragraph") outline.paragraphs.push({ line, words: countWords(textOf(node)) });
    if (isJsx(node) && boxNames.has(node.name ?? "")) {
      const side = node.attributes?.find(({ name }) => name === "side")?.value;
      outline.boxes.push({ name: node.name ?? "", side: typeof side === "string" ? side : null, line });
    }
    look(node.children ?? [], outline);
  }
}

function isJsx({ type }: MarkdownNode): boolean {
  return type === "mdxJsxFlowElement" || type === "mdxJsxTextElement";
}

function textOf(node: MarkdownNode): string {
  if (node.type === "break") return " ";
  return node.value ?? (node.children ?? []).map(textOf).join(inline.has(node.type) ? "" : " ");
}
