import { lessonWidgets } from "./lesson-widgets.ts";

/** A node of the tree that remark builds; only what is looked at here. */
export type MarkdownNode = {
  type: string;
  position?: { start: { line: number } };
  children?: MarkdownNode[];
  value?: string;
  depth?: number;
  checked?: boolean | null;
  url?: string;
  title?: string | null;
  name?: string | null;
  attributes?: JsxAttribute[];
};
type JsxAttribute = { type: string; name?: string; value?: unknown; position?: MarkdownNode["position"] };
type Refusal = { message: string; line: number };

const allowed = new Set(
  "paragraph list emphasis strong text blockquote table tableRow tableCell inlineCode break thematicBreak".split(" "),
);
const refused: Record<string, string> = {
  mdxjsEsm: "A lesson imports and exports nothing. Remove the line.",
  mdxFlowExpression: "A lesson holds no {…} expression. Remove it; write a brace as &#123;, a note as <AuthorNote>.",
  mdxTextExpression: "A lesson holds no {…} expression. Remove it; write a brace as &#123;, a note as <AuthorNote>.",
  code: "A lesson shows no block of code. Write a paragraph, or mark a few words with `…`.",
  image: "A lesson holds no picture. Say it in words or in a table.",
  imageReference: "A lesson holds no picture. Say it in words or in a table.",
  delete: "A lesson shows nothing struck out. Remove the text or the ~~ around it.",
  definition: "A link is written where it stands. Write [words](https://…) in the text.",
  linkReference: "A link is written where it stands. Write [words](https://…) in the text.",
  footnoteReference: "A lesson has no footnotes. Move the note into the text.",
  footnoteDefinition: "A lesson has no footnotes. Move the note into the text.",
};

/** Why this node of Markdown may not stand in a lesson and what to do, or null. */
export function refuseMarkdown(node: MarkdownNode): string | null {
  switch (node.type) {
    case "heading":
      if (node.depth === 1) return "The title of a lesson comes from its front matter. Make this a ## heading.";
      return (node.depth ?? 0) > 3 ? "A lesson has headings of two levels. Make this a ## or ### heading." : null;
    case "listItem":
      return typeof node.checked === "boolean" ? "A lesson has no tick boxes. Remove the [ ]." : null;
    case "link":
      return node.title ? "A link has no title. Remove the words in quotation marks after its address." : null;
    default:
      if (allowed.has(node.type)) return null;
      return refused[node.type] ?? `A lesson holds no ${node.type}. Write it as paragraphs, lists or tables.`;
  }
}

/** The same for a tag; its attributes apart. */
export function refuseJsx(node: MarkdownNode, parent: MarkdownNode): string | null {
  const name = node.name ?? "";
  if (name === "br") return node.type === "mdxJsxTextElement" ? null : "Remove the <br/>: a paragraph ends by itself.";
  const widget = Object.hasOwn(lessonWidgets, name) ? lessonWidgets[name] : undefined;
  if (!widget) {
    const known = Object.keys(lessonWidgets).join(", ");
    return /^[a-z]/.test(name)
      ? `A lesson holds no HTML, and <${name}> is not a widget. Write it in Markdown.`
      : `<${name}> is not a widget. The widgets are: ${known}.`;
  }
  if (node.type !== "mdxJsxFlowElement" || parent.type !== "root")
    return `<${name}> stands inside something else. Put it on a line of its own between paragraphs.`;
  const filled = (node.children ?? []).length > 0;
  if (filled && !widget.holds) return `<${name}> holds nothing. End it with /> and move the text out of it.`;
  if (!filled && widget.holds) return `<${name}> is empty. Write what it shows, or remove it.`;
  return null;
}

export function refuseAttributes(node: MarkdownNode, above: number): Refusal[] {
  const name = node.name ?? "";
  const expected = lessonWidgets[name]?.attributes ?? {};
  const found: Refusal[] = [];
  const seen = new Set<string>();
  for (const attribute of node.attributes ?? []) {
    const line = attribute.position?.start.line ?? above;
    const say = (message: string) => found.push({ message, line });
    const key = attribute.name ?? "";
    const values = Object.hasOwn(expected, key) ? expected[key] : undefined;
    if (attribute.type !== "mdxJsxAttribute")
      say(`<${name}> takes no {…} in place of attributes. Write each attribute with its value in quotation marks.`);
    else if (values === undefined) say(`<${name}> has no attribute "${key}". Remove it.`);
    else if (seen.has(key)) say(`<${name}> has "${key}" twice. Remove one of the two.`);
    else if (typeof attribute.value !== "string")
      say(`"${key}" of <${name}> is not a plain text. Write ${key}="…", without braces.`);
    else if (values && !values.includes(attribute.value))
      say(`"${key}" of <${name}> is "${attribute.value}". Write one of: ${values.join(", ")}.`);
    seen.add(key);
  }
  for (const key of Object.keys(expected).filter((one) => !seen.has(one)))
    found.push({ message: `<${name}> lacks "${key}". Add ${key}="…".`, line: above });
  return found;
}
