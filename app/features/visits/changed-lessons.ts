import { canonicalJson } from "../evidence/canonical-json.ts";
import type { Lesson, Scenario } from "../programs/release-content.ts";

type Content = { lessons: readonly Lesson[]; scenarios: readonly Scenario[] };

/** The titles of the lessons that are new or read otherwise than before, with their practice, in their order. */
export function changedLessons(before: Content, after: Content): string[] {
  const text = ({ lessons, scenarios }: Content, id: string) =>
    canonicalJson([
      lessons.find((lesson) => lesson.id === id) ?? null,
      scenarios.filter(({ moduleId }) => moduleId === id),
    ]);
  return after.lessons.filter(({ id }) => text(before, id) !== text(after, id)).map(({ title }) => title);
}
