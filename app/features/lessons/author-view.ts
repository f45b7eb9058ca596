import { plainText } from "../programs/record-content.ts";
import type { ContentNode } from "../programs/release-content.ts";

/** A lesson as its readers get it: what authors note for each other never leaves the server. */
export function readerView(body: ContentNode[]): ContentNode[] {
  return body.filter((node) => !isNote(node));
}

/**
 * A lesson as its author sees it while writing: with the notes, and after each paragraph, list and box links to the
 * clauses that it names or, where it names none, to the one that was shown last before it.
 */
export function authorView(body: ContentNode[]): ContentNode[] {
  let shown: string | null = null;
  return body.flatMap((node): ContentNode[] => {
    if (typeof node === "string") return [node];
    if ("widget" in node && node.widget === "Clause") shown = node.props.id;
    if (isNote(node)) return [{ tag: "blockquote", children: [{ tag: "p", children: ["✎"] }, ...childrenOf(node)] }];
    if (!isProse(node)) return [node];
    const named = clausesIn(node);
    const clauses = named.length > 0 ? named : shown === null ? [] : [shown];
    return clauses.length > 0 ? [node, linksTo(clauses)] : [node];
  });
}

function isNote(node: ContentNode): boolean {
  return typeof node !== "string" && "widget" in node && node.widget === "AuthorNote";
}

function isProse(node: Exclude<ContentNode, string>): boolean {
  if ("tag" in node) return /^(p|ul|ol|blockquote|table)$/.test(node.tag);
  return node.widget === "Gain" || node.widget === "Edge" || node.widget === "Monday";
}

function childrenOf(node: ContentNode): ContentNode[] {
  return typeof node !== "string" && "children" in node ? (node.children ?? []) : [];
}

/** Each clause once, in the order of the text; a link may have other words than the number it goes to. */
function clausesIn(node: ContentNode): string[] {
  const inWords = plainText([node]).match(/\b[A-Z]{2,}-\d+\.\d+\b/g) ?? [];
  return [...new Set([...linkedClauses(node), ...inWords])];
}

function linkedClauses(node: ContentNode): string[] {
  const href = typeof node !== "string" && "tag" in node ? (node.props?.href ?? "") : "";
  const own = href.startsWith("clause:") ? [href.slice("clause:".length)] : [];
  return [...own, ...childrenOf(node).flatMap(linkedClauses)];
}

function linksTo(clauses: string[]): ContentNode {
  const links = clauses.flatMap((id): ContentNode[] => [
    " ",
    { tag: "a", props: { href: `clause:${id}` }, children: [id] },
  ]);
  return { tag: "p", children: ["§", ...links] };
}
