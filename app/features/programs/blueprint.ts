import { findNamedEdition, type ProgramDraft } from "./program-draft.ts";

export type BlueprintRow = {
  clause: string;
  mustPass: boolean;
  /** Ids of the lessons of the path that teach the clause, in lesson order. */
  lessons: string[];
  scenarios: number;
  items: { easy: number; medium: number; hard: number };
  /** Choices and endings of the story that name the clause. */
  story: number;
  partnerItems: number;
  /** Ids of the lessons for managers that teach it. */
  managerLessons: string[];
};

/** What the program holds for each clause of its edition. */
export function blueprintOf(draft: ProgramDraft): BlueprintRow[] {
  const clauses = findNamedEdition(draft)?.value.sections.flatMap((section) => section.clauses) ?? [];
  const lessons = draft.lessons.map(({ value }) => value).sort((a, b) => a.order - b.order);
  const inStory = draft.stories.flatMap(({ value }) =>
    [...value.scenes.flatMap(({ choices }) => choices), ...value.endings].map((one) => one.clauses),
  );
  return clauses.map(({ id, severity }) => {
    const teaching = lessons.filter(({ teaches }) => teaches.includes(id));
    const of = (audience: string) => teaching.filter((one) => one.audience === audience).map((lesson) => lesson.id);
    const items = draft.items.filter(({ value }) => value.clause === id);
    const count = (difficulty: string) => items.filter(({ value }) => value.difficulty === difficulty).length;
    return {
      clause: id,
      mustPass: severity === "must-pass",
      lessons: of("everyone"),
      scenarios: draft.scenarios.filter(({ value }) => value.clauses.includes(id)).length,
      items: { easy: count("easy"), medium: count("medium"), hard: count("hard") },
      story: inStory.filter((named) => named.includes(id)).length,
      partnerItems: draft.partnerItems.filter(({ value }) => value.clause === id).length,
      managerLessons: of("managers"),
    };
  });
}
