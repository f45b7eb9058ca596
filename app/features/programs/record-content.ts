import { headingSlug } from "./heading-slug.ts";
import { lessonTags, lessonWidgets } from "./lesson-widgets.ts";
import type { ContentNode } from "./release-content.ts";

export type Recorded =
  | string
  | number
  | boolean
  | null
  | undefined
  | Recorded[]
  | { type: string; props: Record<string, unknown> & { children?: Recorded } };

/** Stands in for React's runtime: calls are written down and nothing is rendered. */
export const recordingRuntime = {
  Fragment: "Fragment",
  jsx: (type: string, props: Record<string, unknown>): Recorded => ({ type, props }),
  jsxs: (type: string, props: Record<string, unknown>): Recorded => ({ type, props }),
};

/** What a lesson is handed as components: each widget by its name. */
export const recordedComponents = Object.fromEntries(Object.keys(lessonWidgets).map((name) => [name, name]));

/** Elements inside which Markdown leaves line ends between blocks; inside all others blank text is a space of a line. */
const blockContainers = new Set(["root", "ul", "ol", "blockquote", "table", "thead", "tbody", "tr"]);
const blocks = new Set(["p", "ul", "ol", "blockquote", "table", "h2", "h3", "hr"]);

/** The tree of a recorded lesson. Throws on anything that `inspectLesson` lets through and a lesson may not hold. */
export function contentTree(recorded: Recorded): ContentNode[] {
  return nodes(recorded, "root", new Set());
}

function nodes(recorded: Recorded, parent: string, slugs: Set<string>): ContentNode[] {
  const merged: ContentNode[] = [];
  for (const node of flat(recorded).map((one) => (typeof one === "string" ? oneLine(one) : element(one, slugs)))) {
    const last = merged.at(-1);
    if (typeof node === "string" && typeof last === "string") merged[merged.length - 1] = oneLine(last + node);
    else merged.push(node);
  }
  const holdsBlocks = blockContainers.has(parent) || Object.hasOwn(lessonWidgets, parent) || merged.some(isBlock);
  const kept = holdsBlocks ? merged.filter((node) => typeof node !== "string" || node.trim() !== "") : merged;
  return kept.map((node, index) => trimBeside(node, kept[index - 1], kept[index + 1]));
}

type RecordedElement = Extract<Recorded, { type: string }>;

function flat(recorded: Recorded): (string | RecordedElement)[] {
  if (Array.isArray(recorded)) return recorded.flatMap(flat);
  if (recorded === null || recorded === undefined || typeof recorded === "boolean") return [];
  if (typeof recorded === "number") return [String(recorded)];
  if (typeof recorded === "object" && recorded.type === recordingRuntime.Fragment) return flat(recorded.props.children);
  return [recorded];
}

function element({ type, props }: RecordedElement, slugs: Set<string>): ContentNode {
  const children = nodes(props.children, type, slugs);
  const widget = Object.hasOwn(lessonWidgets, type) ? lessonWidgets[type] : undefined;
  if (widget) {
    const given = Object.fromEntries(Object.keys(widget.attributes).map((name) => [name, String(props[name])]));
    // The attributes have been checked against the registry that this type repeats.
    return { widget: type, props: given, ...(widget.holds && { children }) } as ContentNode;
  }
  const attributes = Object.hasOwn(lessonTags, type) ? lessonTags[type] : undefined;
  if (!attributes) throw new Error(`A lesson was recorded with the element <${type}>, which is not allowed.`);
  const kept = attributes.flatMap((name) => (props[name] === undefined ? [] : [[name, String(props[name])]]));
  if (type === "h2" || type === "h3") kept.push(["id", headingSlug(plainText(children), slugs)]);
  return {
    tag: type,
    ...(kept.length > 0 && { props: Object.fromEntries(kept) }),
    ...(children.length > 0 && { children }),
  };
}

/** The words of a tree as a reader sees them; notes for authors are left out. */
export function plainText(tree: ContentNode[]): string {
  return tree
    .map((node) => {
      if (typeof node === "string") return node;
      if ("widget" in node && node.widget === "AuthorNote") return "";
      const inner = "children" in node ? plainText(node.children ?? []) : "";
      return isBlock(node) || !("tag" in node) || /^(li|t[hdr]|br)$/.test(node.tag) ? `${inner} ` : inner;
    })
    .join("");
}

/** Where a line is broken in the file says nothing: it may be wrapped anew without becoming another text. */
function oneLine(text: string): string {
  return text.replace(/[ \t]*\n\s*/gu, " ");
}

function isBlock(node: ContentNode): boolean {
  return typeof node !== "string" && "tag" in node && blocks.has(node.tag);
}

function trimBeside(node: ContentNode, before?: ContentNode, after?: ContentNode): ContentNode {
  if (typeof node !== "string") return node;
  const isBreak = (other?: ContentNode) => typeof other === "object" && "tag" in other && other.tag === "br";
  const start = before !== undefined && (isBlock(before) || isBreak(before)) ? node.trimStart() : node;
  return after !== undefined && (isBlock(after) || isBreak(after)) ? start.trimEnd() : start;
}
