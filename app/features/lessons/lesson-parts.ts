import { plainText } from "../programs/record-content.ts";
import type { ContentNode } from "../programs/release-content.ts";

/** What stands under one `##` heading; the heading is the first of `nodes`. */
export type LessonPart = { slug: string; title: string; nodes: ContentNode[] };

/** A lesson cut at its `##` headings; `opening` is what stands before the first. */
export function lessonParts(body: readonly ContentNode[]): { opening: ContentNode[]; parts: LessonPart[] } {
  const opening: ContentNode[] = [];
  const parts: LessonPart[] = [];
  for (const node of body) {
    const slug = headingSlugOf(node);
    if (slug !== null) parts.push({ slug, title: plainText([node]).trim(), nodes: [node] });
    else (parts.at(-1)?.nodes ?? opening).push(node);
  }
  return { opening, parts };
}

/** The headings before a practice scenario, that of its own part included; none when the lesson does not show it. */
export function headingsBefore(body: readonly ContentNode[], scenarioId: string): string[] {
  const { parts } = lessonParts(body);
  const place = parts.findIndex((part) => showsScenario(part.nodes, scenarioId));
  return parts.slice(0, place + 1).map((part) => part.slug);
}

function headingSlugOf(node: ContentNode): string | null {
  return typeof node === "object" && "tag" in node && node.tag === "h2" ? (node.props?.id ?? null) : null;
}

function showsScenario(nodes: readonly ContentNode[], scenarioId: string): boolean {
  return nodes.some((node) => {
    if (typeof node === "string") return false;
    if ("widget" in node && node.widget === "Practice") return node.props.scenario === scenarioId;
    return "children" in node && showsScenario(node.children ?? [], scenarioId);
  });
}
