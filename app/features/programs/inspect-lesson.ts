import { explainHidden, findHiddenCharacter } from "./check-text.ts";
import { type ContentProblem, problemAt } from "./content-problem.ts";
import { type MarkdownNode, refuseAttributes, refuseJsx, refuseMarkdown } from "./lesson-refusals.ts";
import { type LessonOutline, outlineLesson } from "./outline-lesson.ts";

type Mark = { value: string; line: number };
/** What a lesson names, with the lines on which it does. */
export type LessonMarks = { clauses: Mark[]; practices: Mark[]; links: Mark[]; texts: Mark[]; outline: LessonOutline };

/** Walks the Markdown of one lesson: everything that may not stand there is a problem. Never throws. */
export function inspectLesson(file: string, tree: MarkdownNode): { marks: LessonMarks; problems: ContentProblem[] } {
  const marks: LessonMarks = { clauses: [], practices: [], links: [], texts: [], outline: outlineLesson(tree) };
  const problems: ContentProblem[] = [];

  const look = (node: MarkdownNode, parent: MarkdownNode, above: number) => {
    const line = node.position?.start.line ?? above;
    const refuse = (message: string, at = line) => problems.push(problemAt({ file, line: at }, message));
    const isJsx = node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
    const refusal = isJsx ? refuseJsx(node, parent) : refuseMarkdown(node);
    if (refusal) refuse(refusal);
    if (isJsx && !refusal) {
      for (const one of refuseAttributes(node, line)) refuse(one.message, one.line);
    }
    if (isJsx) {
      // Also where the widget stands wrongly: it is named all the same, and the author moves it.
      const named = node.attributes?.map(({ value }) => value).find((value) => typeof value === "string");
      if (node.name === "Clause" && named !== undefined) marks.clauses.push({ value: named, line });
      if (node.name === "Practice" && named !== undefined) marks.practices.push({ value: named, line });
    }
    if (node.type === "link") marks.links.push({ value: node.url ?? "", line });
    for (const [below, value] of (node.value ?? "").split("\n").entries()) {
      const hidden = findHiddenCharacter(value);
      if (hidden) refuse(explainHidden(hidden), line + below);
      if (value) marks.texts.push({ value, line: line + below });
    }
    for (const child of node.children ?? []) look(child, node, line);
  };
  for (const child of tree.children ?? []) look(child, tree, 1);
  return { marks, problems };
}
