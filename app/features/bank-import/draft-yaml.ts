import { Document, Scalar } from "yaml";
import type { DraftItem } from "./draft-items.ts";

/** A draft bank file: each item under a comment that names the line it came from. */
export function draftYaml(items: readonly DraftItem[], { source }: { source: string }): string {
  const document = new Document({ items: items.map(({ line: _, ...item }) => item) });
  document.commentBefore = [
    ` A draft made from ${oneLine(source)}. Whatever says TODO has to be written.`,
    " Put it into the program's folder items/ and run `cleared content check`.",
  ].join("\n");
  const list = document.get("items", true) as unknown as { items: { commentBefore?: string; spaceBefore?: boolean }[] };
  for (const [index, node] of list.items.entries()) {
    node.commentBefore = ` line ${items[index]?.line}`;
    node.spaceBefore = index > 0;
  }
  return document.toString({ lineWidth: 118, blockQuote: "folded", defaultStringType: Scalar.PLAIN });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
